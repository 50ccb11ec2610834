// How a table fits the measure in print. A browser that may break any word makes narrow columns of broken words, and
// one that may break none prints a page that is too wide smaller, the whole book with it. So the room that the words
// need is reckoned beforehand, with some to spare.

import type { Xhtml } from '../model.js'
import { lengthOnPage, textOf, withClass } from './markup.js'
import { cellsOf, columnWidths, markLongWords } from './table-words.js'

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
/** Letters of a word that is divided in any table, and of one that is where the table does not fit otherwise. */
const longestWord = 22
const longestInNeed = 9
/** Lines of a table that may run over pages, however few its rows, and of one of its rows. */
const mostLines = 12
const lowRow = 2
/** The mean width of a character of a table's text, in its ems. */
const meanCharacter = 0.42

/**
 * Marks tables with their type size, and with `whole-words` where no word need break but the long ones; one that has room
 * only on a page that lies on its side, as `turned`; one that has room nowhere, and whose cells name their columns, as
 * `listed`. Not those that hold others.
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
  const [start, content] = [table.slice(0, end), table.slice(end)]
  const { names, longest } = fitOf(content, / class="[^"]*\blinear\b/.test(start), room)
  const all = [...names, ...(isTall(content, room.measure) ? ['tall'] : [])].filter((name) => name !== '')
  const words = longest === undefined ? content : markLongWords(content, longest)
  return (all.length === 0 ? start : withClass(start, all.join(' '))) + words
}

interface Fit {
  readonly names: readonly string[]
  /** Letters of the longest word that stays whole. */
  readonly longest?: number
}

function fitOf(content: string, isLabelled: boolean, { measure, turned, sizes }: TableRoom): Fit {
  const allowed = typeSizes.slice(0, sizes)
  const widths = columnWidths(content, longestWord)
  // Columns stand one em apart.
  const needs = (all: readonly number[]) => all.reduce((sum, width) => sum + width, 0) + all.length - 1
  const needed = needs(widths)
  const least = columnsAtSize.slice(0, sizes - 1).filter((most) => widths.length > most).length
  const fits = (width: number) => allowed.find(({ holds }, index) => index >= least && width <= measure * holds)
  const whole = fits(needed)
  if (whole) return { names: [whole.name, 'whole-words'], longest: longestWord }
  const across = widths.length > 1 ? allowed.find(({ holds }) => needed <= turned * holds) : undefined
  if (across) return { names: ['turned', across.name, 'whole-words'], longest: longestWord }
  const divided = fits(needs(columnWidths(content, longestInNeed)))
  if (divided) return { names: [divided.name, 'whole-words'], longest: longestInNeed }
  return { names: [isLabelled ? 'listed' : (allowed.at(-1)?.name ?? '')] }
}

/** Whether the cells hold so much text that a page might have no room for the rest of the table. */
function isTall(content: string, measure: number): boolean {
  const heights = content.split('</tr>').map((row) => {
    const cells = cellsOf(row)
    const room = measure / Math.max(1, cells.length)
    return cells.reduce((height, { cell }) => {
      return Math.max(height, Math.ceil((lengthOnPage(textOf(cell)) * meanCharacter) / room))
    }, 0)
  })
  const lines = heights.reduce((sum, height) => sum + height, 0)
  return lines > mostLines && heights.some((height) => height > lowRow)
}
