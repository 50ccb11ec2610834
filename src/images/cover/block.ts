// A text set to fit: the largest of some sizes at which it stands in its room.

import { balancedLines } from './lines.js'
import { type Breaking, type Division, graphemes, piecesOf } from './pieces.js'
import { type Setting, type Shaped, shapeLine } from './shape.js'

export interface Room {
  readonly width: number
  readonly height: number
  /** Falling. */
  readonly sizes: readonly number[]
  /** Below this size lines are rather divided than the text made smaller. */
  readonly comfortable: number
  /** Of the size. */
  readonly lineHeight: number
}

export interface Block {
  readonly size: number
  readonly lines: readonly Shaped[]
  readonly leading: number
  readonly height: number
  /** Whether the end of the text is left out. */
  readonly shortened: boolean
}

/** Above this size more than a few lines are a wall of letters. */
const largeType = 110
const fewLines = 6
/** No size for hyphens. */
const largestDivided = 136

/** Sets the text; what does not fit at the smallest size is cut at a word, with an ellipsis. */
export function setBlock(text: string, room: Room, setting: Setting, breaking: Breaking): Block {
  const widths = new Map<string, number>()
  const measure = (piece: string) => {
    const width = widths.get(piece) ?? shapeLine(piece, setting).width
    widths.set(piece, width)
    return width
  }
  let words = text
  for (;;) {
    const found = largest(words, room, breaking, measure) ?? lastResort(words, room)
    if (found) {
      const lines = found.lines.map((line) => shapeLine(line, setting))
      const leading = found.size * room.lineHeight
      return { size: found.size, lines, leading, height: lines.length * leading, shortened: words !== text }
    }
    words = shortenedTo(Math.floor(graphemes(words).length * 0.85), words)
  }
}

/** The beginning of a text, up to so many characters, cut at a word where there is one. */
export function shortenedTo(length: number, text: string): string {
  const cut = graphemes(text).slice(0, length).join('')
  const atWord = cut.replace(/[\s\p{P}]+\S*$/u, '')
  return `${(atWord.length > cut.length / 2 ? atWord : cut).replace(/[\s\p{P}]+$/u, '')}…`
}

/** One character is set, whatever its room. */
function lastResort(text: string, { sizes }: Room): Found | undefined {
  return graphemes(text).length > 1 ? undefined : { size: sizes.at(-1) ?? 1, lines: [text] }
}

interface Way {
  readonly division: Division
  readonly sizes: readonly number[]
}

interface Found {
  readonly size: number
  readonly lines: readonly string[]
}

function largest(text: string, room: Room, breaking: Breaking, measure: (text: string) => number): Found | undefined {
  const large = room.sizes.filter((size) => size >= room.comfortable)
  const small = room.sizes.filter((size) => size < room.comfortable)
  const ways: readonly Way[] = [
    { division: 'whole', sizes: large },
    { division: 'hyphenated', sizes: large.filter((size) => size <= largestDivided) },
    { division: 'hyphenated', sizes: small },
    { division: 'anywhere', sizes: room.sizes },
  ]
  for (const { division, sizes } of ways) {
    const pieces = piecesOf(text, division, breaking)
    for (const size of sizes) {
      const lines = balancedLines(pieces, room.width / size, measure)
      const isFull = lines && size > largeType && lines.length > fewLines
      if (lines && !isFull && lines.length * size * room.lineHeight <= room.height) return { size, lines }
    }
  }
  return undefined
}
