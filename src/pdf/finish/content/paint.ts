// What a content stream paints, and which of it is marked: tagged as real content, an artifact, or nothing at all.

import { readMark } from './marks.js'
import { eachOperation, operatorCode } from './scan.js'

/** The part of a stream that paints: a whole text object, a path with its painting, a picture. */
export interface Painting {
  readonly start: number
  readonly end: number
  /** The painting is `Do`, which may draw a form that is marked inside. */
  readonly isObject: boolean
}

export interface PaintVisitor {
  /** Something is painted under no mark. */
  readonly unmarked: (painting: Painting) => void
  /** The graphics state or the marks change: what follows is not to be joined with what came before. */
  readonly boundary?: () => void
  /** Marked content with a number begins; `start` and `end` are those of the whole `BDC`. */
  readonly marked?: (mcid: number, start: number, end: number) => void
  /** Text is shown, under a mark or not. */
  readonly shown?: (start: number, end: number) => void
  /** Another font is taken. */
  readonly font?: (start: number, end: number) => void
}

type Handler = (walk: PaintWalk, start: number, end: number) => void

const handlers = new Map<number, Handler>()
function handle(operators: string, handler: Handler): void {
  for (const operator of operators.split(' ')) handlers.set(operatorCode(operator), handler)
}
handle('BMC BDC', (walk, start, end) => walk.beginMark(start, end))
handle('EMC', (walk) => walk.endMark())
handle('BT', (walk, start) => walk.beginText(start))
handle('ET', (walk, _, end) => walk.endText(end))
handle('Tj TJ \' "', (walk, start, end) => walk.show(start, end))
handle('Tf', (walk, start, end) => walk.visitor.font?.(start, end))
handle('m re', (walk, start) => walk.construct(start))
handle('f F f* B B* b b* S s', (walk, _, end) => walk.paintPath(end))
handle('n', (walk) => walk.endPath())
handle('Do', (walk, start, end) => walk.paint(start, end, true))
handle('sh EI', (walk, start, end) => walk.paint(start, end, false))
handle('q Q cm', (walk) => walk.visitor.boundary?.())

/** Walks over the content once; text objects that hold marks of their own are given show by show. */
export function eachPainting(content: Uint8Array, visitor: PaintVisitor): void {
  const walk = new PaintWalk(content, visitor)
  eachOperation(content, (operator, start, end) => handlers.get(operator)?.(walk, start, end))
}

class PaintWalk {
  readonly visitor: PaintVisitor
  readonly #content: Uint8Array
  /** For each open mark whether what stands in it is marked. */
  readonly #open: boolean[] = []
  #covered = 0
  #path = -1
  #text: { start: number; shows: Painting[]; hasMarks: boolean } | undefined

  constructor(content: Uint8Array, visitor: PaintVisitor) {
    this.#content = content
    this.visitor = visitor
  }

  beginMark(start: number, end: number): void {
    const { artifact, mcid } = readMark(this.#content, start, end)
    const covers = artifact || mcid !== undefined
    this.#open.push(covers)
    if (covers) {
      this.#covered++
      if (this.#text) this.#text.hasMarks = true
    }
    if (mcid !== undefined) this.visitor.marked?.(mcid, start, end)
    this.visitor.boundary?.()
  }

  endMark(): void {
    if (this.#open.pop()) this.#covered--
    this.visitor.boundary?.()
  }

  beginText(start: number): void {
    if (this.#covered === 0) this.#text = { start, shows: [], hasMarks: false }
  }

  endText(end: number): void {
    const text = this.#text
    this.#text = undefined
    if (text?.hasMarks === false && text.shows.length > 0) {
      this.visitor.unmarked({ start: text.start, end, isObject: false })
      return
    }
    for (const show of text?.shows ?? []) {
      this.visitor.boundary?.()
      this.visitor.unmarked(show)
    }
  }

  show(start: number, end: number): void {
    this.visitor.shown?.(start, end)
    if (this.#covered === 0) this.#text?.shows.push({ start, end, isObject: false })
  }

  construct(start: number): void {
    if (this.#path < 0) this.#path = start
  }

  paintPath(end: number): void {
    if (this.#path >= 0) this.paint(this.#path, end, false)
    this.#path = -1
  }

  endPath(): void {
    this.#path = -1
  }

  paint(start: number, end: number, isObject: boolean): void {
    if (this.#covered === 0) this.visitor.unmarked({ start, end, isObject })
  }
}
