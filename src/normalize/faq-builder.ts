// Marked questions and answers in the clean tree: a `faq` of `question` and `answer` pairs. These names are ours and
// are never serialised: the sections take them up, or they become plain text.

import type { Builder, Surroundings } from './builder.js'
import type { Element } from './dom.js'
import type { FaqMark } from './marks.js'
import { hasSubstance } from './runs.js'
import { element, isElement, visibleText, type XElement, type XNode } from './xhtml.js'

/** Builds a marked list of questions and answers. */
export function faqOf(builder: Builder, node: Element, mark: FaqMark, at: Surroundings): XNode[] {
  const parts: XNode[] = []
  const lead: XNode[] = []
  for (const { question, answer, ids } of mark.entries) {
    const asked = withoutBold(builder.content(question, { ...at, around: [] }))
    const answered = builder.flow(answer.children, 'paragraphs', at)
    if (isWordless(asked)) {
      const shown = asked.some(hasSubstance) ? [element('p', {}, asked), ...answered] : answered
      if (parts.length === 0) lead.push(...shown)
      else parts.push(element('answer', {}, shown))
      continue
    }
    const id = builder.ids.fromText(visibleText(asked), 'section')
    linkAll(builder, [...ids, question.attribs.id, answer.attribs.id], id)
    parts.push(element('question', { id }, asked), element('answer', {}, answered))
  }
  const [first] = parts
  if (!first || !isElement(first)) return lead
  const id = first.attributes.id ?? ''
  linkAll(builder, [node.attribs.id], id)
  return [...lead, element('faq', { id, source: mark.source }, parts)]
}

function linkAll({ ids }: Builder, sourceIds: readonly (string | undefined)[], id: string): void {
  for (const old of sourceIds) if (old) ids.link(old, id)
}

// What has no words is no question: the contents could not name it.
function isWordless(asked: readonly XNode[]): boolean {
  return !/[^\u200B]/.test(visibleText(asked))
}

// A question is a heading, set apart by its own type.
function withoutBold(content: XNode[]): XNode[] {
  const [only, ...others] = content
  if (!only || !isElement(only) || others.length > 0 || !['b', 'strong'].includes(only.name)) return content
  return Object.keys(only.attributes).length > 0 ? content : withoutBold(only.children)
}

export function isFaq(node: XNode): node is XElement {
  return isElement(node) && node.name === 'faq'
}

/** The same nodes with FAQs as text: each question a bold paragraph before its answer. */
export function withoutFaqs(nodes: readonly XNode[]): XNode[] {
  const out: XNode[] = []
  for (const node of nodes) {
    if (!isElement(node)) {
      out.push(node)
      continue
    }
    const children = withoutFaqs(node.children)
    if (node.name === 'question') out.push(element('p', node.attributes, [element('strong', {}, children)]))
    else if (node.name === 'faq' || node.name === 'answer') for (const child of children) out.push(child)
    else out.push(element(node.name, node.attributes, children))
  }
  return out
}

/** The same blocks with FAQs at their top only: quotations, lists and tables hold no sections. */
export function faqsAtTop(blocks: readonly XNode[]): XNode[] {
  return blocks.map((node): XNode => {
    if (!isElement(node)) return node
    const children = node.name === 'faq' ? node.children.map(partAsText) : withoutFaqs(node.children)
    return { ...node, children }
  })
}

function partAsText(part: XNode): XNode {
  return isElement(part) ? { ...part, children: withoutFaqs(part.children) } : part
}
