// What the transforms know of elements and the builders of the clean tree need. Kept beside the DOM and not in
// attributes: a post cannot forge it.

import type { Element } from './dom.js'

/** Questions and answers that a block or a plugin has marked as such; the element that holds them is replaced. */
export interface FaqMark {
  /** The name of the block or plugin. */
  readonly source: string
  readonly entries: readonly FaqMarkEntry[]
}

interface FaqMarkEntry {
  /** Phrasing content. */
  readonly question: Element
  /** Blocks. */
  readonly answer: Element
  /** The ids of what was round the question: links to them lead to it. */
  readonly ids: readonly string[]
}

/** The text of a note, taken out of the running text. */
export interface NoteMark {
  readonly key: string
  /** Holds the note's content, outside the body. */
  readonly holder: Element
  /** The ids that the source had for it: other links may lead there. */
  readonly ids: readonly string[]
}

export interface Marks {
  /** Class names of our own that an element keeps, e.g. `align-center`. */
  readonly classes: Map<Element, string>
  /** Other ids of an element: links to them lead to it. */
  readonly aliases: Map<Element, string[]>
  readonly faqs: Map<Element, FaqMark>
  /** Questions of the post's structured data, by their words. */
  readonly askedInSchema: Map<string, { readonly question: string; readonly answer: string }>
  /** References to notes: the element becomes a noteref to the note of this key. */
  readonly noterefs: Map<Element, string>
  readonly notes: NoteMark[]
  /** The address of the full file that a link round an `img` names. */
  readonly fullFiles: Map<Element, string>
  /** The `img` of the `noscript` beside a lazy `img`. */
  readonly fallbacks: Map<Element, Element>
}

export function createMarks(): Marks {
  return {
    classes: new Map(),
    aliases: new Map(),
    faqs: new Map(),
    askedInSchema: new Map(),
    noterefs: new Map(),
    notes: [],
    fullFiles: new Map(),
    fallbacks: new Map(),
  }
}
