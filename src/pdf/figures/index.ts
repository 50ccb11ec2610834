// What a printer and a designer ask of a finished layout: sheets, words, lines that leave their place, pictures that are
// too coarse, fonts. All of it is read from the file itself.

import type { PDFDocument, PDFPage } from '@pdfme/pdf-lib'
import type { PrintDocument, PrintFigures, TypeArea } from '../../model.js'
import { pageContent } from '../finish/content/streams.js'
import type { PdfLib } from '../library.js'
import { PageReader, piecesOf } from './drawn.js'
import { fontFigures } from './fonts.js'
import { resourceReader } from './resources.js'
import { countWords } from './words.js'

/** What leaves the type area by less is rounding, and letters that lean over their own width. */
const tolerance = 1.5
/** Points in a pixel of CSS. */
const usualScale = 0.75
const coarse = 150
const fine = 300

interface Pages {
  /** The pages of the chapters, from 0. */
  readonly body: { readonly first: number; readonly last: number }
}

/** Reads the figures of a print whose pages are as large as they were printed. */
export function printFigures(
  lib: PdfLib,
  pdf: PDFDocument,
  { xhtml, area, pagination }: PrintDocument,
  { body }: Pages,
): PrintFigures {
  const resourcesOf = resourceReader(lib)
  const overfull = new Set<number>()
  let lines = 0
  const resolutions: number[] = []
  let largest = 0
  const pages = pdf.getPages()
  for (const [index, page] of pages.entries()) {
    const sides = area && sidesOf(area, page, index)
    const outside = new Set<number>()
    const reader = new PageReader({
      text: ({ left, right, baseline, scale }) => {
        largest = Math.max(largest, scale)
        if (sides && (left < sides[0] - tolerance || right > sides[1] + tolerance)) outside.add(Math.round(baseline))
      },
      image: ([width, height], [across, down]) => {
        if (across > 0 && down > 0) resolutions.push(Math.min(width / across, height / down) * 72)
      },
    })
    reader.read(piecesOf(pageContent(lib, page)), resourcesOf(page.node.Resources()))
    lines += outside.size
    if (outside.size > 0) overfull.add(index + 1)
  }
  const words = countWords(xhtml, pagination)
  return {
    pages: pages.length,
    sheets: Math.ceil(pages.length / 2),
    words,
    wordsPerPage: Math.round(words / Math.max(1, body.last - body.first + 1)),
    typeScale: largest === 0 ? 1 : Math.round((largest / usualScale) * 1000) / 1000,
    overfullLines: { count: lines, pages: [...overfull] },
    pictures: picturesOf(resolutions),
    fonts: fontFigures(lib, pdf),
  }
}

function picturesOf(resolutions: readonly number[]): PrintFigures['pictures'] {
  const lowest = resolutions.length > 0 ? { lowest: Math.floor(Math.min(...resolutions)) } : {}
  const under = (limit: number) => resolutions.filter((one) => Math.round(one) < limit).length
  return { count: resolutions.length, under150: under(coarse), under300: under(fine), ...lowest }
}

/** The left and the right side of the type area; the first page is a right-hand one. */
function sidesOf(area: TypeArea, page: PDFPage, index: number): readonly [number, number] {
  const { width } = page.getMediaBox()
  if (Math.abs(width - area.width) > tolerance) return [area.turned[0], width - area.turned[1]]
  // In a book that is read from the right, the first page is a left-hand one.
  const isMirrored = area.mirrored ? (index % 2 === 1) !== area.rightToLeft : area.rightToLeft
  return isMirrored ? [area.outer, width - area.inner] : [area.inner, width - area.outer]
}
