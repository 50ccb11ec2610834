// The style sheet that depends on page and book: sizes, margins, the foot of a handout.

import type { Book } from '../model.js'
import { cssString } from './css-string.js'
import type { Design } from './design.js'
import { notesGap } from './page.js'
import { shorten } from './running-heads.js'
import { fillTemplate } from './templates.js'
import type { Wording } from './words.js'

export function pageStyle({ page, mirrored, color }: Design, { metadata }: Book): string {
  return fillTemplate('print/page.css', { page, mirrored, color, rightToLeft: metadata.direction === 'rtl' })
}

/** A handout has its title at the foot, and the column for the reader's notes in the margin where lines end. */
export function footOfHandout({ metadata }: Book, { page }: Design, { words }: Wording): string {
  const rightToLeft = metadata.direction === 'rtl'
  return fillTemplate('print/handout.css', {
    title: cssString(shorten(metadata.title.text)),
    notes: page.notes > 0 ? cssString(words.myNotes) : undefined,
    columns: page.columns === 2,
    side: rightToLeft ? 'left' : 'right',
    textSide: rightToLeft ? 'right' : 'left',
    margin: page.inner,
    gap: notesGap,
  })
}

/** CSS inside an XML document: what would end or begin markup is written as a reference. */
export function forXml(css: string): string {
  return css.replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`)
}
