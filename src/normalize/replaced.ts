// Media: what stands in their place.

import type { Builder, Surroundings } from './builder.js'
import { cleanCharacters } from './characters.js'
import { type Element, isTag, placeOf } from './dom.js'
import { targetOf } from './links.js'
import { element, type XNode } from './xhtml.js'

/** A player or an embed is a link: a book runs nothing, and its reader may be offline. */
export function mediaInstead(builder: Builder, node: Element, at: Surroundings): XNode[] {
  const inner = node.children.filter(isTag).find(({ name }) => name === 'source' || name === 'embed')
  const address = addressOf(builder, node, ['data-src', 'src', 'data']) ?? (inner && addressOf(builder, inner, ['src']))
  if (address === undefined) {
    builder.report('unwrapped', { what: `${node.name} without an address` }, placeOf(builder.dom, node))
    return builder.phrasing(node.children, at)
  }
  builder.report('media-replaced', { what: node.name, address }, placeOf(builder.dom, node))
  const title = cleanCharacters(node.attribs.title ?? '').text.trim()
  return [...(title === '' ? [] : [title, ' ']), ...addressLink(address, at)]
}

function addressLink(address: string, at: Surroundings): XNode[] {
  const shown = address.replace(/^https?:\/\//, '')
  return at.inLink ? [`(${shown})`] : ['(', element('a', { href: address }, [shown]), ')']
}

function addressOf(builder: Builder, node: Element, names: readonly string[]): string | undefined {
  for (const name of names) {
    const target = targetOf(node.attribs[name] ?? '', builder.postUrl)
    if (target.kind === 'outside' && /^https?:/.test(target.href)) return target.href
  }
  return undefined
}
