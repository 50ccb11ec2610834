// A page as a DOM to look things up in. No script of it runs, nothing of it is fetched.

import { failure } from '../../diagnostics.js'

/** The part of the DOM that reading a page uses. */
export interface PageElement {
  readonly localName: string
  readonly parentElement: PageElement | null
  readonly textContent: string | null
  innerHTML: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  contains(other: PageElement): boolean
  remove(): void
}

export interface PageDocument {
  readonly documentElement: PageElement
  readonly body: PageElement | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

export const limits = { depth: 512, elements: 500_000 } as const

/**
 * @throws `markup-too-deep`, `markup-too-large`
 */
export async function documentOf(html: string, name: string): Promise<PageDocument> {
  requireBounds(html, name)
  const { parse, serialize } = await import('parse5')
  const { parseHTML } = await import('linkedom')
  // linkedom does not put in the elements that HTML lets a page leave out.
  const { document } = parseHTML(serialize(parse(html)))
  return document as unknown as PageDocument
}

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Elements that end where the next of their kind begins. */
const selfEnding = new Set('p li dt dd tr td th option thead tbody tfoot'.split(' '))

// Serialising and searching recurse: what is nested beyond all sense is refused before it is parsed.
function requireBounds(html: string, post: string): void {
  const open: string[] = []
  let elements = 0
  for (const [, slash, written = ''] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9-]{0,40})/g)) {
    const name = written.toLowerCase()
    if (slash === '/') close(open, name)
    else {
      elements += 1
      if (selfEnding.has(name) && open.at(-1) === name) open.pop()
      if (!voids.has(name)) open.push(name)
    }
    if (elements > limits.elements) throw failure('markup-too-large', { post, limit: limits.elements })
    if (open.length > limits.depth) throw failure('markup-too-deep', { post, limit: limits.depth })
  }
}

function close(open: string[], name: string): void {
  const at = open.lastIndexOf(name)
  if (at >= 0) open.length = at
}

export type Facts = Readonly<Record<string, unknown>>

/** The structured data of a page, every node of it; what is no JSON is passed over, for scripts may be anything. */
export function structuredData(document: PageDocument): readonly Facts[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) => {
    try {
      return nodesIn(JSON.parse(textContent ?? ''))
    } catch {
      return []
    }
  })
}

function nodesIn(value: unknown): readonly Facts[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (typeof value !== 'object' || value === null) return []
  const { '@graph': graph } = value as { '@graph'?: unknown }
  return [value as Facts, ...(Array.isArray(graph) ? graph.flatMap(nodesIn) : [])]
}
