// Which characters the fonts inside a PDF show, by their ToUnicode maps (ISO 32000-1 §9.10.3).

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { PdfLib } from '../library.js'

/** Every character, in compatibility form (NFKC), that a font of the file has a glyph for and printed. */
export function printedCharacters(lib: PdfLib, pdf: PDFDocument): ReadonlySet<string> {
  const { PDFDict, PDFName, PDFRawStream } = lib
  const characters = new Set<string>()
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const map = object.lookup(PDFName.of('ToUnicode'))
    if (!(map instanceof PDFRawStream)) continue
    const text = Buffer.from(lib.decodePDFRawStream(map).decode()).toString('latin1')
    for (const target of charactersOf(text)) for (const character of target.normalize('NFKC')) characters.add(character)
  }
  return characters
}

/** The targets of `beginbfchar` and `beginbfrange` sections. */
function* charactersOf(map: string): Generator<string> {
  for (const [, section = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, target = ''] of section.matchAll(/<[0-9A-F]+>\s*<([0-9A-F]+)>/gi)) yield* utf16(target)
  }
  for (const [, section = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', target = ''] of section.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = utf16(target).codePointAt(0) ?? 0
      const length = Number.parseInt(last, 16) - Number.parseInt(first, 16)
      for (let step = 0; step <= length; step++) yield String.fromCodePoint(start + step)
    }
  }
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}
