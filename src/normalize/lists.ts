// Lists.

import { attributesOf } from './attributes.js'
import type { Builder, Surroundings } from './builder.js'
import { type ChildNode, type Element, isTag, isText, placeOf } from './dom.js'
import { numbersClass } from './list-numbers.js'
import { hasSubstance } from './runs.js'
import { element, isElement, type XElement, type XNode } from './xhtml.js'

/**
 * `ul` and `ol` hold items only: anything else between them becomes an item, a list that stands there (a common slip)
 * belongs to the item before it.
 */
export function list(builder: Builder, node: Element, at: Surroundings): XNode[] {
  const items: XElement[] = []
  for (const child of node.children) {
    const item = itemOf(builder, child, at)
    if (!item) continue
    const before = items.at(-1)
    if (before && isTag(child) && (child.name === 'ul' || child.name === 'ol')) before.children.push(...item.children)
    else items.push(item)
  }
  if (items.length === 0) {
    builder.report('removed', { what: 'empty list' }, placeOf(builder.dom, node))
    return []
  }
  const kept = attributesOf(builder, node)
  const numbers = node.name === 'ol' ? numbersClass(kept, items) : undefined
  const attributes = numbers === undefined ? kept : { ...kept, class: [kept.class, numbers].filter(Boolean).join(' ') }
  return [element(node.name, attributes, isTight(items) ? items.map(unwrapParagraph) : items)]
}

function itemOf(builder: Builder, child: ChildNode, at: Surroundings): XElement | undefined {
  const isItem = isTag(child) && child.name === 'li'
  if (!isItem && isText(child) && child.data.trim() === '') return undefined
  const content = builder.flow(isItem ? child.children : [child], 'bare', at)
  const attributes = isItem ? attributesOf(builder, child) : {}
  if (!content.some(hasSubstance)) {
    if (isItem) builder.report('removed', { what: 'empty list item' }, placeOf(builder.dom, child))
    return undefined
  }
  if (!isItem) {
    builder.report(
      'repaired',
      { what: 'content between list items', how: 'it is an item now' },
      { post: builder.dom.post },
    )
  }
  return element('li', attributes, content)
}

// A tight list in Markdown's sense: no item has more than one paragraph, with or without a list below it.
function isTight(items: readonly XElement[]): boolean {
  return items.every(({ children }) =>
    children
      .filter(hasSubstance)
      .every((child, index, all) => !isElement(child) || !needsBlock(child, index, all[index + 1])),
  )
}

function needsBlock(child: XElement, index: number, next: XNode | undefined): boolean {
  // Text right after a paragraph would run into it.
  if (child.name === 'p')
    return index > 0 || (next !== undefined && !(isElement(next) && ['ul', 'ol'].includes(next.name)))
  return ['blockquote', 'figure', 'pre', 'table', 'hr'].includes(child.name)
}

function unwrapParagraph(item: XElement): XElement {
  const children = item.children.flatMap((child) => {
    if (!isElement(child) || child.name !== 'p') return [child]
    const { id, lang, dir } = child.attributes
    return id || lang || dir ? [element('span', child.attributes, child.children)] : child.children
  })
  return element(item.name, item.attributes, children)
}

/** `dl` holds groups of terms and descriptions. One that does not begin with a term and end with a description is text. */
export function descriptionList(builder: Builder, node: Element, at: Surroundings): XNode[] {
  const parts = node.children
    .filter(isTag)
    .flatMap((child) => (child.name === 'div' ? child.children.filter(isTag) : [child]))
  const loose = node.children.some((child) => isText(child) && child.data.trim() !== '')
  const isWhole = !loose && parts.every(({ name }) => name === 'dt' || name === 'dd')
  if (!isWhole || parts[0]?.name !== 'dt' || parts.at(-1)?.name !== 'dd') {
    builder.report('unwrapped', { what: 'broken description list' }, placeOf(builder.dom, node))
    return builder.flow(node.children, 'paragraphs', at)
  }
  const entries = parts.map((part) => {
    const content = part.name === 'dt' ? builder.content(part, at) : builder.flow(part.children, 'bare', at)
    return element(part.name, attributesOf(builder, part), content)
  })
  return [element('dl', attributesOf(builder, node), entries)]
}
