// The outlines of all files, one after the other in one (ISO 32000-1 §12.3.3).

import type { PDFDict, PDFDocument, PDFRef } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../library.js'
import type { Copier } from './copy.js'

export class JoinedOutline {
  readonly #lib: PdfLib
  readonly #pdf: PDFDocument
  readonly #root: PDFRef
  #first: PDFRef | undefined
  #last: PDFRef | undefined
  #count = 0

  constructor(lib: PdfLib, pdf: PDFDocument) {
    this.#lib = lib
    this.#pdf = pdf
    this.#root = pdf.context.nextRef()
  }

  prepare(run: PDFDocument, copier: Copier): void {
    const old = run.catalog.get(named(this.#lib, 'Outlines'))
    if (old instanceof this.#lib.PDFRef) copier.replace(old, this.#root)
  }

  add(run: PDFDocument, copier: Copier): void {
    const { PDFDict, PDFNumber } = this.#lib
    const root = run.catalog.lookupMaybe(named(this.#lib, 'Outlines'), PDFDict)
    const [first, last] = [this.#copied(root, 'First', copier), this.#copied(root, 'Last', copier)]
    if (!root || !first || !last) return
    this.#count += Math.abs(root.lookupMaybe(named(this.#lib, 'Count'), PDFNumber)?.asNumber() ?? 0)
    if (this.#last) {
      this.#item(this.#last).set(named(this.#lib, 'Next'), first)
      this.#item(first).set(named(this.#lib, 'Prev'), this.#last)
    }
    this.#first ??= first
    this.#last = last
  }

  write(): void {
    const { context, catalog } = this.#pdf
    if (!this.#first || !this.#last) return
    context.assign(
      this.#root,
      context.obj({ Type: 'Outlines', First: this.#first, Last: this.#last, Count: this.#count }),
    )
    catalog.set(named(this.#lib, 'Outlines'), this.#root)
  }

  #copied(root: PDFDict | undefined, name: string, copier: Copier): PDFRef | undefined {
    const ref = root?.get(named(this.#lib, name))
    const copied = ref && copier.copy(ref)
    return copied instanceof this.#lib.PDFRef ? copied : undefined
  }

  #item(ref: PDFRef): PDFDict {
    return this.#pdf.context.lookup(ref, this.#lib.PDFDict)
  }
}
