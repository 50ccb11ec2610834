// Pieces to lines: as few as they can be, and as even as they can be, so that no word stands alone at the end.

import type { Piece } from './pieces.js'

/** The width of a text in ems. */
export type Measure = (text: string) => number

/** The lines of the least number that the width allows; undefined where a piece is wider than a line. */
export function balancedLines(
  pieces: readonly Piece[],
  width: number,
  measure: Measure,
): readonly string[] | undefined {
  const widths = pieces.map(({ text }) => measure(text))
  const hyphens = pieces.map(({ hyphen }) => (hyphen ? measure('-') : 0))
  if (pieces.some((_, index) => (widths[index] ?? 0) + (hyphens[index] ?? 0) > width)) return undefined
  const gap = measure('n n') - 2 * measure('n')
  // What stands before each piece if all were one line.
  const before = [0]
  pieces.forEach((piece, index) => {
    before.push((before[index] ?? 0) + (widths[index] ?? 0) + (piece.gap ? gap : 0))
  })
  const line: LineWidth = (from, to) => {
    const last = to - 1
    return (before[last] ?? 0) - (before[from] ?? 0) + (widths[last] ?? 0) + (hyphens[last] ?? 0)
  }
  const count = fewestLines(pieces.length, width, line)
  const ends = evenEnds(pieces, count, width, line)
  return ends.map((end, index) => textOf(pieces.slice(ends[index - 1] ?? 0, end)))
}

/** The width of the line that holds the pieces from one up to, and without, another. */
type LineWidth = (from: number, to: number) => number

function fewestLines(length: number, width: number, line: LineWidth): number {
  let count = 0
  for (let from = 0; from < length; count += 1) {
    let to = from + 1
    while (to < length && line(from, to + 1) <= width) to += 1
    from = to
  }
  return count
}

interface Way {
  readonly cost: number
  readonly ends: readonly number[]
}

/** The ends of lines that differ least in width. */
function evenEnds(pieces: readonly Piece[], count: number, width: number, line: LineWidth): readonly number[] {
  const { length } = pieces
  const even = line(0, length) / count
  const costOf = (from: number, to: number) => {
    const last = pieces[to - 1]
    // Of two even ways the better is the one that leaves no little word behind at the end of a line, nor a hyphen.
    const isPoor = to < length && last !== undefined && (last.hyphen || (last.gap && last.text.length <= 3))
    return (line(from, to) - even) ** 2 + (isPoor ? (width * 0.12) ** 2 : 0)
  }
  let ways: ReadonlyMap<number, Way> = new Map([[0, { cost: 0, ends: [] }]])
  for (let row = 0; row < count; row += 1) {
    const next = new Map<number, Way>()
    for (const [from, way] of ways) {
      for (let to = from + 1; to <= length && line(from, to) <= width; to += 1) {
        const cost = way.cost + costOf(from, to)
        if (cost < (next.get(to)?.cost ?? Number.POSITIVE_INFINITY)) next.set(to, { cost, ends: [...way.ends, to] })
      }
    }
    ways = next
  }
  return ways.get(length)?.ends ?? []
}

function textOf(pieces: readonly Piece[]): string {
  const last = pieces.length - 1
  return pieces
    .map(({ text, gap, hyphen }, index) => (index < last ? text + (gap ? ' ' : '') : text + (hyphen ? '-' : '')))
    .join('')
}
