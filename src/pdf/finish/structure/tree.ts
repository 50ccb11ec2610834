// The structure tree (ISO 32000-1 §14.7) as values that can be changed: read once, mended, written back.

import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../../library.js'

/** A structure element; `type` is its structure type. */
export interface Element {
  readonly kind: 'element'
  readonly ref: PDFRef
  readonly dict: PDFDict
  type: string
  kids: Kid[]
}

/** Marked content of a page. */
export interface Content {
  readonly kind: 'content'
  readonly page: PDFRef
  readonly mcid: number
}

/** An object of a page, such as the annotation of a link. */
export interface ObjectReference {
  readonly kind: 'object'
  readonly page: PDFRef | undefined
  readonly object: PDFRef
}

export type Kid = Element | Content | ObjectReference

export interface StructureTree {
  readonly dict: PDFDict
  readonly roots: Element[]
  /** Every element that Chromium wrote, whether it stays or not. */
  readonly printed: readonly Element[]
}

export function readStructure(lib: PdfLib, pdf: PDFDocument): StructureTree | undefined {
  const dict = pdf.catalog.lookupMaybe(named(lib, 'StructTreeRoot'), lib.PDFDict)
  if (!dict) return undefined
  const printed: Element[] = []
  const roots: Kid[] = []
  // Without recursion: tables nest deeply.
  const ahead: { value: PDFObject | undefined; into: Kid[]; page: PDFRef | undefined }[] = [
    { value: dict.get(named(lib, 'K')), into: roots, page: undefined },
  ]
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { into, page } = next
    for (const value of listOf(lib, pdf, next.value)) {
      const kid = readKid(lib, pdf, value, page)
      if (!kid) continue
      into.push(kid)
      if (kid.kind !== 'element') continue
      printed.push(kid)
      const own = kid.dict.get(named(lib, 'Pg'))
      const below = own instanceof lib.PDFRef ? own : undefined
      ahead.push({ value: kid.dict.get(named(lib, 'K')), into: kid.kids, page: below })
    }
  }
  return { dict, roots: roots.filter((kid) => kid.kind === 'element'), printed }
}

function listOf(lib: PdfLib, pdf: PDFDocument, value: PDFObject | undefined): readonly PDFObject[] {
  const found = value instanceof lib.PDFRef ? pdf.context.lookup(value) : value
  if (found instanceof lib.PDFArray) return found.asArray()
  return value === undefined ? [] : [value]
}

function readKid(lib: PdfLib, pdf: PDFDocument, value: PDFObject, page: PDFRef | undefined): Kid | undefined {
  const { PDFDict, PDFName, PDFNumber, PDFRef } = lib
  if (value instanceof PDFNumber) return page && { kind: 'content', page, mcid: value.asNumber() }
  const dict = value instanceof PDFRef ? pdf.context.lookup(value) : value
  if (!(dict instanceof PDFDict)) return undefined
  const type = dict.get(named(lib, 'S'))
  if (type instanceof PDFName && value instanceof PDFRef) {
    return { kind: 'element', ref: value, dict, type: type.decodeText(), kids: [] }
  }
  const own = dict.get(named(lib, 'Pg'))
  const here = own instanceof PDFRef ? own : page
  const mcid = dict.lookup(named(lib, 'MCID'))
  if (mcid instanceof PDFNumber) return here && { kind: 'content', page: here, mcid: mcid.asNumber() }
  const object = dict.get(named(lib, 'Obj'))
  return object instanceof PDFRef ? { kind: 'object', page: here, object } : undefined
}

/** A new element around kids. */
export function newElement(lib: PdfLib, pdf: PDFDocument, type: string, kids: Kid[]): Element {
  const dict = lib.PDFDict.withContext(pdf.context)
  return { kind: 'element', ref: pdf.context.register(dict), dict, type, kids }
}

/** All elements below and including those given, parents before their kids, in the order of the document. */
export function* elementsOf(roots: readonly Kid[]): Generator<Element> {
  const ahead = roots.toReversed()
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (next.kind !== 'element') continue
    yield next
    for (let at = next.kids.length - 1; at >= 0; at--) ahead.push(next.kids[at] as Kid)
  }
}

/** True for the kid that is an element of one of these types. */
export function isElement(kid: Kid | undefined, ...types: readonly string[]): kid is Element {
  return kid?.kind === 'element' && (types.length === 0 || types.includes(kid.type))
}
