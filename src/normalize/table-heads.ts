// Which cells of a table name what the others hold (HTML Living Standard §4.9.10): a screen reader says them with each.

import { hasSubstance } from './runs.js'
import { element, isElement, type XElement, type XNode } from './xhtml.js'

/** Row groups with a head where the first row is one, and a scope for each heading cell. */
export function withHeads(groups: readonly XElement[]): XElement[] {
  const found = groups.some(({ name }) => name === 'thead') ? [...groups] : withHead(groups)
  return found.map((group) =>
    element(
      group.name,
      group.attributes,
      rowsOf(group).map((row) => scoped(row, group.name)),
    ),
  )
}

// A first row of heading cells is the head; so is one of bold cells, where no other row is bold and no cell is a
// heading cell already.
function withHead(groups: readonly XElement[]): XElement[] {
  const [first, ...others] = groups
  const [row, ...rest] = first ? rowsOf(first) : []
  const below = [...rest, ...others.flatMap(rowsOf)]
  if (!first || !row || below.length === 0 || spansRows(row)) return [...groups]
  const isNamed = cellsOf(row).every(({ name }) => name === 'th')
  const isBold = !isNamed && [row, ...below].every(hasNoHeading) && saysBold(row) && !below.some(saysBold)
  if (!isNamed && !isBold) return [...groups]
  const head = element('thead', {}, [isBold ? asHead(row) : row])
  const body = rest.length > 0 ? [element(first.name, first.attributes, rest)] : []
  return [head, ...body, ...others]
}

export function rowsOf(group: XElement): XElement[] {
  return group.children.filter(isElement)
}

export function cellsOf(row: XElement): XElement[] {
  return row.children.filter(isElement)
}

// A cell that reaches into the next row keeps its row where that is.
function spansRows(row: XElement): boolean {
  return cellsOf(row).some(({ attributes }) => attributes.rowspan !== undefined)
}

function hasNoHeading(row: XElement): boolean {
  return cellsOf(row).every(({ name }) => name === 'td')
}

/** Whether a row has at least two cells, all of them bold but the first, which may be empty. */
function saysBold(row: XElement): boolean {
  const cells = cellsOf(row)
  const isBold = (cell: XElement, index: number) =>
    boldOf(cell) !== undefined || (index === 0 && !cell.children.some(hasSubstance))
  return cells.length > 1 && cells.every(isBold)
}

function boldOf(cell: XElement): XElement | undefined {
  const parts = cell.children.filter(hasSubstance)
  const [only] = parts
  const isBold = parts.length === 1 && only !== undefined && isElement(only) && ['b', 'strong'].includes(only.name)
  return isBold ? only : undefined
}

// Heading cells are bold by themselves.
function asHead(row: XElement): XElement {
  const cells = cellsOf(row).map((cell) => {
    const bold = boldOf(cell)
    const isPlain = bold && Object.keys(bold.attributes).length === 0
    return element('th', cell.attributes, isPlain ? bold.children : cell.children)
  })
  return element('tr', row.attributes, cells)
}

/**
 * A heading cell names its column where its row holds no other cells; the first of another row names that. One without
 * words, as in the corner of a table, names nothing and is none.
 */
function scoped(row: XElement, group: string): XElement {
  const namesColumns = group === 'thead' || cellsOf(row).every(({ name }) => name === 'th')
  const cells = cellsOf(row).map((cell, index): XNode => {
    if (cell.name === 'th' && !cell.children.some(hasSubstance)) return withoutScope(cell)
    if (cell.name !== 'th' || cell.attributes.scope) return cell
    const scope = namesColumns ? 'col' : index === 0 ? 'row' : undefined
    return scope === undefined ? cell : element('th', { ...cell.attributes, scope }, cell.children)
  })
  return element('tr', row.attributes, cells)
}

function withoutScope({ attributes: { scope: _, ...attributes }, children }: XElement): XElement {
  return element('td', attributes, children)
}
