// What the transforms know of elements and the builders of the clean tree need. Kept beside the DOM and not in
// attributes: a post cannot forge it.

import type { ChildNode, Element } from './dom.js'

/** Questions and answers that a block or a plugin has marked as such; the element that holds them is replaced. */
export interface FaqMark {
  /** The name of the block or plugin. */
  readonly source: string
  readonly entries: readonly { readonly question: readonly ChildNode[]; readonly answer: readonly ChildNode[] }[]
}

export interface NoteMark {
  readonly key: string
  readonly body: readonly ChildNode[]
}

export interface Marks {
  /** Class names of our own that an element keeps, e.g. `align-center`. */
  readonly classes: Map<Element, string>
  readonly faqs: Map<Element, FaqMark>
  /** References to notes: the element becomes a noteref to the note of this key. */
  readonly noterefs: Map<Element, string>
  readonly notes: NoteMark[]
  /** MathML made of TeX or of an image; the element is replaced by it. */
  readonly maths: Map<Element, Element>
  /** The address of the full file that a link round an `img` names. */
  readonly fullFiles: Map<Element, string>
  /** The `img` of the `noscript` beside a lazy `img`. */
  readonly fallbacks: Map<Element, Element>
}

export function createMarks(): Marks {
  return {
    classes: new Map(),
    faqs: new Map(),
    noterefs: new Map(),
    notes: [],
    maths: new Map(),
    fullFiles: new Map(),
    fallbacks: new Map(),
  }
}
