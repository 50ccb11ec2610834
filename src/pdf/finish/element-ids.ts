// The names of structure elements (ISO 32000-1 §14.7.2, ID and IDTree), by which table cells name their headers.
// Chromium takes the numbers of its nodes, which differ from run to run; here they are numbered as they stand.

import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../library.js'

interface NamedElement {
  readonly element: PDFDict
  readonly ref: PDFRef
  readonly name: string
}

/** Numbers the named structure elements in the order of the document, and every mention of them. */
export function numberElements(lib: PdfLib, pdf: PDFDocument): void {
  const { PDFDict, PDFString } = lib
  const tree = pdf.catalog.lookupMaybe(named(lib, 'StructTreeRoot'), PDFDict)
  if (!tree) return
  const elements = elementsOf(lib, pdf, tree.get(named(lib, 'K')))
  const names = new Map<string, string>()
  const withNames: NamedElement[] = []
  for (const { element, ref } of elements) {
    const old = textOf(lib, element.lookup(named(lib, 'ID')))
    if (old === undefined) continue
    const name = `e${String(withNames.length + 1).padStart(7, '0')}`
    names.set(old, name)
    withNames.push({ element, ref, name })
    element.set(named(lib, 'ID'), PDFString.of(name))
  }
  for (const { element } of elements) renameHeaders(lib, element, names)
  writeIdTree(lib, pdf, tree, withNames)
}

/** All structure elements in the order of the document, without recursion: tables nest deeply. */
function elementsOf(lib: PdfLib, pdf: PDFDocument, top: PDFObject | undefined): { element: PDFDict; ref: PDFRef }[] {
  const { PDFArray, PDFDict, PDFRef } = lib
  const elements: { element: PDFDict; ref: PDFRef }[] = []
  const ahead: (PDFObject | undefined)[] = [top]
  while (ahead.length > 0) {
    const next = ahead.pop()
    const value = next instanceof PDFRef ? pdf.context.lookup(next) : next
    if (value instanceof PDFArray) for (let index = value.size() - 1; index >= 0; index--) ahead.push(value.get(index))
    if (!(value instanceof PDFDict && next instanceof PDFRef && value.has(named(lib, 'S')))) continue
    elements.push({ element: value, ref: next })
    ahead.push(value.get(named(lib, 'K')))
  }
  return elements
}

function renameHeaders(lib: PdfLib, element: PDFDict, names: ReadonlyMap<string, string>): void {
  const { PDFArray, PDFDict, PDFString } = lib
  const attributes = element.lookup(named(lib, 'A'))
  const owners = attributes instanceof PDFArray ? attributes.asArray() : [attributes]
  for (const owner of owners) {
    const dict = owner && element.context.lookup(owner)
    const headers = dict instanceof PDFDict ? dict.lookup(named(lib, 'Headers')) : undefined
    if (!(headers instanceof PDFArray)) continue
    for (let index = 0; index < headers.size(); index++) {
      const name = names.get(textOf(lib, headers.lookup(index)) ?? '')
      if (name) headers.set(index, PDFString.of(name))
    }
  }
}

function writeIdTree(lib: PdfLib, pdf: PDFDocument, tree: PDFDict, withNames: readonly NamedElement[]): void {
  const { PDFRef, PDFString } = lib
  const key = named(lib, 'IDTree')
  const old = tree.get(key)
  if (old instanceof PDFRef) deleteNameTree(lib, pdf, old)
  tree.delete(key)
  if (withNames.length === 0) return
  const names = withNames.flatMap(({ name, ref }) => [PDFString.of(name), ref])
  tree.set(key, pdf.context.register(pdf.context.obj({ Names: names })))
}

function deleteNameTree(lib: PdfLib, pdf: PDFDocument, ref: PDFRef): void {
  const { PDFArray, PDFDict, PDFRef } = lib
  const kids = pdf.context.lookupMaybe(ref, PDFDict)?.lookupMaybe(named(lib, 'Kids'), PDFArray)
  for (const kid of kids?.asArray() ?? []) if (kid instanceof PDFRef) deleteNameTree(lib, pdf, kid)
  pdf.context.delete(ref)
}

function textOf({ PDFHexString, PDFString }: PdfLib, value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}
