// Atom. RFC 4287.

import { webAddress } from '../web-address.js'
import { childrenOf, escapeText, fieldOf, markupOf, textOf, type XmlNode } from '../xml/node.js'
import { isoDate } from './dates.js'
import type { FeedEntry } from './entry.js'

export function atomEntry(written: XmlNode, feedUrl: string): FeedEntry {
  const entry = plainNames(written)
  const base = webAddress(entry.attributes['xml:base'], feedUrl) ?? feedUrl
  const published = isoDate(fieldOf(entry, 'published'))
  const updated = isoDate(fieldOf(entry, 'updated'))
  return {
    id: undefined,
    url: linkOf(entry, base),
    title: construct(entry, 'title'),
    content: construct(entry, 'content'),
    summary: construct(entry, 'summary'),
    authors: childrenOf(entry, 'author').map((author) => fieldOf(author, 'name')),
    published: published ?? updated,
    modified: updated,
    categories: childrenOf(entry, 'category').map(({ attributes }) => attributes.label ?? attributes.term ?? ''),
    language: entry.attributes['xml:lang'],
    image: undefined,
  }
}

/** Some feeds bind Atom to a prefix. */
function plainNames(node: XmlNode): XmlNode {
  const children = node.children.map(plainNames)
  return { ...node, name: node.name.replace(/^atom:/, ''), children }
}

/** RFC 4287 §4.2.7.2: a link without `rel` is the alternate one. */
function linkOf(entry: XmlNode, base: string): string {
  const links = childrenOf(entry, 'link').filter(({ attributes: { rel = 'alternate' } }) => rel === 'alternate')
  const addresses = links.map(({ attributes }) => webAddress(attributes.href, base))
  return addresses.find((url) => url !== undefined) ?? webAddress(fieldOf(entry, 'id')) ?? ''
}

/** RFC 4287 §3.1: text, escaped markup, or markup. */
function construct(entry: XmlNode, name: string): string {
  const [node] = childrenOf(entry, name)
  const type = node?.attributes.type ?? 'text'
  if (!node || node.attributes.src !== undefined) return ''
  if (type === 'xhtml' || type.endsWith('+xml')) return markupOf(node)
  return type === 'text' || type === 'text/plain' ? escapeText(textOf(node)) : textOf(node)
}
