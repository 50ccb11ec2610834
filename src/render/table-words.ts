// The words of a table's cells: how wide its columns must be for them, and which are so long that they are divided.

import { isBroad, textOf } from './markup.js'

/** Letters of a part of a divided word, its hyphen among them. */
export const longestPart = 10

/** What stands for the widest part of a divided word. */
const part = 'n'.repeat(longestPart)
const letters = /[\p{L}\p{M}]+/gu

/** The width of each column's widest word, in ems; words of more letters than `longest` are divided. */
export function columnWidths(content: string, longest: number): number[] {
  const widths: number[] = []
  for (const row of content.split('</tr>')) {
    let column = 0
    for (const { start, cell } of cellsOf(row)) {
      const span = Number(/\scolspan="(\d+)"/.exec(start)?.[1] ?? 1)
      // A cell over several columns has room enough; one beside it that reaches down moves what is below by some.
      if (span === 1) widths[column] = Math.max(widths[column] ?? 0, widestWord(cell, longest))
      column += span
    }
    while (widths.length < column) widths.push(0)
  }
  const known = Array.from(widths, (width) => width ?? 0)
  if (!content.includes(' rowspan="')) return known
  const widest = known.reduce((most, width) => Math.max(most, width), 0)
  return known.map(() => widest)
}

export function cellsOf(row: string): { readonly start: string; readonly cell: string }[] {
  return row.split(/(?=<t[dh][\s>])/).flatMap((cell) => {
    const [start] = /^<t[dh](?:\s[^<>]*)?>/.exec(cell) ?? []
    return start === undefined ? [] : [{ start, cell }]
  })
}

function widestWord(cell: string, longest: number): number {
  const words = textOf(cell.replace(/<(?:w?br|\/p|\/li|\/div)[^<>]*>/g, ' ')).split(/[\s-]+/)
  const divided = words.map((word) => word.replace(letters, (run) => (run.length > longest ? part : run)))
  return divided.reduce((widest, word) => Math.max(widest, wordWidth(word)), 0)
}

/** The width of a text of one line, in ems. */
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

/** The content with its long words marked, for hyphens to be put into them. */
export function markLongWords(content: string, longest: number): string {
  return content.replace(/<[^<>]*>|&[^;&]*;|[\p{L}\p{M}]+/gu, (piece) => {
    const isWord = !piece.startsWith('<') && !piece.startsWith('&')
    return isWord && piece.length > longest && !isBroad(piece) ? `<span class="long-word">${piece}</span>` : piece
  })
}
