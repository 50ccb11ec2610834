// A picture of the source: its place in the clean tree, and what is known of it.

import { idOf } from '../attributes.js'
import type { Builder, Surroundings } from '../builder.js'
import { cleanCharacters } from '../characters.js'
import { type Element, isTag, placeOf } from '../dom.js'
import { element, type XNode } from '../xhtml.js'
import { candidatesOf } from './candidates.js'
import { emojiOf } from './emoji.js'
import { isPixel, isTracker } from './pixels.js'

/** A picture: its file is found later, by the candidates kept for it. Emoji pictures become the character. */
export function picture(builder: Builder, node: Element, at: Surroundings): XNode[] {
  const image = node.name === 'picture' ? node.children.filter(isTag).find(({ name }) => name === 'img') : node
  if (!image) return builder.phrasing(node.children, at)
  const alt = cleanCharacters(image.attribs.alt ?? '').text.trim()
  const character = emojiOf(image, alt)
  if (character !== '') {
    builder.report('replaced', { what: 'emoji picture', by: 'the character' }, placeOf(builder.dom, node))
    return [character]
  }
  const candidates = candidatesOf(image, builder.marks, builder.postUrl)
  const [best, ...others] = candidates
  if (isPixel(image) || (best && isTracker(best.url))) {
    builder.report('removed', { what: 'picture of one pixel, or one that counts readers' }, placeOf(builder.dom, node))
    return []
  }
  if (!best || at.textOnly) {
    return wordsInstead(builder, node, best ? 'picture in a title' : 'picture without a source', alt)
  }
  const id = builder.ids.fromText('picture', 'picture')
  const heading = headingBefore(builder, node)
  builder.pictures.push({
    id,
    alt,
    hasAlt: image.attribs.alt !== undefined,
    candidates: [best, ...others],
    inLink: at.inLink,
    ...sizeOf(image),
    ...(heading ? { heading } : {}),
  })
  const place = idOf(builder, image)
  return [element('img', { src: `picture:${id}`, alt, ...(place === undefined ? {} : { id: place }) }, [])]
}

function wordsInstead(builder: Builder, node: Element, what: string, alt: string): XNode[] {
  const place = placeOf(builder.dom, node)
  if (alt === '') builder.report('removed', { what }, place)
  else builder.report('replaced', { what, by: 'its alternative text' }, place)
  return alt === '' ? [] : [alt]
}

/** Pixels that the markup declares; a percentage is no size of the picture. */
function sizeOf({ attribs }: Element): { readonly width?: number; readonly height?: number } {
  const pixels = (name: 'width' | 'height') => {
    const [, digits] = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(attribs[name] ?? attribs[`data-${name}`] ?? '') ?? []
    return Number(digits ?? 0) > 1 ? { [name]: Number(digits) } : {}
  }
  return { ...pixels('width'), ...pixels('height') }
}

// A picture that a transform put in is not in the map, but what it was put into is.
function headingBefore({ dom }: Builder, node: Element): string | undefined {
  let up: Element | undefined = node
  while (up && !dom.headingOf.has(up)) up = up.parent && isTag(up.parent) ? up.parent : undefined
  return up && dom.headingOf.get(up)
}
