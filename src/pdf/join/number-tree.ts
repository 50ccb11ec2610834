import type { PDFDict, PDFObject } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../library.js'

/** The entries of a number tree (ISO 32000-1 §7.9.7). */
export function* entriesOfTree(
  lib: PdfLib,
  node: PDFDict | undefined,
): Generator<readonly [key: number, value: PDFObject]> {
  const { PDFArray, PDFDict, PDFNumber } = lib
  const kids = node?.lookupMaybe(named(lib, 'Kids'), PDFArray)
  for (let at = 0; at < (kids?.size() ?? 0); at++) yield* entriesOfTree(lib, kids?.lookup(at, PDFDict))
  const numbers = node?.lookupMaybe(named(lib, 'Nums'), PDFArray)?.asArray() ?? []
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [key, value] = [numbers[at], numbers[at + 1]]
    if (key instanceof PDFNumber && value !== undefined) yield [key.asNumber(), value]
  }
}
