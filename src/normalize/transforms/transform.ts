// What a transform is.

import type { ReportFn } from '../../diagnostics.js'
import type { Post } from '../../model.js'
import type { SourceDom } from '../dom.js'
import type { Marks } from '../marks.js'

export interface TransformContext {
  readonly dom: SourceDom
  readonly post: Post
  /** The title of the post as plain text. */
  readonly title: string
  readonly marks: Marks
  readonly report: ReportFn
}

/** One change to the source's DOM, before the clean tree is built from it. */
export interface Transform {
  readonly name: string
  readonly apply: (context: TransformContext) => void
}
