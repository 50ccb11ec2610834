import type { PDFName } from '@pdfme/pdf-lib'

/** The PDF library, which is loaded only when there is something to print, and so is handed on. */
export type PdfLib = typeof import('@pdfme/pdf-lib')

const known = new Map<string, PDFName>()

/** A name of the library's, which makes each anew from its letters; a structure tree asks for a million. */
export function named(lib: PdfLib, name: string): PDFName {
  const found = known.get(name)
  if (found) return found
  const made = lib.PDFName.of(name)
  known.set(name, made)
  return made
}
