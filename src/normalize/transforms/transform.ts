// What a transform is.

import type { ReportFn } from '../../diagnostics.js'
import type { Post } from '../../model.js'
import type { Element, SourceDom } from '../dom.js'
import type { Marks } from '../marks.js'
import type { TexConverter } from '../tex.js'

export interface TransformContext {
  readonly dom: SourceDom
  readonly post: Post
  /** The title of the post as plain text. */
  readonly title: string
  /** Whether questions and answers become a FAQ, or plain text. */
  readonly faq: 'auto' | 'off'
  /** Whether the user wants an element kept: rules that take clutter out ask. */
  readonly kept: (element: Element) => boolean
  readonly marks: Marks
  readonly report: ReportFn
  readonly tex: TexConverter | undefined
}

/** One change to the source's DOM, before the clean tree is built from it. */
export interface Transform {
  readonly name: string
  readonly apply: (context: TransformContext) => void
}
