// Tables: as many columns in every row, and headers that can be found from every cell.

import type { PDFObject } from '@pdfme/pdf-lib'
import { type Element, elementsOf, isElement, type StructureTree } from '../finish/structure/tree.js'
import { named, type PdfLib } from '../library.js'
import type { Tally } from './rules.js'

export function checkTables(lib: PdfLib, { roots }: StructureTree, tally: Tally): void {
  const headers = new Set<string>()
  for (const { type, dict } of elementsOf(roots)) {
    const name = type === 'TH' ? dict.lookup(named(lib, 'ID')) : undefined
    if (name) headers.add(name.toString())
  }
  for (const table of elementsOf(roots)) {
    if (table.type !== 'Table') continue
    const rows = rowsOf(table)
    tally.count('tables-regular', !isRegular(lib, rows) && 'the rows of a table differ in their columns')
    for (const cell of rows.flatMap(({ kids }) => kids)) {
      if (isElement(cell)) tally.count('headers-assigned', headerFault(lib, cell, headers))
    }
  }
}

function rowsOf(table: Element): readonly Element[] {
  return table.kids.flatMap((kid) => {
    if (!isElement(kid)) return []
    return kid.type === 'TR' ? [kid] : kid.kids.filter((row) => isElement(row, 'TR'))
  })
}

function headerFault(lib: PdfLib, cell: Element, headers: ReadonlySet<string>): string | undefined {
  if (cell.type === 'TH') return attribute(lib, cell, 'Scope') ? undefined : 'a header cell has no scope'
  const named = attribute(lib, cell, 'Headers')
  const names = named instanceof lib.PDFArray ? named.asArray().map(String) : []
  return names.every((name) => headers.has(name)) ? undefined : 'a cell names a header that is not there'
}

/** Lays the cells out as a table is laid out: a cell may reach into the rows below. */
function isRegular(lib: PdfLib, rows: readonly Element[]): boolean {
  /** For each column how many more rows a cell above takes. */
  let taken: number[] = []
  let width: number | undefined
  for (const row of rows) {
    const here = taken.map((count) => Math.max(0, count - 1))
    const isFree = (column: number) => (taken[column] ?? 0) === 0
    let column = 0
    for (const cell of row.kids.filter((kid) => isElement(kid, 'TH', 'TD'))) {
      while (!isFree(column)) column++
      const depth = span(lib, cell as Element, 'RowSpan')
      for (let left = span(lib, cell as Element, 'ColSpan'); left > 0; left--) here[column++] = depth - 1
    }
    while (column < taken.length && !isFree(column)) column++
    const total = Math.max(column, taken.findLastIndex((count) => count > 0) + 1)
    width ??= total
    if (total !== width) return false
    taken = here
  }
  return true
}

function span(lib: PdfLib, cell: Element, name: string): number {
  const value = attribute(lib, cell, name)
  return value instanceof lib.PDFNumber ? Math.max(1, Math.min(value.asNumber(), 1000)) : 1
}

function attribute(lib: PdfLib, { dict }: Element, name: string): PDFObject | undefined {
  const attributes = dict.lookup(named(lib, 'A'))
  const owners =
    attributes instanceof lib.PDFArray ? attributes.asArray().map((_, at) => attributes.lookup(at)) : [attributes]
  for (const owner of owners) {
    const value = owner instanceof lib.PDFDict ? owner.lookup(named(lib, name)) : undefined
    if (value) return value
  }
  return undefined
}
