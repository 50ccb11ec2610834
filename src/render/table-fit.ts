// How a table fits the measure in print. A browser that may break any word makes narrow columns of broken words, and
// one that may break none prints a page that is too wide smaller, the whole book with it. So the room that the words
// need is reckoned beforehand, with some to spare.

import type { Xhtml } from '../model.js'
import { isBroad, textOf, withClass } from './markup.js'

/** The room for a table. */
export interface TableRoom {
  /** The measure in ems of a table's type, less what a careful reckoning leaves. */
  readonly measure: number
  /** The same of a page that lies on its side. */
  readonly turned: number
  /** How many of the type sizes may be used. */
  readonly sizes: number
}

/** The type sizes, each with how much more it holds; see print-blocks.css. */
const typeSizes = [
  { name: '', holds: 1 },
  { name: 'small', holds: 1.15 },
  { name: 'smaller', holds: 1.33 },
] as const
/** More columns than these are set smaller, even where they would fit. */
const columnsAtSize = [4, 7] as const

/**
 * Marks tables with their type size, and with `whole-words` where no word need break; one that has room only on a page
 * that lies on its side, as `turned`. Not those that hold others.
 */
export function fitTables(xhtml: Xhtml, room: TableRoom): Xhtml {
  const parts = xhtml.split('</table>')
  return parts
    .map((part, index) => {
      const start = part.lastIndexOf('<table')
      return index === parts.length - 1 || start === -1 ? part : part.slice(0, start) + fitted(part.slice(start), room)
    })
    .join('</table>') as Xhtml
}

/** A table from its start tag to before its end tag. */
function fitted(table: string, room: TableRoom): string {
  const end = table.indexOf('>')
  const widths = columnWidths(table.slice(end + 1))
  // Columns stand one em apart.
  const needed = widths.reduce((sum, width) => sum + width, 0) + widths.length - 1
  const names = classesFor(needed, widths.length, room).filter((name) => name !== '')
  return names.length === 0 ? table : withClass(table.slice(0, end), names.join(' ')) + table.slice(end)
}

function classesFor(needed: number, columns: number, { measure, turned, sizes }: TableRoom): string[] {
  const allowed = typeSizes.slice(0, sizes)
  const least = columnsAtSize.slice(0, sizes - 1).filter((most) => columns > most).length
  const fits = allowed.find(({ holds }, index) => index >= least && needed <= measure * holds)
  if (fits) return [fits.name, 'whole-words']
  const across = columns > 1 ? allowed.find(({ holds }) => needed <= turned * holds) : undefined
  return across ? ['turned', across.name, 'whole-words'] : [allowed.at(-1)?.name ?? '']
}

/** The width of each column's widest word, in ems. */
function columnWidths(content: string): number[] {
  const widths: number[] = []
  for (const row of content.split('</tr>')) {
    let column = 0
    for (const cell of row.split(/(?=<t[dh][\s>])/)) {
      const [start] = /^<t[dh](?:\s[^<>]*)?>/.exec(cell) ?? []
      if (start === undefined) continue
      const span = Number(/\scolspan="(\d+)"/.exec(start)?.[1] ?? 1)
      // A cell over several columns has room enough; one beside it that reaches down moves what is below by some.
      if (span === 1) widths[column] = Math.max(widths[column] ?? 0, widestWord(cell))
      column += span
    }
    while (widths.length < column) widths.push(0)
  }
  const known = Array.from(widths, (width) => width ?? 0)
  return content.includes(' rowspan="') ? known.map(() => Math.max(...known)) : known
}

function widestWord(cell: string): number {
  const words = textOf(cell.replace(/<(?:br|\/p|\/li|\/div)[^<>]*>/g, ' ')).split(/[\s-]+/)
  return words.reduce((widest, word) => Math.max(widest, wordWidth(word)), 0)
}

function wordWidth(word: string): number {
  let width = 0
  for (const character of word) {
    // Between characters of East Asia a line may break.
    if (isBroad(character)) width = Math.max(width, 1)
    else if (/[mwMW@%—]/.test(character)) width += 0.85
    else if (/[\p{Lu}\p{So}]/u.test(character)) width += 0.7
    else width += /[ijltf.,:;!'’()]/.test(character) ? 0.32 : 0.48
  }
  return width
}
