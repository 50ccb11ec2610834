// Tables: the rows of head, body and foot (ISO 32000-1 §14.8.4.3.4).

import type { PDFDocument, PDFRef } from '@pdfme/pdf-lib'
import type { PdfLib } from '../../library.js'
import { type Content, type Element, elementsOf, isElement, type Kid, newElement } from './tree.js'

/** What has no content of its own but its rules. */
const lined = new Set(['Table', 'TR', 'thead', 'tbody', 'tfoot'])

const groups: Readonly<Record<string, string>> = { thead: 'THead', tbody: 'TBody', tfoot: 'TFoot' }

/** Gathers the rows; gives the marked content that a page only repeats, and the lines between the cells. */
export function mendTables(lib: PdfLib, pdf: PDFDocument, roots: readonly Element[]): readonly Content[] {
  const repeated: Content[] = []
  for (const element of elementsOf(roots)) {
    if (lined.has(element.type)) {
      repeated.push(...element.kids.filter((kid) => kid.kind === 'content'))
      element.kids = element.kids.filter((kid) => kid.kind !== 'content')
    }
    if (element.type === 'Table') element.kids = gather(lib, pdf, element.kids)
    if (element.type === 'thead' || element.type === 'tfoot') repeated.push(...dropRepeated(element))
    if (groups[element.type]) element.type = 'TR'
  }
  return repeated
}

function gather(lib: PdfLib, pdf: PDFDocument, kids: readonly Kid[]): Kid[] {
  const rows = kids.filter((kid) => isElement(kid, ...Object.keys(groups)))
  // A table of body rows alone needs no division.
  if (!rows.some((row) => isElement(row, 'thead', 'tfoot'))) return [...kids]
  const done: Kid[] = []
  for (const kid of kids) {
    const type = kid.kind === 'element' ? groups[kid.type] : undefined
    const last = done.at(-1)
    if (type === undefined) done.push(kid)
    else if (isElement(last, type)) last.kids.push(kid)
    else done.push(newElement(lib, pdf, type, [kid]))
  }
  return done
}

/** Head and foot stand again on every page of the table; they are read where they stand first. */
function dropRepeated(row: Element): readonly Content[] {
  const dropped: Content[] = []
  let first: PDFRef | undefined
  for (const element of elementsOf([row])) {
    element.kids = element.kids.filter((kid) => {
      if (kid.kind !== 'content') return true
      first ??= kid.page
      if (kid.page === first) return true
      dropped.push(kid)
      return false
    })
  }
  return dropped
}
