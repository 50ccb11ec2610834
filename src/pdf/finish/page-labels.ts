// Page labels (ISO 32000-1 §12.4.2), and the destinations that only the printing needed.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { PdfLib } from '../library.js'
import { plainText } from '../page/text.js'
import { coverLabel, type Numbering } from '../pages/labels.js'
import { decodeName } from '../pages/places.js'

/** Writes what the pages are called, one entry for each range of them. */
export function writePageLabels(lib: PdfLib, pdf: PDFDocument, { pages, front, body }: Numbering): void {
  const { PDFHexString, PDFName } = lib
  const ranges = [
    { from: 0, to: front, style: { P: PDFHexString.fromText(coverLabel) } },
    { from: front, to: body, style: { S: 'r' } },
    { from: body, to: pages, style: { S: 'D' } },
  ].filter(({ from, to }) => from < to)
  const numbers = ranges.flatMap(({ from, style }) => [from, style])
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.register(pdf.context.obj({ Nums: numbers })))
}

/** Deletes every destination to which the document has no link that shows. */
export function dropUnlinked(lib: PdfLib, pdf: PDFDocument, xhtml: string): void {
  const { PDFDict, PDFName } = lib
  const linked = new Set([...xhtml.matchAll(/<a\s[^>]*?\bhref="#([^"]*)"/g)].map(([, id = '']) => plainText(id)))
  const destinations = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  for (const key of destinations?.keys() ?? []) {
    const name = decodeName(key.asString().slice(1))
    if (!linked.has(name) && !linked.has(encodeURI(name))) destinations?.delete(key)
  }
}
