// Content of the block editor: HTML between comments that say which block it is of.
// https://developer.wordpress.org/block-editor/explanations/architecture/key-concepts/

interface BlockMark {
  /** With its namespace: `core/paragraph`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly kind: 'open' | 'close' | 'void'
}

export type BlockToken = { readonly html: string } | { readonly mark: BlockMark }

export function hasBlocks(content: string): boolean {
  return content.includes('<!-- wp:')
}

const head = /^\s{1,20}(\/?)wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)(?=\s|\/$|$)/

/** The HTML and the marks of blocks, in their order; other comments are HTML. */
export function* blockTokens(content: string): Generator<BlockToken> {
  let done = 0
  for (let at = content.indexOf('<!--'); at >= 0; ) {
    const end = content.indexOf('-->', at + 4)
    if (end < 0) break
    const mark = markOf(content.slice(at + 4, end))
    if (mark) {
      if (at > done) yield { html: content.slice(done, at) }
      yield { mark }
      done = end + 3
    }
    at = content.indexOf('<!--', end + 3)
  }
  if (done < content.length) yield { html: content.slice(done) }
}

function markOf(comment: string): BlockMark | undefined {
  const [start, slash, written = ''] = head.exec(comment) ?? []
  if (start === undefined) return undefined
  const name = written.includes('/') ? written : `core/${written}`
  const rest = comment.slice(start.length).trim()
  if (slash === '/') return { name, attributes: {}, kind: 'close' }
  const isVoid = rest.endsWith('/')
  return { name, attributes: readAttributes(isVoid ? rest.slice(0, -1) : rest), kind: isVoid ? 'void' : 'open' }
}

function readAttributes(json: string): BlockMark['attributes'] {
  if (json.trim() === '') return {}
  try {
    return Object(JSON.parse(json)) as BlockMark['attributes']
  } catch {
    return {}
  }
}
