// What the transforms for questions and answers share: a group of them becomes a description list of our own, marked
// so that the builders know it from one that the author wrote.

import { type ChildNode, type Element, isTag, isText, placeOf, shownText } from '../dom.js'
import { asks, foldQuestion, isFaqTitle } from '../faq-words.js'
import { classesOf, make, setChildren } from './edit.js'
import type { TransformContext } from './transform.js'

/** One question as it was found; nothing has been moved yet. */
export interface Asked {
  readonly question: Element
  readonly answer: ChildNode[]
  /** The ids of what is not kept: links to them lead to the question. */
  readonly ids: string[]
}

/** What stands in the place of a group. `source` names the block or plugin that made it. */
export function questionsAndAnswers(context: TransformContext, source: string, group: readonly Asked[]): ChildNode[] {
  const { dom, marks, report, faq } = context
  const [first] = group
  if (first)
    report('replaced', { what: `FAQ markup (${source})`, by: 'questions and answers' }, placeOf(dom, first.question))
  const entries = group.map(({ question, answer, ids }) => {
    const unwrapped: string[] = []
    const text = cleaned(context, question.children, unwrapped)
    return {
      question: make('dt', text, wordAttributes(question)),
      answer: make('dd', answer),
      ids: [...ids, ...(marks.aliases.get(question) ?? []), ...unwrapped],
    }
  })
  if (faq === 'off') return entries.flatMap((entry, index) => plain(entry, group[index]?.question))
  const list = make(
    'dl',
    entries.flatMap(({ question, answer }) => [question, answer]),
  )
  marks.faqs.set(list, { source, entries })
  return [list]
}

// A question that was no heading is a bold paragraph: what follows the group would else belong to the last answer.
function plain({ question, answer, ids }: { question: Element; answer: Element; ids: string[] }, was?: Element) {
  const name = was && /^h[1-6]$/.test(was.name) ? was.name : 'p'
  const text = name === 'p' ? [make('strong', question.children)] : question.children
  const [id] = ids
  return [make(name, text, { ...question.attribs, ...(id ? { id } : {}) }), ...answer.children]
}

function wordAttributes({ attribs: { lang, dir } }: Element): Record<string, string> {
  return { ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) }
}

/** Whether a group whose markup may hold anything is a FAQ: under a heading that says so, or most of its titles ask. */
export function isFaqGroup(context: TransformContext, group: readonly Asked[], before: Element): boolean {
  if (group.length < 2) return false
  if (isFaqTitle(context.dom.headingOf.get(before) ?? '')) return true
  const asking = group.filter(({ question }) => isQuestion(context, question))
  return asking.length >= 2 && asking.length * 2 >= group.length
}

/** Whether an element asks, or the structured data of the post says that it does. */
export function isQuestion({ marks }: TransformContext, element: Element): boolean {
  const text = shownText(element).replace(signs, '')
  return asks(text) || (marks.askedInSchema.size > 0 && marks.askedInSchema.has(foldQuestion(text)))
}

// What a theme draws beside a question to show that it opens.
const signs = /[ \u00A0]?[+\-–−×✕✖▲▴▼▾▸►⌄⌃]$/u

function cleaned(context: TransformContext, nodes: readonly ChildNode[], ids: string[]): ChildNode[] {
  const kept = nodes.flatMap((node): ChildNode[] => {
    if (!isTag(node)) return [node]
    if (isSign(node)) {
      context.report('removed', { what: 'icon of a question' }, placeOf(context.dom, node))
      return []
    }
    const children = cleaned(context, node.children, ids)
    if (isControl(node)) {
      context.report(
        'unwrapped',
        { what: `${node.name === 'a' ? 'link' : 'button'} that opens an answer` },
        placeOf(context.dom, node),
      )
      if (node.attribs.id) ids.push(node.attribs.id)
      return children
    }
    setChildren(node, children)
    return [node]
  })
  const last = kept.at(-1)
  if (last && isText(last)) last.data = last.data.trimEnd().replace(signs, '')
  return kept
}

/** An icon: nothing to read, or a sign of one or two characters that says what it is by its class. */
export function isSign(element: Element): boolean {
  if (['svg', 'script', 'style', 'noscript'].includes(element.name)) return true
  const text = shownText(element)
  if (element.name === 'i' || element.attribs['aria-hidden'] === 'true') return text.length <= 2
  return text.length <= 2 && classesOf(element).some((name) => /icon|symbol|toggle|arrow|caret|chevron/i.test(name))
}

/** Whether a reader of the page would see anything of a node. */
export function isShown(node: ChildNode): boolean {
  if (isText(node)) return /[^\s\u00A0\u200B\uFEFF]/.test(node.data)
  return isTag(node) && (shownText(node) !== '' || node.name === 'img' || node.children.some(isShown))
}

// The button that opens the answer, and links to the place where the question stands already.
function isControl({ name, attribs }: Element): boolean {
  return name === 'button' || (name === 'a' && !/^\s*(?:https?:|mailto:|tel:|\/)/i.test(attribs.href ?? ''))
}
