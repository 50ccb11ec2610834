// How wide the glyphs of a font are (ISO 32000-1 §9.2.4, §9.7.4.3), and which of them show nothing.

import type { PDFArray, PDFDict } from '@pdfme/pdf-lib'
import { entriesOf } from '../glyphs/printed.js'
import type { PdfLib } from '../library.js'

export interface GlyphWidths {
  /** Hexadecimal digits of a code. */
  readonly digits: number
  /** The advance of a glyph, in ems. */
  readonly advance: (code: number) => number
  readonly isSpace: (code: number) => boolean
}

export function glyphWidths(lib: PdfLib, font: PDFDict): GlyphWidths {
  const { PDFArray, PDFDict, PDFName } = lib
  const spaces = spacesOf(lib, font)
  const isSpace = (code: number) => spaces.has(code)
  if (font.get(PDFName.of('Subtype')) !== PDFName.of('Type0')) {
    return { digits: 2, advance: simpleAdvance(lib, font), isSpace }
  }
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0)
  if (!(descendant instanceof PDFDict)) return { digits: 4, advance: () => 0, isSpace }
  const usual = numberOf(lib, descendant.lookup(PDFName.of('DW')), 1000)
  const widths = compositeWidths(lib, descendant.lookupMaybe(PDFName.of('W'), PDFArray))
  return { digits: 4, advance: (code) => (widths.get(code) ?? usual) / 1000, isSpace }
}

/** A font of drawings (Type 3) has a scale of its own. */
function simpleAdvance(lib: PdfLib, font: PDFDict): GlyphWidths['advance'] {
  const { PDFArray, PDFName } = lib
  const widths = font.lookupMaybe(PDFName.of('Widths'), PDFArray)
  const first = numberOf(lib, font.lookup(PDFName.of('FirstChar')), 0)
  const scale = numberOf(lib, font.lookupMaybe(PDFName.of('FontMatrix'), PDFArray)?.lookup(0), 0.001)
  return (code) => {
    const index = code - first
    return widths && index >= 0 && index < widths.size() ? numberOf(lib, widths.lookup(index), 0) * scale : 0
  }
}

/** Entries are `first [width …]` or `first last width`. */
function compositeWidths(lib: PdfLib, entries: PDFArray | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  for (let at = 0; entries && at + 1 < entries.size(); ) {
    const first = numberOf(lib, entries.lookup(at), 0)
    const next = entries.lookup(at + 1)
    if (next instanceof lib.PDFArray) {
      next.asArray().forEach((width, index) => {
        widths.set(first + index, numberOf(lib, width, 0))
      })
      at += 2
    } else {
      const width = at + 2 < entries.size() ? numberOf(lib, entries.lookup(at + 2), 0) : 0
      for (let code = first; code <= numberOf(lib, next, 0); code += 1) widths.set(code, width)
      at += 3
    }
  }
  return widths
}

function spacesOf(lib: PdfLib, font: PDFDict): ReadonlySet<number> {
  const { PDFName, PDFRawStream } = lib
  const map = font.lookup(PDFName.of('ToUnicode'))
  if (!(map instanceof PDFRawStream)) return new Set()
  const entries = [...entriesOf(lib, map)]
  return new Set(entries.flatMap(([code, text]) => (text.trim() === '' ? [code] : [])))
}

function numberOf({ PDFNumber }: PdfLib, object: unknown, otherwise: number): number {
  return object instanceof PDFNumber ? object.asNumber() : otherwise
}
