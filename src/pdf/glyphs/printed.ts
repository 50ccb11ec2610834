// Which characters the fonts inside a PDF show, by their ToUnicode maps (ISO 32000-1 §9.10.3).

import type { PDFDict, PDFDocument, PDFRawStream } from '@pdfme/pdf-lib'
import { decoded } from '../finish/content/streams.js'
import type { PdfLib } from '../library.js'

interface PrintedFont {
  /** Without the prefix of a subset; empty where the font has no name. */
  readonly name: string
  /** In compatibility form (NFKC): a glyph may serve several characters. */
  readonly characters: ReadonlySet<string>
}

/** The fonts of the file, each with the characters that it was used to print. */
export function printedFonts(lib: PdfLib, pdf: PDFDocument): readonly PrintedFont[] {
  const { PDFDict, PDFName, PDFRawStream } = lib
  const fonts: PrintedFont[] = []
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const map = object.lookup(PDFName.of('ToUnicode'))
    if (!(map instanceof PDFRawStream)) continue
    const characters = new Set([...entriesOf(lib, map)].flatMap(([, target]) => [...target.normalize('NFKC')]))
    fonts.push({ name: nameOf(lib, object), characters })
  }
  return fonts
}

/** Type 3 fonts, in which Chromium draws synthetic and coloured faces, have a name in their descriptor at most. */
export function nameOf({ PDFDict, PDFName }: PdfLib, font: PDFDict): string {
  const descriptor = font.lookup(PDFName.of('FontDescriptor'))
  const names = [font.lookup(PDFName.of('BaseFont'))]
  if (descriptor instanceof PDFDict) names.push(descriptor.lookup(PDFName.of('FontName')))
  const name = names.find((one) => one instanceof PDFName)
  return name instanceof PDFName ? name.decodeText().replace(/^[A-Z]{6}\+/, '') : ''
}

/** What the codes of a font stand for: the entries of `beginbfchar` and `beginbfrange` sections. */
export function* entriesOf(lib: PdfLib, stream: PDFRawStream): Generator<readonly [code: number, text: string]> {
  const map = Buffer.from(decoded(lib, stream)).toString('latin1')
  for (const [, section = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', target = ''] of section.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      yield [Number.parseInt(code, 16), utf16(target)]
  }
  for (const [, section = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', target = ''] of section.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = utf16(target).codePointAt(0) ?? 0
      const code = Number.parseInt(first, 16)
      const length = Number.parseInt(last, 16) - code
      for (let step = 0; step <= length; step++) yield [code + step, String.fromCodePoint(start + step)]
    }
  }
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}
