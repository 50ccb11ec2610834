// What a content stream draws, and where: the tagged glyphs and pictures of a page in its own coordinates. What is not
// tagged, as running heads and folios, is passed over. Only operators are read that Chromium writes.

import type { GlyphWidths } from './glyph-widths.js'
import { identity, type Matrix, moved, times } from './matrix.js'

/** What the names of a stream's resources stand for. */
export interface Resources {
  readonly fontOf: (name: string) => GlyphWidths | undefined
  readonly objectOf: (name: string) => DrawnObject | undefined
}

/** A picture of so many pixels, or a drawing with a stream of its own. */
export type DrawnObject =
  | { readonly kind: 'image'; readonly width: number; readonly height: number }
  | {
      readonly kind: 'form'
      readonly matrix: Matrix
      readonly content: readonly string[]
      readonly resources: Resources
    }

export interface Drawn {
  /** A run of glyphs from left to right, its ends in points, and the scale at which the page is drawn. */
  readonly text: (run: { left: number; right: number; baseline: number; scale: number }) => void
  /** A picture: pixels, and points of its sides. */
  readonly image: (pixels: readonly [number, number], points: readonly [number, number]) => void
}

/** A number, a string of codes, a name, a dictionary or an operator; the rest does not matter here. */
const tokens = /(-?[\d.]+)|<([\dA-Fa-f]+)>|\/([^\s/<>[\]()]+)|(<<(?:[^>]|>(?!>))*>>)|([A-Za-z][\w*'"]*)/g

/** Characters that are read at a time. */
const pieceLength = 8192
const newline = 0x0a

/**
 * The content of a stream a few lines at a time: long strings outlive the page they are of, and those of a long book
 * would fill the memory. No token goes over the end of a line.
 */
export function* piecesOf(content: Uint8Array): Generator<string> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length)
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(newline, from + pieceLength)
    const to = end === -1 ? bytes.length : end
    yield bytes.toString('latin1', from, to)
    from = to
  }
}

/** What stands before an operator. */
interface Operands {
  readonly numbers: readonly number[]
  readonly codes: string
  readonly name: string
  readonly properties: string
}

/** Forms within forms are followed so far. */
const deepest = 8

interface Level {
  readonly resources: Resources
  readonly depth: number
}

function* tokensOf(content: Iterable<string>): Generator<RegExpExecArray> {
  for (const piece of content) yield* piece.matchAll(tokens)
}

export class PageReader {
  private matrix: Matrix = identity
  private line: Matrix = identity
  /** Where a run was to begin of which nothing is shown yet: Chromium leaves out glyphs that are cut off whole. */
  private origin: Matrix | undefined
  private font: GlyphWidths | undefined
  private size = 0
  private readonly saved: Matrix[] = []
  private readonly marks: boolean[] = []
  private readonly drawn: Drawn

  constructor(drawn: Drawn) {
    this.drawn = drawn
  }

  read(content: Iterable<string>, resources: Resources, depth = 0): void {
    let numbers: number[] = []
    let [codes, name, properties] = ['', '', '']
    for (const [, number, shown, named, dictionary, operator] of tokensOf(content)) {
      if (number !== undefined) numbers.push(Number(number))
      else if (shown !== undefined) codes = shown
      else if (named !== undefined) name = named
      else if (dictionary !== undefined) properties = dictionary
      else if (operator !== undefined) {
        this.take(operator, { numbers, codes, name, properties }, { resources, depth })
        if (numbers.length > 0) numbers = []
        properties = ''
      }
    }
  }

  private take(operator: string, operands: Operands, level: Level): void {
    const { numbers, codes, name, properties } = operands
    if (operator === 'Tj') this.show(codes)
    else if (operator === 'Td') this.line = moved(this.line, numbers[0] ?? 0, numbers[1] ?? 0)
    else if (operator === 'Tm' || operator === 'cm') this.set(operator, numbers as unknown as Matrix)
    else if (operator === 'Tf') [this.font, this.size] = [level.resources.fontOf(name), numbers[0] ?? 0]
    else if (operator === 'BDC' || operator === 'BMC') this.marks.push(/\/MCID\s/.test(properties))
    else if (operator === 'Do') this.draw(level.resources.objectOf(name), level)
    else this.plain(operator)
  }

  private plain(operator: string): void {
    if (operator === 'q') this.saved.push(this.matrix)
    else if (operator === 'Q') this.matrix = this.saved.pop() ?? identity
    else if (operator === 'BT') this.line = identity
    else if (operator === 'EMC') this.marks.pop()
  }

  private set(operator: string, matrix: Matrix): void {
    if (operator === 'Tm') [this.line, this.origin] = [matrix, matrix]
    else this.matrix = times(matrix, this.matrix)
  }

  /** Glyphs are shown where the line stands; Chromium moves it before each. */
  private show(codes: string): void {
    if (!this.font || !this.marks.includes(true)) return
    const { digits, advance, isSpace } = this.font
    const [from, origin] = [this.line, this.origin ?? this.line]
    this.origin = undefined
    let [width, ink] = [0, 0]
    for (let at = 0; at < codes.length; at += digits) {
      const code = Number.parseInt(codes.slice(at, at + digits), 16)
      width += advance(code) * this.size
      if (!isSpace(code)) ink = width
    }
    const [a, b, c, d, e, f] = this.matrix
    // Text that runs across the lines is not measured.
    if (ink === 0 || Math.abs(from[0] * b + from[1] * d) > 1e-3) return
    const across = (x: number, y: number) => a * x + c * y + e
    const left = across(origin[4], origin[5])
    const right = across(from[0] * ink + from[4], from[1] * ink + from[5])
    const baseline = b * from[4] + d * from[5] + f
    const scale = Math.hypot(a, b)
    this.drawn.text({ left: Math.min(left, right), right: Math.max(left, right), baseline, scale })
  }

  private draw(object: DrawnObject | undefined, { depth }: Level): void {
    if (object?.kind === 'image' && this.marks.includes(true)) {
      const [a, b, c, d] = this.matrix
      this.drawn.image([object.width, object.height], [Math.hypot(a, b), Math.hypot(c, d)])
    } else if (object?.kind === 'form' && depth < deepest) {
      const before = this.matrix
      this.matrix = times(object.matrix, before)
      this.read(object.content, object.resources, depth + 1)
      this.matrix = before
    }
  }
}
