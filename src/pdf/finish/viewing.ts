// How a viewer opens the file (ISO 32000-1 §7.7.2, §12.2).

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { Metadata } from '../../model.js'
import type { PdfLib } from '../library.js'

/** Shows the title in the window's frame and the outline beside the page, in the language and direction of the book. */
export function writeViewing(lib: PdfLib, pdf: PDFDocument, metadata: Metadata, hasOutline: boolean): void {
  const { PDFName } = lib
  const preferences = pdf.catalog.getOrCreateViewerPreferences()
  preferences.setDisplayDocTitle(true)
  if (metadata.direction === 'rtl') preferences.setReadingDirection(lib.ReadingDirection.R2L)
  pdf.catalog.set(PDFName.of('Lang'), lib.PDFString.of(metadata.language))
  if (hasOutline) pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
