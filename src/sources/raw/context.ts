// What rendering raw content may ask for besides the content itself.

import type { ReportFn } from '../../diagnostics.js'

/** A file of the media library. */
export interface Attachment {
  readonly id: number
  readonly url: string
  readonly title: string
  readonly caption: string
  readonly alt: string
  /** The post that it was uploaded to; 0 where it is none's. */
  readonly parent: number
  readonly menuOrder: number
}

export interface RawContext {
  /** How the report names the post. */
  readonly post: string
  readonly postId: number
  readonly attachments: Library
  /** The raw content of reusable blocks, by their ids. */
  readonly reusable: ReadonlyMap<number, string>
  readonly report: ReportFn
}

export interface Library {
  readonly byId: (id: number) => Attachment | undefined
  /** The files that were uploaded to a post, in their order. */
  readonly ofPost: (id: number) => readonly Attachment[]
}
