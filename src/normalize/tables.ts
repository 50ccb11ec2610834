// Tables.

import { attributesOf } from './attributes.js'
import type { Builder, Surroundings } from './builder.js'
import { type Element, isTag, placeOf } from './dom.js'
import { hasSubstance } from './runs.js'
import { withHeads } from './table-heads.js'
import { wideColumns, withLabels } from './wide-tables.js'
import { element, type XElement, type XNode } from './xhtml.js'

/** A table in the order that the schema asks for: caption, one head, bodies, one foot. Rows without cells go. */
export function table(builder: Builder, node: Element, at: Surroundings): XNode[] {
  const parts = node.children.filter(isTag)
  const inner: Surroundings = { ...at, around: [] }
  const sections = parts.filter(({ name }) => ['thead', 'tbody', 'tfoot', 'tr'].includes(name))
  const groups = sections.flatMap((part) => rowGroup(builder, part, inner))
  // A second head or foot is a body: its rows stay where they stood.
  const head = groups.find(({ name }) => name === 'thead')
  const foot = groups.findLast(({ name }) => name === 'tfoot')
  const bodies = groups
    .filter((group) => group !== head && group !== foot)
    .map(({ attributes, children }) => element('tbody', attributes, children))
  const rows = withHeads([...(head ? [head] : []), ...bodies, ...(foot ? [foot] : [])])
  const captions = parts.filter(({ name }) => name === 'caption')
  if (rows.length === 0) {
    builder.report('unwrapped', { what: 'table without cells' }, placeOf(builder.dom, node))
    return captions.flatMap((part) => builder.flow(part.children, 'paragraphs', inner))
  }
  // A caption may hold blocks, but no table (HTML §4.9.2): text is all that captions of posts need.
  const caption = captions.flatMap((part) => builder.content(part, inner))
  const title = caption.some(hasSubstance) ? [element('caption', {}, caption)] : []
  const columns = wideColumns(rows)
  if (columns === undefined) return [element('table', attributesOf(builder, node), [...title, ...rows])]
  const listed = withLabels(rows)
  const shown = listed ? 'as a list, row by row' : 'smaller'
  builder.report('table-wide', { columns, shown }, placeOf(builder.dom, node))
  const attributes = { ...attributesOf(builder, node), class: listed ? 'wide linear' : 'wide' }
  return [element('table', attributes, [...title, ...(listed ?? rows)])]
}

function rowGroup(builder: Builder, part: Element, at: Surroundings): XElement[] {
  const isRow = part.name === 'tr'
  const sourceRows = isRow ? [part] : part.children.filter(isTag).filter(({ name }) => name === 'tr')
  const rows = sourceRows.flatMap((row) => tableRow(builder, row, at))
  const attributes = isRow ? {} : attributesOf(builder, part)
  return rows.length === 0 ? [] : [element(isRow ? 'tbody' : part.name, attributes, rows)]
}

function tableRow(builder: Builder, row: Element, at: Surroundings): XElement[] {
  const cells = row.children
    .filter(isTag)
    .filter(({ name }) => name === 'td' || name === 'th')
    .map((cell) => element(cell.name, attributesOf(builder, cell), builder.flow(cell.children, 'bare', at)))
  if (cells.length > 0) return [element('tr', attributesOf(builder, row), cells)]
  builder.report('removed', { what: 'table row without cells' }, placeOf(builder.dom, row))
  return []
}
