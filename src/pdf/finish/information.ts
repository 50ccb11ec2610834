// The document information dictionary (ISO 32000-1 §14.3.3): what file managers show.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { Metadata } from '../../model.js'
import type { PdfLib } from '../library.js'
import { datesOf, pdfDate } from './dates.js'

export const producer = 'Offprint'

/** Replaces Chromium's information, whose dates are those of the clock, by the book's own. */
export function writeInformation(lib: PdfLib, pdf: PDFDocument, metadata: Metadata): void {
  const { created, modified } = datesOf(metadata)
  const texts = {
    Title: metadata.title.text,
    Author: metadata.authors.map(({ name }) => name).join(', '),
    Subject: metadata.description,
    Keywords: metadata.subjects.join(', '),
    Creator: producer,
    Producer: producer,
  }
  const information = lib.PDFDict.withContext(pdf.context)
  for (const [key, text] of Object.entries(texts)) {
    if (text) information.set(lib.PDFName.of(key), lib.PDFHexString.fromText(text))
  }
  for (const [key, date] of Object.entries({ CreationDate: pdfDate(created), ModDate: pdfDate(modified) })) {
    if (date) information.set(lib.PDFName.of(key), lib.PDFString.of(date))
  }
  const { Info } = pdf.context.trailerInfo
  if (Info instanceof lib.PDFRef) pdf.context.assign(Info, information)
  else pdf.context.trailerInfo.Info = pdf.context.register(information)
}
