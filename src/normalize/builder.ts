// What the builders of the clean tree share.

import type { ReportFn } from '../diagnostics.js'
import type { Picture } from '../model.js'
import type { ChildNode, Element, SourceDom } from './dom.js'
import type { Ids } from './ids.js'
import type { Marks } from './marks.js'
import type { XNode } from './xhtml.js'

/** Whether loose text in a flow context becomes paragraphs (the body, quotations) or stays bare (list items, cells). */
export type Loose = 'paragraphs' | 'bare'

/** What surrounds the element that is being built. */
export interface Surroundings {
  /** Inline elements of the source that hold blocks; each run of text inside is wrapped in them again. */
  readonly around: readonly Element[]
  readonly inLink: boolean
  readonly inPre: boolean
  /** In titles and excerpts, which hold no pictures. */
  readonly textOnly: boolean
}

export interface Builder {
  readonly dom: SourceDom
  readonly postUrl: string
  readonly ids: Ids
  readonly report: ReportFn
  readonly marks: Marks
  /** The pictures met so far, in the order of the text. */
  readonly pictures: Picture[]
  /** The level of each heading that divides the post; other headings become paragraphs. */
  readonly levelOf: ReadonlyMap<Element, number>
  readonly flow: (nodes: readonly ChildNode[], loose: Loose, at: Surroundings) => XNode[]
  readonly phrasing: (nodes: readonly ChildNode[], at: Surroundings) => XNode[]
  /** The trimmed text of a paragraph-like element, wrapped in what surrounds it; empty where it shows nothing. */
  readonly content: (node: Element, at: Surroundings) => XNode[]
  /** Takes note of how many elements a run was wrapped in. */
  readonly countWraps: (depth: number) => void
  /** Whether an element of the source has a block somewhere inside. */
  readonly holdsBlock: (node: Element) => boolean
}

export const nowhere: Surroundings = { around: [], inLink: false, inPre: false, textOnly: false }
