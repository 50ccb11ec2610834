// Objects of a file as digests of all that they lead to: what has the same digest is the same, whatever its number.

import { createHash } from 'node:crypto'
import type { PDFContext, PDFObject, PDFRef } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../library.js'

export class Digests {
  readonly #lib: PdfLib
  readonly #context: PDFContext
  /** Undefined while it is being made, and for what has none. */
  readonly #known = new Map<PDFRef, string | undefined>()

  constructor(lib: PdfLib, context: PDFContext) {
    this.#lib = lib
    this.#context = context
  }

  /** Undefined for what leads back to itself, and for forms: the structure of their own page may name what is in them. */
  of(ref: PDFRef): string | undefined {
    if (this.#known.has(ref)) return this.#known.get(ref)
    this.#known.set(ref, undefined)
    const object = this.#context.lookup(ref)
    const words = object && this.#words(object)
    const digest = words === undefined ? undefined : createHash('sha256').update(words).digest('base64')
    this.#known.set(ref, digest)
    return digest
  }

  #words(value: PDFObject): string | undefined {
    const { PDFArray, PDFDict, PDFRawStream, PDFRef, PDFStream } = this.#lib
    if (value instanceof PDFRef) return this.of(value)
    if (value instanceof PDFArray) return this.#all(value.asArray(), 'array ')
    if (value instanceof PDFDict) return this.#all(value.entries().flat(), 'dictionary ')
    if (!(value instanceof PDFStream)) return value.toString()
    if (!(value instanceof PDFRawStream) || value.dict.get(named(this.#lib, 'Subtype')) === named(this.#lib, 'Form'))
      return undefined
    const dict = this.#words(value.dict)
    return dict && `${dict} ${createHash('sha256').update(value.getContents()).digest('base64')}`
  }

  #all(values: readonly PDFObject[], kind: string): string | undefined {
    const words: string[] = []
    for (const value of values) {
      const word = this.#words(value)
      if (word === undefined) return undefined
      words.push(word)
    }
    return `${kind}${words.length} ${words.join(' ')}`
  }
}
