import { type ChildNode, type Element, isTag, placeOf, shownText } from '../dom.js'
import { targetOf } from '../links.js'
import {
  childElements,
  classesOf,
  elementsIn,
  hasClass,
  make,
  removeAll,
  setChildren,
  textNode,
  turnInto,
} from './edit.js'
import { showNoLess } from './shown.js'
import type { Transform, TransformContext } from './transform.js'

type Action = (element: Element, context: TransformContext) => void

// Blocks of the editor and modules of page builders that differ from plain HTML only in their wrapping.
const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['wp-caption', caption],
  ['wp-block-table', tableCaption],
  ['wp-block-cover', cover],
  ['wp-block-button', button],
  ['elementor-widget-button', button],
  ['et_pb_button_module_wrapper', button],
  ['vc_btn3-container', button],
  ['elementor-widget-divider', divider],
  ['et_pb_divider', divider],
  ['vc_separator', divider],
  ['elementor-counter', counter],
  ['et_pb_number_counter', counter],
  ['elementor-testimonial-wrapper', testimonial],
  ['et_pb_testimonial', testimonial],
])

/** Blocks and modules that are plain HTML but for their wrapping. */
export const wrappers: Transform = {
  name: 'wrappers',
  apply: (context) => {
    for (const element of elementsIn(context.dom.body)) {
      const action = classesOf(element)
        .map((name) => actions.get(name))
        .find((found) => found !== undefined)
      action?.(element, context)
    }
  },
}

// `[caption]` of the classic editor, in its two forms.
function caption(element: Element): void {
  const texts = childElements(element).filter(
    (child) => hasClass(child, 'wp-caption-text') || hasClass(child, 'wp-caption-dd'),
  )
  if (texts.length === 0) return
  for (const text of texts) turnInto(text, 'figcaption')
  element.name = 'figure'
}

// A table has a caption of its own: the figure round it says nothing then.
function tableCaption(element: Element): void {
  const [table, ...others] = childElements(element).filter(({ name }) => name === 'table')
  const texts = childElements(element).filter(({ name }) => name === 'figcaption')
  if (element.name !== 'figure' || !table || others.length > 0) return
  removeAll(texts)
  const words = texts.flatMap((text, index): ChildNode[] => [...(index > 0 ? [textNode(' ')] : []), ...text.children])
  const own = childElements(table).findLast(({ name }) => name === 'caption')
  if (own && words.length > 0) setChildren(own, [...own.children, textNode(' '), ...words])
  else if (words.length > 0) setChildren(table, [make('caption', words), ...table.children])
  turnInto(element, 'div')
}

// In quotes an address may hold brackets.
const background = /background-image:\s?url\(\s?(?:"([^"]*)"|'([^']*)'|([^)\s"']+))/

// The picture comes first, then the text that stood on it.
function cover(element: Element, { dom, report }: TransformContext): void {
  const isBackground = (child: ChildNode) => isTag(child) && hasClass(child, 'wp-block-cover__video-background')
  for (const film of childElements(element).filter(isBackground)) {
    report('removed', { what: 'film behind text' }, placeOf(dom, film))
  }
  const [, ...forms] = background.exec(element.attribs.style ?? '') ?? []
  const url = forms.find((form) => form)
  const behind = url === undefined ? [] : [make('figure', [make('img', [], { src: url, alt: '' })])]
  const rest = element.children
    .filter((child) => !isBackground(child))
    .map((child) => (isTag(child) && child.name === 'img' ? make('figure', [child]) : child))
  setChildren(element, [...behind, ...rest])
}

/** A button is a link that leads on; one to the page itself or to nowhere has no sense in a book. What is beside stays. */
function button(element: Element, { dom, post, report }: TransformContext): void {
  const links = elementsIn(element).filter(({ name }) => name === 'a')
  const leading = links.filter(({ attribs }) => leadsElsewhere(attribs.href ?? '', post.url))
  const isAll = showNoLess(leading.length > 0 ? leading : links, element)
  if (leading.length === 0 && (links.length > 0 || shownText(element) !== '')) {
    report('removed', { what: 'button that leads to no other page' }, placeOf(dom, element))
    removeAll(links)
    if (!isAll && links.length > 0) return
    turnInto(element, 'div')
    setChildren(element, [])
  } else if (leading.length > 0 && isAll) {
    report('replaced', { what: 'button', by: 'a link' }, placeOf(dom, element))
    turnInto(element, leading.length === 1 ? 'p' : 'div')
    setChildren(element, leading.length === 1 ? leading : leading.map((link) => make('p', [link])))
  }
}

function leadsElsewhere(href: string, postUrl: string): boolean {
  const target = targetOf(href, postUrl)
  const page = (url: string) => url.replace(/[#?].*$/s, '').replace(/\/$/, '')
  return target.kind === 'outside' && (page(target.href) !== page(postUrl) || target.href.includes('?'))
}

function divider(element: Element, { dom, report }: TransformContext): void {
  if (shownText(element) !== '') return
  report('replaced', { what: 'divider', by: 'a rule' }, placeOf(dom, element))
  turnInto(element, 'hr')
  setChildren(element, [])
}

// The number counts up from nothing by script; its end stands in an attribute.
function counter(element: Element): void {
  const all = [element, ...elementsIn(element)]
  const number = all
    .map(({ attribs }) => attribs['data-to-value'] ?? attribs['data-number-value'])
    .find((value) => value)
  const shown = all.find((part) => hasClass(part, 'elementor-counter-number') || hasClass(part, 'percent-value'))
  if (number !== undefined && shown) setChildren(shown, [textNode(number)])
}

// The words, then who said them.
function testimonial(element: Element, { marks }: TransformContext): void {
  const all = elementsIn(element)
  const people = [
    'elementor-testimonial-name',
    'elementor-testimonial-job',
    'et_pb_testimonial_author',
    'et_pb_testimonial_meta',
  ]
  const said = all.filter((part) => classesOf(part).some((name) => people.includes(name)))
  if (said.length === 0) return
  removeAll(said)
  const names = said.flatMap((part, index): ChildNode[] => [...(index > 0 ? [textNode(', ')] : []), ...part.children])
  const attribution = make('p', names)
  marks.classes.set(attribution, 'attribution')
  turnInto(element, 'blockquote')
  setChildren(element, [...element.children, attribution])
}
