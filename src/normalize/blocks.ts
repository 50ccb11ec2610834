// Blocks: each element with a content model of its own.

import { attributesOf, idOf } from './attributes.js'
import type { Builder, Loose, Surroundings } from './builder.js'
import { type ChildNode, type Element, isTag, placeOf } from './dom.js'
import { faqOf } from './faq-builder.js'
import { descriptionList, list } from './lists.js'
import { hasSubstance } from './runs.js'
import { table } from './tables.js'
import { element, isElement, type XNode } from './xhtml.js'

/** Builds a block, or the blocks that its content comes to. */
export function blockOf(builder: Builder, node: Element, loose: Loose, at: Surroundings): XNode[] {
  switch (node.name) {
    case 'p':
      return paragraph(builder, node, loose, at)
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(builder, node, at)
    case 'hr':
      return [element('hr', attributesOf(builder, node), [])]
    case 'pre':
      return preformatted(builder, node, at)
    case 'ul':
    case 'ol':
      return list(builder, node, at)
    case 'dl':
      return questionsOrTerms(builder, node, at)
    case 'blockquote':
      return holding(builder, node, builder.flow(node.children, 'paragraphs', at))
    case 'figure':
      return figure(builder, node, at)
    case 'table':
      return table(builder, node, at)
    case 'summary':
    case 'dt':
      return boldParagraph(builder, node, at)
    default:
      return stray(builder, node, loose, at)
  }
}

function questionsOrTerms(builder: Builder, node: Element, at: Surroundings): XNode[] {
  const mark = builder.marks.faqs.get(node)
  return mark ? faqOf(builder, node, mark, at) : descriptionList(builder, node, at)
}

function paragraph(builder: Builder, node: Element, loose: Loose, at: Surroundings): XNode[] {
  if (builder.holdsBlock(node)) return stray(builder, node, loose, at)
  const attributes = attributesOf(builder, node)
  const content = builder.content(node, at)
  if (content.some(hasSubstance)) return [element('p', attributes, content)]
  builder.report('removed', { what: 'empty paragraph' }, placeOf(builder.dom, node))
  return keepAnchor(attributes, content)
}

function heading(builder: Builder, node: Element, at: Surroundings): XNode[] {
  const level = builder.levelOf.get(node)
  const attributes = attributesOf(builder, node)
  const content = builder.content(node, at)
  if (!content.some(hasSubstance)) {
    builder.report('removed', { what: 'empty heading' }, placeOf(builder.dom, node))
    return keepAnchor(attributes, content)
  }
  if (level !== undefined) return [element(`h${level}`, attributes, withoutBold(builder, node, content))]
  builder.report(
    'replaced',
    { what: 'heading that does not divide the post', by: 'a bold paragraph' },
    placeOf(builder.dom, node),
  )
  return [element('p', attributes, [element('strong', {}, content)])]
}

// A heading is set apart by its own type: bold over all of it says nothing, and would be bolder than its neighbours.
function withoutBold(builder: Builder, node: Element, content: XNode[]): XNode[] {
  const [only, ...others] = content
  if (!only || !isElement(only) || others.length > 0 || !['b', 'strong'].includes(only.name)) return content
  if (Object.keys(only.attributes).length > 0) return content
  builder.report('unwrapped', { what: 'bold of a whole heading' }, placeOf(builder.dom, node))
  return withoutBold(builder, node, only.children)
}

// The place that a link leads to stays when the element goes.
function keepAnchor({ id }: Record<string, string>, content: XNode[]): XNode[] {
  return id === undefined ? content : [element('span', { id }, []), ...content]
}

function preformatted(builder: Builder, node: Element, at: Surroundings): XNode[] {
  const content = trimPre(builder.phrasing(node.children, { ...at, around: [], inPre: true }))
  return content.some(hasSubstance) ? [element('pre', attributesOf(builder, node), content)] : []
}

// Line ends at the edges are of the markup, not of the text; the indent of the first line is of the text.
function trimPre(content: XNode[]): XNode[] {
  const start = content.findIndex(hasSubstance)
  const shown = content.slice(start, content.findLastIndex(hasSubstance) + 1)
  const last = shown.length - 1
  if (typeof shown[0] === 'string') shown[0] = shown[0].replace(/^(?:[ \t]*\n)+/, '')
  if (typeof shown[last] === 'string') shown[last] = shown[last].trimEnd()
  return shown
}

/** An element that holds blocks; nothing where it would be empty. */
function holding(builder: Builder, node: Element, content: XNode[]): XNode[] {
  const attributes = attributesOf(builder, node)
  return content.some(hasSubstance) ? [element(node.name, attributes, content)] : keepAnchor(attributes, content)
}

function figure(builder: Builder, node: Element, at: Surroundings): XNode[] {
  const isCaption = (child: ChildNode) => isTag(child) && child.name === 'figcaption'
  const captions = node.children.filter(isCaption)
  const content = builder.flow(
    node.children.filter((child) => !isCaption(child)),
    'paragraphs',
    at,
  )
  const isPicture = content.some(hasSubstance)
  const loose = isPicture ? 'bare' : 'paragraphs'
  const caption = captions.flatMap((child) => builder.flow((child as Element).children, loose, at))
  if (!isPicture) return caption
  const end = caption.some(hasSubstance) ? [element('figcaption', {}, caption)] : []
  return holding(builder, node, [...content, ...end])
}

function boldParagraph(builder: Builder, node: Element, at: Surroundings): XNode[] {
  if (builder.holdsBlock(node)) return builder.flow(node.children, 'paragraphs', at)
  const content = builder.content(node, at)
  const attributes = attributesOf(builder, node)
  return content.some(hasSubstance) ? [element('p', attributes, [element('strong', {}, content)])] : content
}

// A list item outside a list, a cell outside a table, details …: the content stays.
function stray(builder: Builder, node: Element, loose: Loose, at: Surroundings): XNode[] {
  builder.report('unwrapped', { what: `element ${node.name}` }, placeOf(builder.dom, node))
  const content = builder.flow(node.children, node.name === 'p' || loose === 'paragraphs' ? 'paragraphs' : 'bare', at)
  const first = content.find(isElement)
  const id = idOf(builder, node)
  if (id === undefined) return content
  if (first && first.attributes.id === undefined) first.attributes.id = id
  else return [element('span', { id }, []), ...content]
  return content
}
