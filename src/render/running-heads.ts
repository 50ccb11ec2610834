// Running heads. Chromium knows no string-set: a named page carries its own head (CSS Paged Media 3, section 7).

import type { Book, Chapter, Introduction } from '../model.js'
import type { RunningHead } from './contexts.js'
import { cssString } from './css-string.js'
import { namesInWords } from './language.js'
import { lengthOnPage } from './markup.js'
import { splitTitle } from './matter.js'
import { fillTemplate } from './templates.js'

/** A head must stand on one line beside nothing: what is longer is cut at a word. */
const longest = 60
const fewQuestions = 8

/** True where the chapters are posts of their own: each then begins a page and has its own running head. */
export function isCollection(book: Book): boolean {
  return book.body.some((item) => item.kind === 'chapter' && item.source !== undefined)
}

/** Questions of an article run on where they are few; a long list of them is a part of its own. */
export function beginsPage(item: Introduction | Chapter): boolean {
  return item.kind === 'chapter' && item.content.kind === 'faq' && item.content.entries.length > fewQuestions
}

/**
 * The named page of each item of the body. A new name means a new page, whose first has no running head: in an article
 * only many questions begin one, in a collection every chapter, and so everywhere where chapters open on a right-hand
 * page.
 */
export function pageNames(book: Book, recto = false): Map<Introduction | Chapter, string> {
  const always = recto || isCollection(book)
  let number = 1
  return new Map(
    book.body.map((item, index) => {
      const opens = always || beginsPage(item)
      if (opens && index > 0) number += 1
      return [item, `text-${number}`]
    }),
  )
}

/** The style sheet that gives each named page its heads: verso the greater whole, recto the part. */
export function runningHeads(book: Book, recto = false): string {
  const { title, site, authors, language, direction } = book.metadata
  const [rectoSide, versoSide] = direction === 'rtl' ? (['left', 'right'] as const) : (['right', 'left'] as const)
  const [whole] = splitTitle(title.text)
  const above = site?.name ?? namesInWords(authors, language)
  const names = pageNames(book, recto)
  const pages = isCollection(book)
    ? [...names].map(([item, name]) => head(name, whole, itemTitle(item) ?? whole))
    : [...new Set(names.values())].map((name) => head(name, above || whole, whole))
  return fillTemplate('print/pages.css', { pages, rectoSide, versoSide })
}

function itemTitle(item: Introduction | Chapter): string | undefined {
  return item.kind === 'chapter' ? item.content.title.text : undefined
}

function head(name: string, verso: string, recto: string): RunningHead {
  return { name, verso: cssString(shorten(verso)), recto: cssString(shorten(recto)) }
}

export function shorten(text: string): string {
  if (lengthOnPage(text) <= longest) return text
  let length = 0
  let cut = ''
  for (const character of text) {
    length += lengthOnPage(character)
    if (length > longest) break
    cut += character
  }
  // Scripts without spaces are cut where the room ends.
  const atWord = cut.replace(/[\s\p{P}]+\S*$/u, '')
  return `${lengthOnPage(atWord) > longest / 2 ? atWord : cut}…`
}
