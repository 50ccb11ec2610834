// What a printer asks of a file (ISO 32000-1 §14.11.2): the boxes of pages that run on past their trim, and the marks by
// which the sheets are cut.

import type { PDFDocument, PDFPage } from '@pdfme/pdf-lib'
import type { Press } from '../../model.js'
import type { PdfLib } from '../library.js'
import { addMarks, markRoom } from './marks.js'

/** Writes the boxes of every page and, where they are wanted, draws its marks. */
export function prepareForPress(lib: PdfLib, pdf: PDFDocument, press: Press): void {
  const pages = pdf.getPages()
  for (const page of pages) writeBoxes(page, press)
  if (!press.marks) return
  addMarks(lib, pdf, press.bleed)
  const room = markRoom(press.bleed)
  for (const page of pages) {
    const { x, y, width, height } = page.getMediaBox()
    // The corner of the page stays where it was, so that what points into the page still does.
    page.setMediaBox(x - room, y - room, width + 2 * room, height + 2 * room)
  }
}

function writeBoxes(page: PDFPage, { bleed, trim }: Press): void {
  const { width, height } = page.getMediaBox()
  const isTurned = width > height !== trim.width > trim.height
  const [across, down] = isTurned ? [trim.height, trim.width] : [trim.width, trim.height]
  page.setBleedBox(0, 0, width, height)
  // Chromium rounds the size of a page and keeps its upper left corner. No box may be larger than the one around it.
  const bottom = Math.max(0, height - bleed - down)
  page.setTrimBox(bleed, bottom, Math.min(across, width - bleed), height - bleed - bottom)
}
