// The structure trees of all files as one (ISO 32000-1 §14.7.2), with one parent tree (§14.7.4.4).

import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../library.js'
import type { Copier } from './copy.js'
import { entriesOfTree } from './number-tree.js'

export class JoinedStructure {
  readonly #lib: PdfLib
  readonly #pdf: PDFDocument
  readonly #root: PDFRef
  readonly #parents: PDFObject[] = []
  readonly #kids: PDFObject[] = []
  /** The `Document` that holds all others' content. */
  #document: PDFDict | undefined
  #documentRef: PDFRef | undefined
  #key = 0

  constructor(lib: PdfLib, pdf: PDFDocument) {
    this.#lib = lib
    this.#pdf = pdf
    this.#root = pdf.context.nextRef()
  }

  /** To be called before anything of the run is copied: says where its elements go. */
  prepare(run: PDFDocument, copier: Copier, number: number): void {
    const [lib, key] = [this.#lib, named(this.#lib, 'StructTreeRoot')]
    const root = run.catalog.get(key)
    if (root instanceof lib.PDFRef) copier.replace(root, this.#root)
    const document = this.#documentOf(run)
    if (document && this.#documentRef) copier.replace(document, this.#documentRef)
    renameElements(lib, run, `run${number}-`)
  }

  /** Adds what the run's tree holds, and the parents of what was copied. */
  add(run: PDFDocument, copier: Copier): void {
    const lib = this.#lib
    const tree = run.catalog.lookupMaybe(named(lib, 'StructTreeRoot'), lib.PDFDict)
    if (!tree) return
    const document = this.#documentOf(run)
    if (document && this.#document) {
      const kids = this.#document.lookup(named(lib, 'K'), lib.PDFArray)
      for (const kid of listOf(lib, run.context.lookup(document, lib.PDFDict))) kids.push(copier.copy(kid))
    } else {
      for (const kid of listOf(lib, tree)) this.#kids.push(copier.copy(kid))
      if (document) this.#keepDocument()
    }
    this.#addParents(tree, copier)
  }

  write(): void {
    const [lib, { context, catalog }] = [this.#lib, this.#pdf]
    if (this.#kids.length === 0) return
    const parents = context.register(context.obj({ Type: 'ParentTree', Nums: this.#parents }))
    const root = context.obj({ Type: 'StructTreeRoot', ParentTreeNextKey: this.#key })
    root.set(named(lib, 'K'), context.obj(this.#kids))
    root.set(named(lib, 'ParentTree'), parents)
    context.assign(this.#root, root)
    catalog.set(named(lib, 'StructTreeRoot'), this.#root)
  }

  /** The one element at the top, if it is a `Document`. */
  #documentOf(run: PDFDocument): PDFRef | undefined {
    const lib = this.#lib
    const tree = run.catalog.lookupMaybe(named(lib, 'StructTreeRoot'), lib.PDFDict)
    const [first, ...others] = tree ? listOf(lib, tree) : []
    if (!(first instanceof lib.PDFRef) || others.length > 0) return undefined
    return run.context.lookup(first, lib.PDFDict).get(named(lib, 'S')) === named(lib, 'Document') ? first : undefined
  }

  #keepDocument(): void {
    const [lib, { context }] = [this.#lib, this.#pdf]
    const ref = this.#kids[0]
    if (!(ref instanceof lib.PDFRef)) return
    this.#documentRef = ref
    this.#document = context.lookup(ref, lib.PDFDict)
    this.#document.set(named(lib, 'K'), context.obj([...listOf(lib, this.#document)]))
  }

  /** Gives each page and annotation that was copied a new number, and its parents that number. */
  #addParents(tree: PDFDict, copier: Copier): void {
    const lib = this.#lib
    const parents = new Map(entriesOfTree(lib, tree.lookupMaybe(named(lib, 'ParentTree'), lib.PDFDict)))
    for (const ref of [...copier.made]) {
      const object = this.#pdf.context.lookup(ref)
      const dict = object instanceof lib.PDFRawStream ? object.dict : object
      if (!(dict instanceof lib.PDFDict)) continue
      for (const key of ['StructParents', 'StructParent'].map((name) => named(lib, name))) {
        const old = dict.get(key)
        const value = old instanceof lib.PDFNumber ? parents.get(old.asNumber()) : undefined
        if (value === undefined) continue
        dict.set(key, lib.PDFNumber.of(this.#key))
        this.#parents.push(lib.PDFNumber.of(this.#key), copier.copy(value))
        this.#key += 1
      }
    }
  }
}

function listOf(lib: PdfLib, element: PDFDict): readonly PDFObject[] {
  const kids = element.get(named(lib, 'K'))
  const found = kids instanceof lib.PDFRef ? element.context.lookup(kids) : kids
  if (found instanceof lib.PDFArray) return found.asArray()
  return kids === undefined ? [] : [kids]
}

/** Names of elements, by which table cells name their headers, are the same in every print. */
function renameElements(lib: PdfLib, run: PDFDocument, prefix: string): void {
  const { PDFDict, PDFString } = lib
  for (const [, element] of run.context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || element.get(named(lib, 'Type')) !== named(lib, 'StructElem')) continue
    const name = element.get(named(lib, 'ID'))
    if (name instanceof PDFString) element.set(named(lib, 'ID'), PDFString.of(prefix + name.decodeText()))
    renameHeaders(lib, element, prefix)
  }
}

function renameHeaders({ PDFArray, PDFDict, PDFName, PDFString }: PdfLib, element: PDFDict, prefix: string): void {
  const attributes = element.lookup(PDFName.of('A'))
  for (const owner of attributes instanceof PDFArray ? attributes.asArray() : []) {
    const headers = owner instanceof PDFDict ? owner.get(PDFName.of('Headers')) : undefined
    if (!(headers instanceof PDFArray)) continue
    headers.asArray().forEach((one, index) => {
      if (one instanceof PDFString) headers.set(index, PDFString.of(prefix + one.decodeText()))
    })
  }
}
