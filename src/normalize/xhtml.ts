// The clean tree that normalising builds, and its one serialisation.

import type { Xhtml } from '../model.js'

export interface XElement {
  readonly name: string
  readonly attributes: Record<string, string>
  children: XNode[]
}

export type XNode = XElement | string

const voidElements = new Set(['br', 'col', 'hr', 'img', 'wbr'])

export function element(name: string, attributes: Record<string, string>, children: XNode[]): XElement {
  return { name, attributes, children }
}

export function isElement(node: XNode): node is XElement {
  return typeof node !== 'string'
}

/**
 * Well-formed XML 1.0 that also reads as HTML: void elements close themselves, all others have an end tag, because
 * some reading systems parse content documents as HTML.
 */
export function serialize(nodes: readonly XNode[]): Xhtml {
  let text = ''
  for (const node of nodes) text += write(node)
  return text as Xhtml
}

/** `<` and `>` are escaped everywhere: a stage that looks for tags in `Xhtml` finds tags only. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function write(node: XNode): string {
  if (!isElement(node)) return escapeXml(node)
  let open = `<${node.name}`
  for (const [name, value] of Object.entries(node.attributes)) open += ` ${name}="${escapeXml(value)}"`
  return voidElements.has(node.name) ? `${open}/>` : `${open}>${serialize(node.children)}</${node.name}>`
}

/** How deep elements nest below these nodes. */
export function depthOf(nodes: readonly XNode[]): number {
  return nodes.reduce((deepest, node) => (isElement(node) ? Math.max(deepest, 1 + depthOf(node.children)) : deepest), 0)
}

const blocks = new Set(
  'answer blockquote br caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre question section table td th tr ul'.split(
    ' ',
  ),
)

/** The visible words: blocks parted by spaces, white space collapsed. */
export function visibleText(nodes: readonly XNode[]): string {
  return nodes.map(words).join('').replace(/\s+/g, ' ').trim()
}

function words(node: XNode): string {
  if (!isElement(node)) return node
  // The number of a note is no word of the text, and the TeX of a formula does not show.
  if (node.name === 'annotation' || node.attributes.role === 'doc-noteref') return ''
  let inner = ''
  for (const child of node.children) inner += words(child)
  return blocks.has(node.name) ? ` ${inner} ` : inner
}
