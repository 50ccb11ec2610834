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
  | { readonly kind: 'form'; readonly matrix: Matrix; readonly content: string; readonly resources: Resources }

export interface Drawn {
  /** A run of glyphs from left to right, its ends in points, and the scale at which the page is drawn. */
  readonly text: (run: { left: number; right: number; baseline: number; scale: number }) => void
  /** A picture: pixels, and points of its sides. */
  readonly image: (pixels: readonly [number, number], points: readonly [number, number]) => void
}

const number = '(-?[\\d.]+)'
const operators = new RegExp(
  [
    `${`${number}\\s+`.repeat(6)}(?<matrix>cm|Tm)\\b`,
    `${number}\\s+${number}\\s+(?<move>Td)\\b`,
    `/(?<font>\\w+)\\s+(?<size>-?[\\d.]+)\\s+Tf\\b`,
    '<(?<shown>[\\dA-Fa-f]+)>\\s*Tj\\b',
    '(?<properties>/\\w+\\s*<<(?:[^>]|>(?!>))*>>\\s*BDC\\b)|(?<mark>/\\w+\\s+BMC\\b)',
    '/(?<object>\\w+)\\s+Do\\b',
    '\\b(?<plain>q|Q|BT|EMC)\\b',
  ].join('|'),
  'g',
)

/** Forms within forms are followed so far. */
const deepest = 8

interface Level {
  readonly resources: Resources
  readonly depth: number
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

  read(content: string, resources: Resources, depth = 0): void {
    for (const found of content.matchAll(operators)) this.take(found, { resources, depth })
  }

  private take(found: RegExpMatchArray, level: Level): void {
    const { matrix, move, font, size, shown, properties, mark, object, plain } = found.groups ?? {}
    if (shown !== undefined) this.show(shown)
    else if (move !== undefined) this.line = moved(this.line, Number(found[8]), Number(found[9]))
    else if (matrix !== undefined) this.set(matrix, found.slice(1, 7).map(Number) as unknown as Matrix)
    else if (font !== undefined) [this.font, this.size] = [level.resources.fontOf(font), Number(size)]
    else if (properties !== undefined) this.marks.push(/\/MCID\s/.test(properties))
    else if (mark !== undefined) this.marks.push(false)
    else if (object !== undefined) this.draw(level.resources.objectOf(object), level)
    else if (plain !== undefined) this.plain(plain)
  }

  private plain(operator: string): void {
    if (operator === 'q') this.saved.push(this.matrix)
    else if (operator === 'Q') this.matrix = this.saved.pop() ?? identity
    else if (operator === 'BT') this.line = identity
    else this.marks.pop()
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
    const [, slope, , , left, baseline] = times(origin, this.matrix)
    const [, , , , right] = times(moved(from, ink, 0), this.matrix)
    if (ink === 0 || Math.abs(slope) > 1e-3) return
    const scale = Math.hypot(this.matrix[0], this.matrix[1])
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
