// Fonts: in the file, and with a map to the characters that their glyphs stand for.

import type { PDFDict, PDFDocument } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../library.js'
import type { Tally } from './rules.js'

export function checkFonts(lib: PdfLib, pdf: PDFDocument, tally: Tally): void {
  const { PDFDict, PDFStream } = lib
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.get(named(lib, 'Type')) !== named(lib, 'Font')) continue
    const subtype = font.get(named(lib, 'Subtype'))
    if (subtype === named(lib, 'CIDFontType0') || subtype === named(lib, 'CIDFontType2')) continue
    const name = font.get(named(lib, 'BaseFont'))?.toString() ?? 'a drawn font'
    const isMapped = font.lookup(named(lib, 'ToUnicode')) instanceof PDFStream
    tally.count('fonts-mapped', !isMapped && `${name} has no map to Unicode`)
    // A font of Type 3 is nothing but drawings, which are in the file.
    if (subtype !== named(lib, 'Type3')) {
      tally.count('fonts-embedded', !isEmbedded(lib, font) && `${name} is not embedded`)
    }
  }
}

/** Whether the program of a font is in the file. */
export function isEmbedded(lib: PdfLib, font: PDFDict): boolean {
  const { PDFArray, PDFDict } = lib
  const below = font.lookup(named(lib, 'DescendantFonts'))
  const own = below instanceof PDFArray ? below.lookup(0) : font
  const descriptor = own instanceof PDFDict ? own.lookup(named(lib, 'FontDescriptor')) : undefined
  if (!(descriptor instanceof PDFDict)) return false
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(named(lib, key)))
}
