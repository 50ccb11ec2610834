// The page: how large its type is and where it stands, reckoned so that a line holds 45 to 75 characters whatever the
// paper. Everything in points.

import { readPageSize } from '../options/page-size.js'
import type { Tokens } from './theme.js'

export interface Page {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  /** The side of the spine, and the other. */
  readonly inner: number
  readonly outer: number
  readonly size: number
  readonly line: number
  /** Height of the type area, a whole number of lines. */
  readonly depth: number
  /** Width of a line of text. */
  readonly measure: number
  /** How far the text stands in from the headings. */
  readonly inset: number
  /** The column for the reader's notes, a part of the outer margin; 0 where there is none. */
  readonly notes: number
  /** Of a usual line of text. */
  readonly charactersPerLine: number
  /** Columns of text, and the space between two of them. `measure` is the width of one. */
  readonly columns: 1 | 2
  readonly columnGap: number
  /** Columns of the questions of a handout. */
  readonly questionColumns: 1 | 2
}

const points = 72 / 25.4
/** Notes and text stand apart by this much. */
export const notesGap = 6 * points
/** Space between columns of text. */
const columnGap = 7 * points
/** Characters of a column: the fewest, and as many as its type is chosen for. */
const column = { least: 48, wanted: 53 } as const
/** The least inset that heads can hang in. */
const leastInset = 18 * points
/** The part of the spare width that goes to the inner margin. */
const toInner = 0.35

/**
 * Lays out a page. `density` below 1 sets the type smaller, down to the least size.
 */
export function pageOf(tokens: Tokens, pageSize: string = tokens.pageSize, density = 1): Page {
  const [width, height] = (readPageSize(pageSize) ?? [0, 0]).map((side) => side * points) as [number, number]
  const { margins, emPerCharacter, charactersPerLine } = tokens
  const wanted = { inner: width * margins.inner, outer: width * margins.outer }
  const [least, most] = tokens.size
  const free = width - wanted.inner - wanted.outer
  // A column for notes needs a page that holds it beside a line of some length.
  const notes = tokens.notes * points
  const withNotes = notes > 0 && free - notes - notesGap >= 58 * emPerCharacter * least ? notes : 0
  const {
    columns,
    room,
    wanted: characters,
  } = inTwo(tokens, free) ??
  ({ columns: 1, room: free - (withNotes && withNotes + notesGap), wanted: charactersPerLine } as const)
  const fitting = room / (emPerCharacter * characters)
  const size = half(Math.max(least, Math.min(most, fitting) * density))
  const line = half(size * tokens.leading)
  const measure = Math.min(room, charactersPerLine * emPerCharacter * size)
  const gap = columns === 2 ? columnGap : 0
  const used = measure * columns + gap
  const spare = columns === 2 ? free - used : room - measure
  const inset = columns === 1 && spare >= leastInset ? Math.min(tokens.inset * points, spare) : 0
  const side = withNotes > 0 ? 0 : spare - inset
  const top = height * margins.top
  const depth = Math.floor((height - top - height * margins.bottom) / line) * line
  return rounded({
    width,
    columns,
    columnGap: gap,
    questionColumns: free / 2 - notesGap >= 36 * emPerCharacter * size ? 2 : 1,
    height,
    top,
    bottom: height - top - depth,
    inner: wanted.inner + side * toInner,
    outer: width - wanted.inner - side * toInner - inset - used,
    size,
    line,
    depth,
    measure,
    inset,
    notes: withNotes > 0 ? withNotes + spare : 0,
    // A ragged line falls short of the measure by half a word.
    charactersPerLine: Math.floor(measure / (emPerCharacter * size) - 3),
  })
}

/** Two columns, where each holds a line that reads well. */
function inTwo({ columns, emPerCharacter, size: [least] }: Tokens, free: number) {
  const room = (free - columnGap) / 2
  if (columns === 1 || room < column.least * emPerCharacter * least) return undefined
  return { columns, room, wanted: column.wanted }
}

/** To the hundredth of a point, so that the style sheet reads well. */
function rounded(page: Page): Page {
  const entries = Object.entries(page) as [keyof Page, number][]
  return Object.fromEntries(entries.map(([name, value]) => [name, Math.round(value * 100) / 100])) as unknown as Page
}

function half(value: number): number {
  return Math.round(value * 2) / 2
}
