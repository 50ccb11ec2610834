// Objects of one file, copied into another with new numbers. What pages draw with, such as pictures and fonts, is copied
// once for all files that have the same.

import type { PDFContext, PDFDict, PDFObject, PDFRef } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../library.js'
import { Digests } from './digests.js'

/** What the files have copied so far that others may share, by its digest. */
export type Shared = Map<string, PDFRef>

export class Copier {
  /** The copies, in the order in which they were made. */
  readonly made: PDFRef[] = []
  readonly #lib: PdfLib
  readonly #from: PDFContext
  readonly #to: PDFContext
  readonly #shared: Shared
  readonly #digests: Digests
  readonly #known = new Map<PDFRef, PDFRef>()
  readonly #ahead: { readonly old: PDFRef; readonly ref: PDFRef; readonly mayShare: boolean }[] = []

  constructor(lib: PdfLib, from: PDFContext, to: PDFContext, shared: Shared) {
    this.#lib = lib
    this.#from = from
    this.#to = to
    this.#shared = shared
    this.#digests = new Digests(lib, from)
  }

  /** Says what an object is in the other file; it is not copied. */
  replace(old: PDFRef, ref: PDFRef): void {
    this.#known.set(old, ref)
  }

  /** Copies a value, and all that it leads to. */
  copy(value: PDFObject): PDFObject {
    const copied = this.#copy(value, false)
    for (let next = this.#ahead.pop(); next; next = this.#ahead.pop()) {
      const object = this.#from.lookup(next.old)
      if (object === undefined) continue
      this.#to.assign(next.ref, this.#copy(object, next.mayShare))
      this.made.push(next.ref)
    }
    return copied
  }

  #copy(value: PDFObject, mayShare: boolean): PDFObject {
    const { PDFArray, PDFDict, PDFRawStream, PDFRef } = this.#lib
    if (value instanceof PDFRef) return this.#refOf(value, mayShare)
    if (value instanceof PDFArray) {
      const array = PDFArray.withContext(this.#to)
      for (const item of value.asArray()) array.push(this.#copy(item, mayShare))
      return array
    }
    if (value instanceof PDFRawStream) {
      const dict = this.#copy(value.dict, mayShare)
      return dict instanceof PDFDict ? PDFRawStream.of(dict, value.getContents()) : value
    }
    return value instanceof PDFDict ? this.#copyDict(value, mayShare) : value
  }

  #copyDict(dict: PDFDict, mayShare: boolean): PDFObject {
    const { PDFDict, PDFPageLeaf } = this.#lib
    const resources = named(this.#lib, 'Resources')
    const entries = dict
      .entries()
      .map(([key, value]) => [key, this.#copy(value, mayShare || key === resources)] as const)
    const map = new Map(entries)
    return dict instanceof PDFPageLeaf
      ? PDFPageLeaf.fromMapWithContext(map, this.#to, false)
      : PDFDict.fromMapWithContext(map, this.#to)
  }

  #refOf(old: PDFRef, mayShare: boolean): PDFRef {
    const known = this.#known.get(old)
    if (known) return known
    const digest = mayShare ? this.#digests.of(old) : undefined
    const shared = digest === undefined ? undefined : this.#shared.get(digest)
    const ref = shared ?? this.#to.nextRef()
    this.#known.set(old, ref)
    if (shared) return ref
    if (digest !== undefined) this.#shared.set(digest, ref)
    this.#ahead.push({ old, ref, mayShare })
    return ref
  }
}
