// One element of a feed or an export, as far as it is looked at: its own text, and one level of elements in it.

interface Piece {
  readonly text: string
  /** Markup already, whether in a CDATA section or as tags of elements that lie deeper. */
  readonly isMarkup: boolean
}

export interface XmlNode {
  /** With the prefix that is usual for its namespace. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly pieces: Piece[]
  readonly children: XmlNode[]
  /** The line that its start tag ends in. */
  readonly line: number
}

export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name)
}

/** The text of the first child of a name; empty where there is none. */
export function fieldOf(node: XmlNode, name: string): string {
  const child = node.children.find((one) => one.name === name)
  return child ? textOf(child) : ''
}

/**
 * The text of an element. Where a stray `]]>` or missing CDATA let markup spill into the XML, it is markup again.
 */
export function textOf(node: XmlNode): string {
  return node.pieces.some(({ isMarkup }, index) => isMarkup && index > 0) || node.children.length > 0
    ? markupOf(node)
    : node.pieces.map(({ text }) => text).join('')
}

/**
 * The same, with strings of its own: those of a node are views of the piece of the input that they came in, and one of
 * them would keep all of it in memory.
 */
export function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** The content of an element as markup. */
export function markupOf(node: XmlNode): string {
  return node.pieces.map(({ text, isMarkup }) => (isMarkup ? text : escapeText(text))).join('')
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The start tag of an element that lies deeper than is looked at. */
export function startTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes)
    .filter(([key]) => !key.startsWith('xmlns'))
    .map(([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`)
  return `<${withoutPrefix(name)}${written.join('')}>`
}

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

export function endTag(name: string): string {
  const local = withoutPrefix(name)
  return voids.has(local) ? '' : `</${local}>`
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
