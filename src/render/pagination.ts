// Where the numberings of the pages begin, and where a blank page may be needed.

import type { Pagination } from '../model.js'
import type { PlacedPart, PrintPart } from './contexts.js'

type TextPart = Extract<PrintPart, { template: 'print/introduction' | 'print/chapter' | 'print/part' }>

/** A part that begins where the one before it ends. */
function unplaced(part: PrintPart): PlacedPart {
  return { ...part, opens: undefined, blankPage: 'blank' }
}

/** Of an article whose title stands above its text: page 1 is where it begins, and only a cover stands before it. */
function paginationFromTitle(parts: readonly PrintPart[]): Pagination {
  const title = parts.find(({ template }) => template === 'print/opening')
  const { back } = paginationOf(parts, false)
  return { ...(title ? { body: idOf(title) } : {}), ...(back === undefined ? {} : { back }) }
}

/** Where roman figures begin, where arabic ones do, and what follows the text: in a collection notes and links are part of it. */
function paginationOf(parts: readonly PrintPart[], collection: boolean): Pagination {
  const front = parts.find(({ template }) => template === 'print/title-page' || template === 'print/contents')
  const body = parts.find(isText)
  const ends = ['print/notes', 'print/links', 'print/source']
  const back = parts.find(({ template }) => template === 'print/colophon' || (!collection && ends.includes(template)))
  return {
    ...(front ? { front: idOf(front) } : {}),
    ...(body ? { body: idOf(body) } : {}),
    ...(back ? { back: idOf(back) } : {}),
  }
}

/**
 * Marks the parts before which a blank page stands where they would begin on a left-hand one: what follows a cover, whose
 * inside is bare; the first of the text, as page 1 is a right-hand page; all that open with a page of their own if that
 * is wanted.
 */
function placed(parts: readonly PrintPart[], recto: boolean): PlacedPart[] {
  const first = parts.findIndex(isText)
  return parts.map((part, index) => {
    const isFirst = index === first && index > 0
    const followsCover = parts[index - 1]?.template === 'print/cover'
    const opens = isFirst || followsCover || (recto && isText(part)) ? idOf(part) : undefined
    return { ...part, opens, blankPage: followsCover ? 'blank cover' : isFirst ? 'blank front' : 'blank' }
  })
}

function isText(part: PrintPart): part is TextPart {
  return ['print/introduction', 'print/chapter', 'print/part'].includes(part.template)
}

function idOf(part: PrintPart): string {
  return part.template === 'print/chapter' ? part.content.id : part.id
}

interface Shape {
  readonly isHandout: boolean
  readonly isAbove: boolean
  readonly recto: boolean
  readonly isCollection: boolean
}

/** Where parts begin, and where numberings do. Where the title stands above the text, page 1 is where it begins. */
export function numbered(found: readonly PrintPart[], { isHandout, isAbove, recto, isCollection: collection }: Shape) {
  if (isHandout) return { parts: found.map(unplaced), pagination: {} }
  if (isAbove) return { parts: found.map(unplaced), pagination: paginationFromTitle(found) }
  return { parts: placed(found, recto), pagination: paginationOf(found, collection) }
}
