// What print is told beside the text: each step marks what a style sheet cannot see.

import type { Xhtml } from '../model.js'
import { markLines } from './code-lines.js'
import type { Design } from './design.js'
import { shapeGalleries } from './galleries.js'
import { markLeadIns } from './lead-ins.js'
import { markLineEnds } from './line-ends.js'
import { markItems } from './list-items.js'
import { lengthOnPage, textOf } from './markup.js'
import { fitTables } from './table-fit.js'

/** The classes by which the style sheet breaks pages and lines; a reflowable book has no use for them. */
export function forPaper(xhtml: Xhtml, { table, page }: Design): Xhtml {
  const line = page.charactersPerLine
  return shapeGalleries(fitTables(markItems(markLeadIns(markLines(markLineEnds(xhtml)), line)), table))
}

/** Characters of a heading that fills three lines of the usual size. */
const longestHeading = 90

export function titleForPaper(xhtml: Xhtml): Xhtml {
  const title = markLineEnds(xhtml)
  return lengthOnPage(textOf(xhtml)) > longestHeading ? (`<span class="long">${title}</span>` as Xhtml) : title
}
