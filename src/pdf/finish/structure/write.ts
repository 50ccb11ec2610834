// The mended structure tree, back into the file, with a parent tree to match (ISO 32000-1 §14.7.4.4).

import type { PDFDocument, PDFObject, PDFRef } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../../library.js'
import type { MarkedForm } from '../content/mark-pages.js'
import { type Content, type Element, elementsOf, type Kid, type StructureTree } from './tree.js'

export function writeStructure(lib: PdfLib, pdf: PDFDocument, tree: StructureTree, forms: readonly MarkedForm[]): void {
  const streams = new Map(forms.flatMap(({ page, ref, mcids }) => [...mcids].map((mcid) => [`${page} ${mcid}`, ref])))
  const streamOf = ({ page, mcid }: Content) => (streams.size === 0 ? undefined : streams.get(`${page} ${mcid}`))
  const live = new Set<PDFRef>()
  const parents = new ParentTree(lib, pdf)
  setKids(
    lib,
    tree.dict,
    tree.roots.map(({ ref }) => ref),
  )
  const top = pdf.catalog.get(named(lib, 'StructTreeRoot'))
  for (const root of tree.roots) if (top) root.dict.set(named(lib, 'P'), top)
  for (const element of elementsOf(tree.roots)) {
    live.add(element.ref)
    writeElement(lib, element, streamOf)
    for (const kid of element.kids) parents.add(kid, element.ref, kid.kind === 'content' ? streamOf(kid) : undefined)
  }
  for (const { ref } of tree.printed) if (!live.has(ref)) pdf.context.delete(ref)
  parents.write(tree)
}

function writeElement(lib: PdfLib, element: Element, streamOf: (content: Content) => PDFRef | undefined): void {
  const { PDFNumber } = lib
  const { dict, kids, ref, type } = element
  const page = kids.find((kid) => kid.kind === 'content')?.page
  dict.set(named(lib, 'Type'), named(lib, 'StructElem'))
  dict.set(named(lib, 'S'), named(lib, type))
  if (page) dict.set(named(lib, 'Pg'), page)
  else dict.delete(named(lib, 'Pg'))
  const written = kids.map((kid): PDFObject => {
    if (kid.kind === 'element') {
      kid.dict.set(named(lib, 'P'), ref)
      return kid.ref
    }
    const place = kid.page && kid.page !== page ? { Pg: kid.page } : {}
    if (kid.kind === 'object') return dict.context.obj({ Type: 'OBJR', Obj: kid.object, ...place })
    const stream = streamOf(kid)
    if (kid.page === page && !stream) return PDFNumber.of(kid.mcid)
    return dict.context.obj({ Type: 'MCR', ...place, ...(stream ? { Stm: stream } : {}), MCID: kid.mcid })
  })
  setKids(lib, dict, written)
}

function setKids(lib: PdfLib, dict: Element['dict'], kids: readonly PDFObject[]): void {
  const [first] = kids
  if (first === undefined) dict.delete(named(lib, 'K'))
  else dict.set(named(lib, 'K'), kids.length === 1 ? first : dict.context.obj([...kids]))
}

/** Which element each piece of marked content and each annotation belongs to. */
class ParentTree {
  readonly #content = new Map<PDFRef, PDFRef[]>()
  readonly #objects = new Map<PDFRef, PDFRef>()

  readonly #lib: PdfLib
  readonly #pdf: PDFDocument

  constructor(lib: PdfLib, pdf: PDFDocument) {
    this.#lib = lib
    this.#pdf = pdf
  }

  add(kid: Kid, parent: PDFRef, form: PDFRef | undefined): void {
    if (kid.kind === 'object') this.#objects.set(kid.object, parent)
    if (kid.kind !== 'content') return
    const owner = form ?? kid.page
    const row = this.#content.get(owner) ?? []
    row[kid.mcid] = parent
    this.#content.set(owner, row)
  }

  write(tree: StructureTree): void {
    const [lib, pdf] = [this.#lib, this.#pdf]
    forgetParents(lib, pdf)
    const numbers: PDFObject[] = []
    let key = 0
    const next = (owner: PDFRef, name: string, value: PDFObject) => {
      const object = pdf.context.lookup(owner)
      const dict = object instanceof lib.PDFRawStream ? object.dict : object
      if (!(dict instanceof lib.PDFDict)) return
      dict.set(named(lib, name), lib.PDFNumber.of(key))
      numbers.push(lib.PDFNumber.of(key), value)
      key++
    }
    for (const [owner, row] of this.#content) next(owner, 'StructParents', pdf.context.register(this.#row(row)))
    for (const [object, parent] of this.#objects) next(object, 'StructParent', parent)
    deleteNumberTree(lib, pdf, tree.dict.get(named(lib, 'ParentTree')))
    tree.dict.set(named(lib, 'ParentTree'), pdf.context.register(pdf.context.obj({ Nums: numbers })))
    tree.dict.set(named(lib, 'ParentTreeNextKey'), lib.PDFNumber.of(key))
  }

  /** What has become an artifact leaves a hole. */
  #row(row: readonly (PDFRef | undefined)[]) {
    return this.#pdf.context.obj(Array.from(row, (parent) => parent ?? this.#lib.PDFNull))
  }
}

/** The numbers that Chromium gave: a page or a link that is in no element any more must keep none. */
function forgetParents(lib: PdfLib, pdf: PDFDocument): void {
  for (const page of pdf.getPages()) {
    page.node.delete(named(lib, 'StructParents'))
    const annotations = page.node.lookupMaybe(named(lib, 'Annots'), lib.PDFArray)
    for (let at = 0; at < (annotations?.size() ?? 0); at++) {
      annotations?.lookupMaybe(at, lib.PDFDict)?.delete(named(lib, 'StructParent'))
    }
  }
}

function deleteNumberTree(lib: PdfLib, pdf: PDFDocument, ref: PDFObject | undefined): void {
  const { PDFArray, PDFDict, PDFRef } = lib
  const node = ref instanceof PDFRef ? pdf.context.lookupMaybe(ref, PDFDict) : undefined
  if (!node || !(ref instanceof PDFRef)) return
  for (const key of ['Kids', 'Nums']) {
    const below = node.lookupMaybe(named(lib, key), PDFArray)?.asArray() ?? []
    // Of a leaf, the rows of a page; an annotation's own element is no row.
    for (const kid of below) {
      if (key === 'Kids') deleteNumberTree(lib, pdf, kid)
      else if (kid instanceof PDFRef && pdf.context.lookup(kid) instanceof PDFArray) pdf.context.delete(kid)
    }
  }
  pdf.context.delete(ref)
}
