// Pictures and media: what stands in their place.

import type { Builder, Surroundings } from './builder.js'
import { cleanCharacters } from './characters.js'
import { type Element, isTag, placeOf } from './dom.js'
import { targetOf } from './links.js'
import { element, type XNode } from './xhtml.js'

// The file the author put in stands in these before lazy loading put a placeholder into `src`.
const pictureSources = ['data-orig-file', 'data-lazy-src', 'data-src', 'data-original', 'src']

/** A picture: its file is found later, by the candidates kept for it. Emoji pictures become the character. */
export function picture(builder: Builder, node: Element, at: Surroundings): XNode[] {
  const image = node.name === 'picture' ? node.children.filter(isTag).find(({ name }) => name === 'img') : node
  if (!image) return builder.phrasing(node.children, at)
  const alt = cleanCharacters(image.attribs.alt ?? '').text.trim()
  if (/\b(?:wp-smiley|emoji)\b/.test(image.attribs.class ?? '') && alt !== '') {
    builder.report('replaced', { what: 'emoji picture', by: 'the character' }, placeOf(builder.dom, node))
    return [alt]
  }
  const address = addressOf(builder, image, pictureSources)
  if (isPixel(image) || address === undefined) {
    builder.report('removed', { what: 'picture without a source or of one pixel' }, placeOf(builder.dom, node))
    return alt === '' ? [] : [alt]
  }
  const heading = builder.dom.headingOf.get(node)
  const id = builder.ids.fromText('picture', 'picture')
  builder.pictures.push({
    id,
    alt,
    hasAlt: image.attribs.alt !== undefined,
    candidates: [{ url: address, reason: 'src' }],
    inLink: at.inLink,
    ...(heading ? { heading } : {}),
  })
  return [element('img', { src: `picture:${id}`, alt }, [])]
}

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

function isPixel({ attribs }: Element): boolean {
  return ['0', '1'].includes(attribs.width ?? '') && ['0', '1'].includes(attribs.height ?? '')
}
