// Maps from glyphs to characters (ISO 32000-1 §9.10.3). The parts that a letter is put together of, such as the dots of
// Arabic ones, stand for no character of their own: Chromium maps them to U+0000, which is none (ISO 14289-1 §7.21.7).
// The letter itself is in the text beside them (ActualText).

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { PdfLib } from '../library.js'
import { decoded, withContent } from './content/streams.js'

/** COMBINING GRAPHEME JOINER: seen by nobody, and passed over in searches. */
const nothing = '034F'

export async function mendUnicodeMaps(lib: PdfLib, pdf: PDFDocument): Promise<void> {
  const { PDFDict, PDFName, PDFRawStream, PDFRef } = lib
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const ref = font.get(PDFName.of('ToUnicode'))
    if (!(ref instanceof PDFRef)) continue
    const map = pdf.context.lookup(ref)
    if (!(map instanceof PDFRawStream)) continue
    const text = Buffer.from(decoded(lib, map)).toString('latin1')
    const mended = withoutZeros(text)
    if (mended !== text) pdf.context.assign(ref, await withContent(lib, map, Buffer.from(mended, 'latin1')))
  }
}

/** The map with every target U+0000 replaced, alone or at the start of a range of one. */
export function withoutZeros(map: string): string {
  return map.replace(/^(<[0-9A-F]+>\s*(?:<[0-9A-F]+>\s*)?)<0000>/gim, (_, codes: string) => `${codes}<${nothing}>`)
}
