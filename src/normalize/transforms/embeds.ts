import { cleanCharacters } from '../characters.js'
import { type ChildNode, type Element, isTag, isText, placeOf, select, shownText, textOf } from '../dom.js'
import { targetOf } from '../links.js'
import { kindOf } from '../schema.js'
import { classesOf, elementsIn, hasClass, make, removeAll, setChildren, textNode, turnInto } from './edit.js'
import { addressIn, providerOf, readableAddress } from './players.js'
import { showNoLess } from './shown.js'
import type { Transform, TransformContext } from './transform.js'

const players = new Set(['iframe', 'video', 'audio', 'object', 'embed'])

/** Players and embeds that stand alone become a link box: a paragraph with a title and an address. */
export const embeds: Transform = {
  name: 'embeds',
  apply: (context) => {
    repeatedPlayers(context)
    // Before players: the one in a file block shows the file again.
    for (const element of select(context.dom, '.wp-block-file')) file(element, context)
    for (const element of elementsIn(context.dom.body)) {
      if (players.has(element.name)) player(element, context)
      else if (hasClass(element, 'elementor-widget-video')) elementorVideo(element, context)
      else if (element.name === 'p' || hasClass(element, 'wp-block-embed__wrapper')) bareAddress(element, context)
    }
    openFigures(context)
  },
}

// A post of another WordPress site is embedded as a quotation with its link, and a frame that shows it again.
function repeatedPlayers({ dom, report }: TransformContext): void {
  const frames = elementsIn(dom.body).filter(({ name }) => name === 'iframe')
  const repeated = frames.filter((frame) => hasClass(frame, 'wp-embedded-content') && followsQuotation(frame))
  for (const frame of repeated) report('removed', { what: 'frame that repeats a quotation' }, placeOf(dom, frame))
  removeAll(repeated)
}

function followsQuotation({ parent }: Element): boolean {
  const around = parent && isTag(parent) && parent.name === 'p' ? parent.parent : parent
  return !!around && isTag(around) && around.children.some((child) => isTag(child) && isEmbeddedPost(child))
}

function isEmbeddedPost(element: Element): boolean {
  return element.name === 'blockquote' && hasClass(element, 'wp-embedded-content')
}

/** Where the player is the whole of its paragraph, that becomes the box; inside other text the builder links it. */
function player(element: Element, context: TransformContext): void {
  const place = standAlone(element)
  const address = addressIn(element, context.post.url)
  if (!place || address === undefined) return
  context.report('media-replaced', { what: element.name, address }, placeOf(context.dom, element))
  const poster = targetOf(element.attribs.poster ?? '', context.post.url)
  const box = place.name === 'p' || poster.kind !== 'outside' ? place : make('p', [])
  fillBox(box, { title: titleOf(element), address: readableAddress(address) }, context)
  if (box === place || poster.kind !== 'outside') return
  const shown = make('figure', [make('img', [], { src: poster.href, alt: '' })])
  turnInto(place, 'div')
  setChildren(place, [shown, box])
}

function titleOf(element: Element): string {
  const title = cleanCharacters(element.attribs.title ?? '').text.trim()
  return title === '' ? providerOf(element) : title
}

function fillBox(
  box: Element,
  { title, address }: { readonly title: string; readonly address: string },
  { marks }: TransformContext,
): void {
  const link = make('a', [textNode(address.replace(/^https?:\/\//, ''))], { href: address })
  turnInto(box, 'p')
  setChildren(box, title === '' ? [link] : [textNode(`${title} (`), link, textNode(')')])
  marks.classes.set(box, 'embed')
}

const holdsBlocks = new Set(['body', 'blockquote', 'figure', 'li', 'td', 'dd', 'details'])

/** The element that a box may take the place of: the player itself between blocks, or the paragraph round it. */
function standAlone(element: Element): Element | undefined {
  const { parent } = element
  if (!parent || !isTag(parent)) return undefined
  if (parent.name === 'p') return isOnlyContent(element, parent) ? parent : undefined
  const isBetweenBlocks = holdsBlocks.has(parent.name) || kindOf(parent.name) === 'wrapper'
  return isBetweenBlocks ? element : undefined
}

function isOnlyContent(element: Element, { children }: Element): boolean {
  return children.every((child) => child === element || (isText(child) && child.data.trim() === ''))
}

// The name of the file is a link; the button for loading it leads to the same.
function file(element: Element, { dom, marks, report, post }: TransformContext): void {
  const links = elementsIn(element).filter(
    ({ name, attribs }) => name === 'a' && targetOf(attribs.href ?? '', post.url).kind === 'outside',
  )
  const named = links.find((link) => !hasClass(link, 'wp-block-file__button')) ?? links[0]
  if (!named) return
  const { href: address = '' } = named.attribs
  const repeats = elementsIn(element).filter((part) => part !== named && repeatsFile(part, address))
  if (repeats.length > 0) report('removed', { what: 'second link of a file block' }, placeOf(dom, element))
  removeAll(repeats)
  if (!showNoLess([named], element)) return
  report('replaced', { what: 'file block', by: 'a link' }, placeOf(dom, element))
  turnInto(element, 'p')
  setChildren(element, [named])
  marks.classes.set(element, 'embed')
}

function repeatsFile(part: Element, address: string): boolean {
  if (part.name === 'object') return part.attribs.data === address
  return hasClass(part, 'wp-block-file__button') && part.attribs.href === address
}

// Elementor's player is put in by script; its address stands in the settings of the widget.
function elementorVideo(element: Element, context: TransformContext): void {
  if (elementsIn(element).some(({ name }) => players.has(name))) return
  const address = /"(?:youtube|vimeo|dailymotion|external)_url":(?:\{"url":)?"([^"]+)"/.exec(
    element.attribs['data-settings'] ?? '',
  )?.[1]
  const target = targetOf(address?.replaceAll('\\/', '/') ?? '', context.post.url)
  if (target.kind !== 'outside') return
  context.report('media-replaced', { what: 'video', address: target.href }, placeOf(context.dom, element))
  const box = make('p', [])
  fillBox(box, { title: '', address: target.href }, context)
  setChildren(element, [...element.children, box])
}

// An address alone in a paragraph was to become an embed, and did not.
function bareAddress(element: Element, context: TransformContext): void {
  if (hasClass(element, 'embed')) {
    context.marks.classes.set(element, 'embed')
    return
  }
  const only = element.children.length === 1 ? element.children[0] : undefined
  const address = only && addressAlone(only)
  if (!address || address.length > 2000) return
  const target = targetOf(address, context.post.url)
  if (target?.kind !== 'outside') return
  fillBox(element, { title: providerOf(element), address: target.href }, context)
}

/** The address that is the whole of a text, or all that a link says. */
function addressAlone(node: ChildNode): string | undefined {
  const said = textOf(node).trim()
  if (isText(node)) return /^https?:\/\/\S+$/.test(said) ? said : undefined
  if (!isTag(node) || node.name !== 'a' || said === '') return undefined
  const { href = '' } = node.attribs
  return [said, `https://${said}`, `http://${said}`].includes(href) ? href : undefined
}

// A figure round a box says nothing, unless it has a caption.
function openFigures({ dom }: TransformContext): void {
  const isEmbed = (element: Element) => classesOf(element).some((name) => /^wp-block-(?:embed|video|audio)$/.test(name))
  for (const figure of elementsIn(dom.body).filter(isEmbed)) {
    const captioned = figure.children.some(
      (child: ChildNode) => isTag(child) && child.name === 'figcaption' && shownText(child) !== '',
    )
    if (figure.name === 'figure' && !captioned) turnInto(figure, 'div')
  }
}
