import { type Element, isTag, isText, placeOf, textOf } from '../dom.js'
import { idsOf, targetOf } from '../links.js'
import { isBlank, markNote, markReference, numberItems, removeEmptied } from './note-marks.js'
import type { Transform, TransformContext } from './transform.js'

/** A link that looks like a reference, and the element that it leads to. */
interface Pair {
  readonly link: Element
  readonly id: string
  readonly container: Element
}

/** Where every element stands, and what each id names. */
interface Places {
  readonly order: ReadonlyMap<Element, number>
  readonly named: ReadonlyMap<string, Element>
  readonly idOf: (link: Element) => string | undefined
  /** The first links in what may be a note: more than these are no backlinks. */
  readonly linksIn: (container: Element) => readonly Element[]
}

/**
 * Notes that are links to and fro: of Word (`_ftn1`), LibreOffice (`sdfootnote1sym`), Google (`ftnt1`, `cmnt1`), of
 * converters, and those written by hand. A pair counts where the note links back, or stands under the same number.
 */
export const notesAnchored: Transform = {
  name: 'notes-anchored',
  apply: (context) => {
    const links = context.dom
      .$('a[href*="#"]')
      .toArray()
      .filter((link) => isMarker(textOf(link)))
    if (links.length === 0) return
    const places = placesOf(context)
    const found = links.flatMap((link) => pairOf(link, places))
    const notes = new Map<Element, Pair[]>()
    const known = new Set(found.filter((pair) => isNote(pair, places)).map(({ container }) => container))
    for (const pair of found) {
      if (!known.has(pair.container)) continue
      const pairs = notes.get(pair.container) ?? []
      pairs.push(pair)
      notes.set(pair.container, pairs)
    }
    const lists = new Set([...notes.keys()].map((container) => container.parent as Element))
    for (const list of lists) numberItems(list)
    for (const [container, pairs] of notes) take(context, container, pairs, places)
    for (const list of lists) if (list !== context.dom.body) removeEmptied(context, list)
  },
}

const marker = /^\s*[[(]?\s*(\d{1,3}|[a-z]|[ivxl]{1,6}|[*†‡§¶]{1,4})\s*[\])]?\s*$/iu

function isMarker(text: string): boolean {
  return text.length < 30 && marker.test(text)
}

function numberOf(text: string): string {
  return marker.exec(text)?.[1]?.toLowerCase() ?? ''
}

function placesOf({ dom, post }: TransformContext): Places {
  const order = new Map<Element, number>()
  const named = new Map<string, Element>()
  dom.$('body *').each((index, node) => {
    order.set(node, index)
    for (const id of [node.attribs.id, node.name === 'a' ? node.attribs.name : undefined]) {
      if (id && !named.has(id)) named.set(id, node)
    }
  })
  const idOf = (link: Element) => {
    const target = targetOf(link.attribs.href ?? '', post.url)
    return target.kind === 'inside' ? idsOf(target.fragment).find((id) => named.has(id)) : undefined
  }
  const known = new Map<Element, readonly Element[]>()
  const linksOf = (container: Element) => {
    const links = known.get(container) ?? linksIn(container).slice(0, 50)
    known.set(container, links)
    return links
  }
  return { order, named, idOf, linksIn: linksOf }
}

function pairOf(link: Element, places: Places): Pair[] {
  const id = places.idOf(link)
  const target = id === undefined ? undefined : places.named.get(id)
  const container = target && containerOf(target)
  if (id === undefined || !container) return []
  const isBefore = (places.order.get(link) ?? 0) < (places.order.get(container) ?? 0)
  return isBefore && !isBlank(container) && standsAtStart(target, container) ? [{ link, id, container }] : []
}

const ownContainer = /^(?:_?(?:ftn|edn)|sd(?:foot|end)note|(?:foot|end)?note|fn|ftnt|cmnt)[-_:]?\w*\d/i

/** What holds the note: the item, the paragraph, or the division that a word processor puts round its paragraphs. */
function containerOf(target: Element): Element | undefined {
  let block = target
  while (!['li', 'p', 'dd', 'aside', 'div', 'td', 'body'].includes(block.name)) {
    if (!block.parent || !isTag(block.parent)) return undefined
    block = block.parent
  }
  if (block.name === 'p') return wrapperOf(block) ?? block
  const isOwn = block.name === 'div' ? isNamedAsNote(block) : !['td', 'body'].includes(block.name)
  return isOwn ? block : undefined
}

function wrapperOf(paragraph: Element): Element | undefined {
  const above = paragraph.parent
  if (!above || !isTag(above) || above.children.find(isTag) !== paragraph) return undefined
  return above.name === 'li' || (above.name === 'div' && isNamedAsNote(above)) ? above : undefined
}

function isNamedAsNote(division: Element): boolean {
  return ownContainer.test(division.attribs.id ?? '')
}

// Nothing shows in the container before the target.
function standsAtStart(target: Element, container: Element): boolean {
  for (let node = target; node !== container; node = node.parent as Element) {
    for (let before = node.prev; before; before = before.prev) if (!isBlank(before)) return false
  }
  return true
}

function isNote(pair: Pair, places: Places): boolean {
  return linksBack(pair, places) || sharesNumber(pair)
}

function linksBack({ link, container }: Pair, places: Places): boolean {
  return places.linksIn(container).some((back) => isBacklink(back, link, places))
}

/** Whether a link leads to a reference: to the link itself, to what holds it closely, or to an anchor beside it. */
function isBacklink(back: Element, reference: Element, { order, named, idOf }: Places): boolean {
  const id = idOf(back)
  const place = id === undefined ? undefined : named.get(id)
  if (!place) return false
  return Math.abs((order.get(place) ?? -9) - (order.get(reference) ?? 0)) <= 3 || isAround(place, reference)
}

function isAround(place: Element, reference: Element): boolean {
  let up: Element | undefined = reference
  for (let steps = 0; up && steps < 5; steps += 1) {
    if (up === place) return true
    up = up.parent && isTag(up.parent) ? up.parent : undefined
  }
  return false
}

/** A note that does not link back: an item in its place in the list, or a paragraph that begins with the number. */
function sharesNumber({ link, container }: Pair): boolean {
  const number = numberOf(textOf(link))
  const isSet = /[[(]/.test(textOf(link)) || isIn(link, 'sup') || link.children.some((child) => isTag(child))
  if (!isSet) return false
  const list = container.parent
  if (container.name === 'li' && list && isTag(list) && list.name === 'ol') {
    const start = Number.parseInt(list.attribs.start ?? '1', 10) || 1
    const items = list.children.filter((child) => isTag(child) && child.name === 'li')
    return items[Number(number) - start] === container
  }
  const begin = /^\s*[[(]?\s*([^\s[\]().:]{1,6})\s*[\]).:]/u.exec(textOf(container))
  return ['li', 'p'].includes(container.name) && begin?.[1]?.toLowerCase() === number
}

function isIn(element: Element, name: string): boolean {
  return element.parent !== null && isTag(element.parent) && element.parent.name === name
}

function linksIn(container: Element): Element[] {
  const inside = container.children.filter(isTag)
  return inside.flatMap((child) => [...(child.name === 'a' ? [child] : []), ...linksIn(child)])
}

function take(context: TransformContext, container: Element, pairs: readonly Pair[], places: Places): void {
  const { dom } = context
  const [first] = pairs
  if (!first) return
  for (const back of places.linksIn(container)) {
    if (pairs.some(({ link }) => isBacklink(back, link, places))) dom.$(withSup(back)).remove()
  }
  stripNumber(container, numberOf(textOf(first.link)))
  if (isBlank(container)) return
  const key = `anchor:${first.id}`
  const ids = [container.attribs.id, ...pairs.map(({ id }) => id)].filter((id) => id !== undefined)
  const whole = container.name === 'p'
  if (whole) dom.$(container).removeAttr('id')
  markNote(context, key, whole ? [container] : container.children, ids)
  if (!whole) dom.$(container).remove()
  for (const { link } of pairs) markReference(context, link, key)
  context.report('replaced', { what: 'note at the end of the text', by: 'one of the book' }, placeOf(dom, first.link))
}

function withSup(link: Element): Element {
  const { parent } = link
  const isAlone = parent?.children.every((child) => child === link || textOf(child).trim() === '')
  return parent && isTag(parent) && parent.name === 'sup' && isAlone ? parent : link
}

// What is left of “[1] ”, “1. ” or “^ ” before the text, once the link in it is gone.
function stripNumber(container: Element, number: string): void {
  const first = firstText(container)
  if (!first) return
  const begin = /^\s*(?:\^\s*)?[[(]?\s*([^\s[\]().:^]{0,6}?)\s*(?:[\]).:]+\s*|$)/u.exec(first.data)
  const said = begin?.[1]?.toLowerCase()
  if (begin && (said === '' || said === number)) first.data = first.data.slice(begin[0].length)
  first.data = first.data.replace(/^[\s\u00A0]+/, '')
}

function firstText(element: Element): { data: string } | undefined {
  for (const child of element.children) {
    if (isText(child) && child.data.trim() !== '') return child
    const inside = isTag(child) ? firstText(child) : undefined
    if (inside) return inside
  }
  return undefined
}
