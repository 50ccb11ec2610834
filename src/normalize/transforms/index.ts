// What is done to the source's DOM before the clean tree is built from it: an ordered list, one fixture each at least.

import { clutter } from './clutter.js'
import { code } from './code.js'
import { embeds } from './embeds.js'
import { faqBlocks } from './faq-blocks.js'
import { faqLists } from './faq-lists.js'
import { faqParagraphs } from './faq-paragraphs.js'
import { faqSchema, faqSchemaAnswers } from './faq-schema.js'
import { faqTorn } from './faq-torn.js'
import { galleries } from './galleries.js'
import { linkedPictures } from './linked-pictures.js'
import { mathMarkup } from './math-markup.js'
import { mathTex } from './math-tex.js'
import { noscriptPictures } from './noscript-pictures.js'
import { notesAnchored } from './notes-anchored.js'
import { notesCore } from './notes-core.js'
import { notesEasy } from './notes-easy.js'
import { notesListed } from './notes-listed.js'
import { notesModern } from './notes-modern.js'
import { ownClasses } from './own-classes.js'
import { panels } from './panels.js'
import { paragraphs } from './paragraphs.js'
import { pastedChrome } from './pasted-chrome.js'
import { quotes } from './quotes.js'
import { repeatedTitle } from './repeated-title.js'
import { shortcodes } from './shortcodes.js'
import type { Transform, TransformContext } from './transform.js'
import { wrappers } from './wrappers.js'

const transforms: readonly Transform[] = [
  // First: who takes scripts out takes `noscript` with them, and the true picture of a lazy one is in there.
  noscriptPictures,
  // Before anything moves or looks at pictures: what stands in a link only for its file stands free.
  linkedPictures,
  // Before anything counts as text: the buttons of a chat assistant's code blocks read like code once unwrapped.
  pastedChrome,
  // Before brackets are looked for: code is no text.
  code,
  // Before clutter is weighed and questions are found: the tags are no words.
  shortcodes,
  // Before questions are found: a link that shares a FAQ is none. Buttons that open something stay until then.
  clutter,
  // Before scripts go: some hold the formula. Before TeX is looked for: what is shown twice is there once.
  mathMarkup,
  mathTex,
  // Before questions, tables and lists are read: numbers of notes are no words, and lists of notes no lists.
  // What names itself comes first, then what is known by its links, then what is known by its numbers alone.
  notesCore,
  notesModern,
  notesEasy,
  notesAnchored,
  notesListed,
  // Before scripts go, and before whatever the structured data may confirm.
  faqSchema,
  // Before accordions open and buttons go: the titles of those that ask are in there.
  faqBlocks,
  // After the blocks that are whole: what it finds are the pieces left.
  faqTorn,
  faqParagraphs,
  faqLists,
  // After every question is known.
  faqSchemaAnswers,
  // After the questions have been taken: the other folded parts open.
  panels,
  wrappers,
  galleries,
  quotes,
  embeds,
  // Before alignment is read: the new paragraphs have the old one's.
  paragraphs,
  // Last of the blocks: marks stay with elements that keep their place.
  ownClasses,
  // Before the outline: a repeated title would put every other heading below it.
  repeatedTitle,
]

/** Applies the list, in its order. */
export function applyTransforms(context: TransformContext): void {
  for (const { apply } of transforms) apply(context)
}
