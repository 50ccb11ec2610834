// The text of the pages, as their content streams show it.

import type { PDFDict, PDFDocument, PDFPage } from '@pdfme/pdf-lib'
import { pageContent } from '../finish/content/streams.js'
import { entriesOf } from '../glyphs/printed.js'
import type { PdfLib } from '../library.js'
import { type FontText, type PageResources, piecesOf } from './pieces.js'

/** The pieces of text of every page. */
export function textOfPages(lib: PdfLib, pdf: PDFDocument): readonly (readonly string[])[] {
  const known = new Map<unknown, FontText>()
  return pdf.getPages().map((page) => piecesOf(contentOf(lib, page), resourcesOf(lib, page.node.Resources(), known)))
}

/** Reads the resources of a page or a form; `known`: the fonts of others, by what refers to them. */
export function resourcesOf(lib: PdfLib, resources: PDFDict | undefined, known: Map<unknown, FontText>): PageResources {
  const { PDFDict, PDFName, PDFRawStream } = lib
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  return {
    fontOf: (name) => {
      const key = fonts?.get(PDFName.of(name))
      const font = known.get(key) ?? fontText(lib, fonts?.lookup(PDFName.of(name)))
      known.set(key, font)
      return font
    },
    isImage: (name) => {
      const object = objects?.lookup(PDFName.of(name))
      return object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
    },
  }
}

/** A composite font has codes of two bytes, every other font those of one (ISO 32000-1 §9.7.5.2, §9.6.1). */
function fontText(lib: PdfLib, font: unknown): FontText {
  const { PDFDict, PDFName, PDFRawStream } = lib
  if (!(font instanceof PDFDict)) return { digits: 4, texts: new Map() }
  const digits = font.get(PDFName.of('Subtype')) === PDFName.of('Type0') ? 4 : 2
  const map = font.lookup(PDFName.of('ToUnicode'))
  if (!(map instanceof PDFRawStream)) return { digits, texts: new Map() }
  return { digits, texts: new Map(entriesOf(lib, map)) }
}

/** All that a page draws, its streams as one. */
export function contentOf(lib: PdfLib, page: PDFPage): string {
  return Buffer.from(pageContent(lib, page)).toString('latin1')
}
