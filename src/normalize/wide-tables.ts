// Tables that do not fit a small screen. Where each cell has one header cell above it, its words go with the cell, so
// that a reader without room for the columns can show each row as a list: "Protein: 13.5 %".

import { cellsOf, rowsOf } from './table-heads.js'
import { element, isElement, visibleText, type XElement } from './xhtml.js'

// More columns than this do not fit a page of a book at its usual size.
const narrow = 4

/** How many columns the table has where those are more than a page is wide; otherwise nothing. */
export function wideColumns(groups: readonly XElement[]): number | undefined {
  const columns = (row: XElement) =>
    cellsOf(row).reduce((sum, { attributes }) => sum + Number(attributes.colspan ?? 1), 0)
  const most = groups.flatMap(rowsOf).reduce((widest, row) => Math.max(widest, columns(row)), 0)
  return most > narrow ? most : undefined
}

/** The same rows, each cell below a head with the words of its header cell; nothing where a cell has not just one. */
export function withLabels(groups: readonly XElement[]): XElement[] | undefined {
  const [head, ...bodies] = groups
  const [names, ...more] = head?.name === 'thead' ? rowsOf(head) : []
  if (!head || !names || more.length > 0 || !cellsOf(names).every(isPlain)) return undefined
  const labels = cellsOf(names).map(({ children }) => visibleText(children))
  const rows = [names, ...bodies.flatMap(rowsOf)]
  const isGrid = rows.every((row) => cellsOf(row).length === labels.length && !cellsOf(row).some(spans))
  return isGrid ? [head, ...bodies.map((body) => ({ ...body, children: rowsOf(body).map(labelled) }))] : undefined

  function labelled(row: XElement): XElement {
    const cells = cellsOf(row).map((cell, index) => {
      const label = labels[index] ?? ''
      return label === '' ? cell : element(cell.name, { ...cell.attributes, 'data-label': label }, cell.children)
    })
    return { ...row, children: cells }
  }
}

/** Whether text says all of it: the header cells do not show where each row is a list. */
function isPlain({ name, attributes, children }: XElement): boolean {
  if (['a', 'img', 'math'].includes(name) || attributes.id !== undefined) return false
  return children.every((child) => !isElement(child) || isPlain(child))
}

function spans({ attributes: { colspan = '1', rowspan = '1' } }: XElement): boolean {
  return colspan !== '1' || rowspan !== '1'
}
