// The fonts, pictures and drawings that the streams of a PDF name.

import type { PDFDict, PDFRawStream } from '@pdfme/pdf-lib'
import { decoded } from '../finish/content/streams.js'
import type { PdfLib } from '../library.js'
import { type DrawnObject, piecesOf, type Resources } from './drawn.js'
import { type GlyphWidths, glyphWidths } from './glyph-widths.js'
import { identity, type Matrix } from './matrix.js'

/** Reads resources; what many pages share is read once. */
export function resourceReader(lib: PdfLib): (resources: PDFDict | undefined) => Resources {
  const { PDFDict, PDFName, PDFRawStream } = lib
  const fonts = new Map<unknown, GlyphWidths | undefined>()
  const objects = new Map<unknown, DrawnObject | undefined>()
  const named = <T>(kind: string, from: PDFDict | undefined, known: Map<unknown, T>, read: (object: unknown) => T) => {
    const dictionary = from?.lookupMaybe(PDFName.of(kind), PDFDict)
    return (name: string): T | undefined => {
      const key = dictionary?.get(PDFName.of(name))
      if (!dictionary || key === undefined) return undefined
      if (!known.has(key)) known.set(key, read(dictionary.lookup(PDFName.of(name))))
      return known.get(key)
    }
  }
  const readFont = (object: unknown) => (object instanceof PDFDict ? glyphWidths(lib, object) : undefined)
  const readObject = (object: unknown) => (object instanceof PDFRawStream ? drawnObject(lib, object, of) : undefined)
  const of = (resources: PDFDict | undefined): Resources => ({
    fontOf: named('Font', resources, fonts, readFont),
    objectOf: named('XObject', resources, objects, readObject),
  })
  return of
}

function drawnObject(
  lib: PdfLib,
  stream: PDFRawStream,
  resourcesOf: (resources: PDFDict | undefined) => Resources,
): DrawnObject | undefined {
  const { PDFArray, PDFDict, PDFName } = lib
  const { dict } = stream
  const numberAt = (key: string) => {
    const value = dict.lookup(PDFName.of(key))
    return value instanceof lib.PDFNumber ? value.asNumber() : 0
  }
  if (dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) {
    return { kind: 'image', width: numberAt('Width'), height: numberAt('Height') }
  }
  if (dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return undefined
  const matrix = dict.lookupMaybe(PDFName.of('Matrix'), PDFArray)
  const numbers = matrix?.asArray().map((one) => (one instanceof lib.PDFNumber ? one.asNumber() : 0))
  return {
    kind: 'form',
    matrix: numbers?.length === 6 ? (numbers as unknown as Matrix) : identity,
    content: [...piecesOf(decoded(lib, stream))],
    resources: resourcesOf(dict.lookupMaybe(PDFName.of('Resources'), PDFDict)),
  }
}
