// How long the page of contents may be, and whether it need be set closer, so that no page is made for its last few lines.
// Heights are lines of the page; see print-contents.css.

import type { ContentsEntry } from './contexts.js'
import { lengthOnPage } from './markup.js'
import type { Page } from './page.js'

/** More lines than anybody leafs through: some 40 pages. */
const mostLines = 1000

/** A contents that would be too long has the chapters alone; the outline of the file has the rest. */
export function fittingContents(make: (depth: number) => ContentsEntry[], depth: number): ContentsEntry[] {
  const entries = make(depth)
  return linesOf(entries) > mostLines ? make(1) : entries
}

function linesOf(entries: readonly ContentsEntry[]): number {
  return entries.reduce((sum, { entries: below }) => sum + 1 + linesOf(below), 0)
}

interface Heights {
  readonly heading: number
  readonly space: number
  readonly line: number
  readonly lineBelow: number
}

const usual: Heights = { heading: 2.25, space: 0.4, line: 1, lineBelow: 0.85 }
const close: Heights = { heading: 1.8, space: 0.2, line: 0.95, lineBelow: 0.77 }
/** In large print nothing is smaller than the text. */
const large: Heights = { heading: 2.25, space: 0.4, line: 1, lineBelow: 1.25 }
const largeClose: Heights = { heading: 1.8, space: 0.2, line: 1, lineBelow: 1 }
/** The part of the measure that titles have, and that of the larger entries' type which the smaller ones have. */
const ofTitles = 0.9
const smaller = 0.91

/** True where the contents is a little longer than its last page, and would not be if it were set closer. */
export function isSetClose(entries: readonly ContentsEntry[], page: Page, isLarge: boolean): boolean {
  const depth = page.depth / page.line
  const pages = (heights: Heights) => Math.ceil(heightOf(entries, page, heights) / depth)
  return isLarge ? pages(largeClose) < pages(large) : pages(close) < pages(usual)
}

function heightOf(entries: readonly ContentsEntry[], { charactersPerLine }: Page, heights: Heights): number {
  const rows = (title: string, size: number) => Math.ceil((lengthOnPage(title) * size) / (charactersPerLine * ofTitles))
  const ofEntry = ({ label, detail, entries: below }: ContentsEntry): number =>
    heights.space +
    rows(label, 1) * heights.line +
    (detail === undefined ? 0 : heights.lineBelow) +
    below.reduce((sum, entry) => sum + rows(entry.label, smaller) * heights.lineBelow, 0)
  return entries.reduce((sum, entry) => sum + ofEntry(entry), heights.heading)
}
