// The style sheet that depends on page and book: sizes, margins, the foot of a handout.

import type { Book, CoverPage } from '../model.js'
import { cssString } from './css-string.js'
import type { Design } from './design.js'
import { notesColumn } from './notes-column.js'
import { notesGap } from './page.js'
import { shorten } from './running-heads.js'
import { fillTemplate } from './templates.js'
import type { Wording } from './words.js'

export function pageStyle({ page, mirrored, color }: Design, { metadata }: Book): string {
  return fillTemplate('print/page.css', { page, mirrored, color, rightToLeft: metadata.direction === 'rtl' })
}

/** A handout has its title at the foot, and the column for the reader's notes beside the text, where lines end. */
export function footOfHandout({ metadata }: Book, { page }: Design, { words }: Wording): string {
  const rightToLeft = metadata.direction === 'rtl'
  const room = page.outer - page.inner
  const columnWidth = room - notesGap
  return fillTemplate('print/handout.css', {
    title: cssString(shorten(metadata.title.text)),
    notes: page.notes > 0 ? cssString(words.myNotes) : undefined,
    lines: page.notes > 0 ? notesColumn(columnWidth, page.depth, rightToLeft ? 'right' : 'left') : '',
    columns: page.questionColumns === 2,
    side: rightToLeft ? 'left' : 'right',
    margin: page.inner,
    columnWidth,
    depth: page.depth,
    room,
  })
}

/**
 * A cover bleeds. Chromium rounds the page, so that a hair of white would show beside it; the ground of the page covers
 * that. A larger picture would make every page smaller, an outline would run on to the next page.
 */
export function coverStyle({ page: { width, height } }: Design, page: CoverPage | undefined): string {
  if (page === undefined) return ''
  // The size in whole points, which is what Chromium makes of every page.
  const [across, down] = [width, height].map(Math.round)
  return `@page cover { size: ${across}pt ${down}pt; background: ${page.edge}; } .cover img { width: ${width}pt; height: ${height - 0.6}pt; object-fit: cover; }`
}

/** CSS inside an XML document: what would end or begin markup is written as a reference. */
export function forXml(css: string): string {
  return css.replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`)
}
