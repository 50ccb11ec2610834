// The fonts of a PDF as a printer lists them.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { PrintFigures } from '../../model.js'
import { isEmbedded } from '../check/fonts.js'
import { nameOf } from '../glyphs/printed.js'
import { named, type PdfLib } from '../library.js'

type FontFigure = PrintFigures['fonts'][number]

/** Every face once, by its name; a face in several files is embedded, or a subset, where all of them are. */
export function fontFigures(lib: PdfLib, pdf: PDFDocument): readonly FontFigure[] {
  const found = new Map<string, FontFigure>()
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    if (!(font instanceof lib.PDFDict) || font.get(named(lib, 'Type')) !== named(lib, 'Font')) continue
    const subtype = font.get(named(lib, 'Subtype'))
    if (subtype === named(lib, 'CIDFontType0') || subtype === named(lib, 'CIDFontType2')) continue
    // A font of Type 3 is nothing but the drawings that are used.
    const isDrawn = subtype === named(lib, 'Type3')
    const base = font.get(named(lib, 'BaseFont'))?.toString() ?? ''
    const name = nameOf(lib, font) || 'Type 3'
    const known = found.get(name)
    const embedded = (known?.embedded ?? true) && (isDrawn || isEmbedded(lib, font))
    const subset = (known?.subset ?? true) && (isDrawn || /^\/[A-Z]{6}\+/.test(base))
    found.set(name, { name, embedded, subset })
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}
