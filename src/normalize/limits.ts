// Parsing that refuses, while it goes on, what no post is like: markup that costs more time or memory than a book is
// worth. The parser itself counts, so that implied end tags, void elements and repaired markup count for what they
// come to, and no trick of markup is counted otherwise than it is parsed.

import type { Document, ParentNode } from 'domhandler'
import { Parser, Tokenizer } from 'parse5'
import { failure } from '../diagnostics.js'
import { type Adapter, moveChildren, quickAdapter } from './tree-adapter.js'

/** What the markup of a post may come to. */
export interface Limits {
  /** How deep elements may nest. Trees a few thousand deep overflow the stack; real posts stay below 60. */
  readonly maxDepth: number
  /** Elements, texts and comments. */
  readonly maxNodes: number
  /** Of one tag: parsing time grows with their square. */
  readonly maxAttributes: number
  /** In MB of 1 000 000 bytes, as UTF-8. */
  readonly maxInput: number
}

export const defaultLimits: Limits = { maxDepth: 512, maxNodes: 500_000, maxAttributes: 256, maxInput: 20 }

/** How deep a clean tree may be: XML parsers of checkers and reading systems refuse documents 256 deep; the templates need some of it. */
export const cleanDepth = 200

const megabyte = 1_000_000

type Refuse = (code: 'markup-too-deep' | 'markup-too-large' | 'markup-attributes-too-many', limit: number) => never

/**
 * Parses a document as `parse` of parse5 does.
 *
 * @throws `content-too-large`, `markup-too-deep`, `markup-too-large` or `markup-attributes-too-many`
 */
export function parseWithin(html: string, limits: Limits, post: string): Document {
  const bytes = Buffer.byteLength(html)
  if (bytes > limits.maxInput * megabyte) {
    const size = (Math.ceil(bytes / (megabyte / 100)) / 100).toString()
    throw failure('content-too-large', { post, size, limit: limits.maxInput })
  }
  const refuse: Refuse = (code, limit) => {
    throw failure(code, { post, limit })
  }
  const parser = new QuickParser({ treeAdapter: guard(quickAdapter, limits, refuse) })
  parser.tokenizer = new GuardedTokenizer(parser, limits.maxAttributes, refuse)
  parser.tokenizer.write(html, true)
  return parser.document
}

class QuickParser extends Parser<Adapter> {
  override _adoptNodes(donor: ParentNode, recipient: ParentNode): void {
    moveChildren(donor, recipient)
  }
}

class GuardedTokenizer extends Tokenizer {
  readonly #most: number
  readonly #refuse: Refuse

  constructor(parser: QuickParser, most: number, refuse: Refuse) {
    super(parser.options, parser)
    this.#most = most
    this.#refuse = refuse
  }

  // Here each new attribute is compared with all before it.
  protected override _leaveAttrName(): void {
    super._leaveAttrName()
    const token = this.currentToken
    if (token && 'attrs' in token && token.attrs.length > this.#most) {
      this.#refuse('markup-attributes-too-many', this.#most)
    }
  }
}

function guard(adapter: typeof quickAdapter, { maxDepth, maxNodes }: Limits, refuse: Refuse): typeof quickAdapter {
  let nodes = 0
  let depth = 0
  const count = (created: number) => {
    nodes += created
    if (nodes > maxNodes) refuse('markup-too-large', maxNodes)
  }
  return {
    ...adapter,
    createElement: (tagName, namespace, attributes) => {
      count(1)
      return adapter.createElement(tagName, namespace, attributes)
    },
    createCommentNode: (data) => {
      count(1)
      return adapter.createCommentNode(data)
    },
    insertText: (parent, text) => {
      const before = parent.children.length
      adapter.insertText(parent, text)
      count(parent.children.length - before)
    },
    insertTextBefore: (parent, text, reference) => {
      const before = parent.children.length
      adapter.insertTextBefore(parent, text, reference)
      count(parent.children.length - before)
    },
    onItemPush: () => {
      depth += 1
      if (depth > maxDepth) refuse('markup-too-deep', maxDepth)
    },
    onItemPop: () => {
      depth -= 1
    },
  }
}
