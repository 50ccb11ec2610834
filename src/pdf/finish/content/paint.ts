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
}

const codes = (words: string) => new Set(words.split(' ').map(operatorCode))
const construct = codes('m re')
const paintPath = codes('f F f* B B* b b* S s')
const showText = codes('Tj TJ \' "')
const paintObject = codes('sh EI')
const boundaries = codes('q Q cm')
const [beginText, endText, draw, endPath, beginMark, beginProperties, endMark] = [
  'BT',
  'ET',
  'Do',
  'n',
  'BMC',
  'BDC',
  'EMC',
].map(operatorCode)

/** Walks over the content once; text objects that hold marks of their own are given show by show. */
export function eachPainting(content: Uint8Array, visitor: PaintVisitor): void {
  /** For each open mark whether what stands in it is marked. */
  const open: boolean[] = []
  let covered = 0
  let path = -1
  let text: { start: number; shows: Painting[]; hasMarks: boolean } | undefined
  const unmarked = (start: number, end: number, isObject = false) => visitor.unmarked({ start, end, isObject })

  const begin = (operator: number, start: number, end: number) => {
    const mark = operator === beginProperties || operator === beginMark ? readMark(content, start, end) : undefined
    const covers = mark?.artifact || mark?.mcid !== undefined
    open.push(covers)
    if (!covers) return
    covered++
    if (text) text.hasMarks = true
    if (mark?.mcid !== undefined) visitor.marked?.(mark.mcid, start, end)
  }
  const finishText = (end: number) => {
    if (text?.hasMarks) {
      for (const show of text.shows) {
        visitor.boundary?.()
        visitor.unmarked(show)
      }
    } else if (text && text.shows.length > 0) unmarked(text.start, end)
    text = undefined
  }
  const paint = (operator: number, start: number, end: number) => {
    if (showText.has(operator)) text?.shows.push({ start, end, isObject: false })
    else if (construct.has(operator)) path = path < 0 ? start : path
    else if (paintPath.has(operator) && path >= 0) unmarked(path, end)
    else if (operator === draw || paintObject.has(operator)) unmarked(start, end, operator === draw)
    if (paintPath.has(operator) || operator === endPath) path = -1
  }

  eachOperation(content, (operator, start, end) => {
    if (operator === beginProperties || operator === beginMark) {
      begin(operator, start, end)
      visitor.boundary?.()
    } else if (operator === endMark) {
      if (open.pop()) covered--
      visitor.boundary?.()
    } else if (operator === beginText) {
      if (covered === 0) text = { start, shows: [], hasMarks: false }
    } else if (operator === endText) finishText(end)
    else if (boundaries.has(operator)) visitor.boundary?.()
    else if (covered === 0) paint(operator, start, end)
  })
}
