// What posts of an export refer to: files of the media library and reusable blocks, wherever in it they stand.

import { failure } from '../../diagnostics.js'
import { plainText } from '../plain-text.js'
import type { Attachment, Library } from '../raw/context.js'
import { webAddress } from '../web-address.js'
import { detached, fieldOf, type XmlNode } from '../xml/node.js'
import { metaOf, numberIn } from './entry.js'

export class ExportLibrary implements Library {
  readonly reusable = new Map<number, string>()
  readonly #files = new Map<number, Attachment>()
  #byPost: Map<number, Attachment[]> | undefined
  #size = 0
  readonly #maxInput: number

  /** @param maxInput in MB: what is kept of reusable blocks and files may come to that much. */
  constructor(maxInput: number) {
    this.#maxInput = maxInput
  }

  add(item: XmlNode, type: string): void {
    const id = numberIn(item, 'wp:post_id')
    if (type === 'wp_block') {
      const content = fieldOf(item, 'content:encoded')
      this.#count(content.length)
      this.reusable.set(id, detached(content))
    } else if (type === 'attachment') {
      const file = attachmentOf(item, id)
      if (!file) return
      this.#count(file.url.length + file.title.length + file.caption.length + file.alt.length)
      this.#files.set(id, detached(file))
    }
  }

  byId(id: number): Attachment | undefined {
    return this.#files.get(id)
  }

  ofPost(id: number): readonly Attachment[] {
    this.#byPost ??= grouped([...this.#files.values()])
    return this.#byPost.get(id) ?? []
  }

  #count(characters: number): void {
    this.#size += characters
    if (this.#size <= this.#maxInput * 1_000_000) return
    const limit = this.#maxInput
    throw failure('content-too-large', {
      post: '(the media library and the reusable blocks)',
      size: `over ${limit}`,
      limit,
    })
  }
}

function attachmentOf(item: XmlNode, id: number): Attachment | undefined {
  const url = webAddress(fieldOf(item, 'wp:attachment_url')) ?? webAddress(fieldOf(item, 'guid'))
  if (id === 0 || !url) return undefined
  return {
    id,
    url,
    title: plainText(fieldOf(item, 'title')),
    caption: fieldOf(item, 'excerpt:encoded').trim(),
    alt: plainText(metaOf(item, '_wp_attachment_image_alt') ?? ''),
    parent: numberIn(item, 'wp:post_parent'),
    menuOrder: numberIn(item, 'wp:menu_order'),
  }
}

function grouped(files: readonly Attachment[]): Map<number, Attachment[]> {
  const groups = new Map<number, Attachment[]>()
  for (const file of files.toSorted((a, b) => a.menuOrder - b.menuOrder || a.id - b.id)) {
    if (file.parent > 0) groups.set(file.parent, [...(groups.get(file.parent) ?? []), file])
  }
  return groups
}
