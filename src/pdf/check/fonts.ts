// Fonts: in the file, and with a map to the characters that their glyphs stand for.

import type { PDFDict, PDFDocument } from '@pdfme/pdf-lib'
import type { PdfLib } from '../library.js'
import type { Tally } from './rules.js'

export function checkFonts(lib: PdfLib, pdf: PDFDocument, tally: Tally): void {
  const { PDFDict, PDFName, PDFStream } = lib
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const subtype = font.get(PDFName.of('Subtype'))
    if (subtype === PDFName.of('CIDFontType0') || subtype === PDFName.of('CIDFontType2')) continue
    const name = font.get(PDFName.of('BaseFont'))?.toString() ?? 'a drawn font'
    const isMapped = font.lookup(PDFName.of('ToUnicode')) instanceof PDFStream
    tally.count('fonts-mapped', !isMapped && `${name} has no map to Unicode`)
    // A font of Type 3 is nothing but drawings, which are in the file.
    if (subtype !== PDFName.of('Type3')) {
      tally.count('fonts-embedded', !isEmbedded(lib, font) && `${name} is not embedded`)
    }
  }
}

function isEmbedded(lib: PdfLib, font: PDFDict): boolean {
  const { PDFArray, PDFDict, PDFName } = lib
  const below = font.lookup(PDFName.of('DescendantFonts'))
  const own = below instanceof PDFArray ? below.lookup(0) : font
  const descriptor = own instanceof PDFDict ? own.lookup(PDFName.of('FontDescriptor')) : undefined
  if (!(descriptor instanceof PDFDict)) return false
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(PDFName.of(key)))
}
