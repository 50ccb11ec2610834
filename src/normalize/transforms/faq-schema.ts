// Structured data (schema.org FAQPage) in the post or beside it. It confirms what the text shows and completes it; a
// book prints nothing that a reader of the page does not see.

import type { SourceHtml } from '../../model.js'
import { type ChildNode, type Element, isTag, isText, parseSource, select, shownText, textOf } from '../dom.js'
import { foldQuestion } from '../faq-words.js'
import { elementsIn, setChildren } from './edit.js'
import type { Transform } from './transform.js'

/** Reads the questions that the structured data lists. */
export const faqSchema: Transform = {
  name: 'faq-schema',
  apply: ({ dom, post, marks }) => {
    const scripts = select(dom, 'script[type="application/ld+json"]')
    const inContent = scripts.flatMap((script) => questionsOf(textOf(script)))
    for (const { question, answer } of [...inContent, ...(post.faqSchema ?? [])]) {
      const asked = foldQuestion(shownOf(question, dom.post))
      if (asked !== '' && !marks.askedInSchema.has(asked)) marks.askedInSchema.set(asked, { question, answer })
    }
  },
}

/** Gives questions without an answer the one of the structured data, and tells of those that the post does not show. */
export const faqSchemaAnswers: Transform = {
  name: 'faq-schema-answers',
  apply: ({ dom, marks, report }) => {
    if (marks.askedInSchema.size === 0) return
    for (const { question, answer } of [...marks.faqs.values()].flatMap(({ entries }) => entries)) {
      const known = marks.askedInSchema.get(foldQuestion(shownText(question)))
      if (!known || known.answer.trim() === '' || answer.children.some(isShown)) continue
      setChildren(answer, parseSource(markupOf(known.answer, dom.post), dom.post).body.children)
      report(
        'repaired',
        { what: 'question without an answer', how: 'it has the one of the structured data' },
        { post: dom.post },
      )
    }
    const shown = shortTexts(dom.body)
    for (const [asked, { question }] of marks.askedInSchema) {
      if (!shown.has(asked)) report('faq-only-in-schema', { question: shownOf(question, dom.post) }, { post: dom.post })
    }
  },
}

function shownOf(html: string, post: string): string {
  return shownText(parseSource(html as SourceHtml, post).body)
}

// Some plugins escape the markup of an answer once more.
function markupOf(answer: string, post: string): SourceHtml {
  if (answer.includes('<') || !answer.includes('&lt;')) return answer as SourceHtml
  return textOf(parseSource(answer as SourceHtml, post).body) as SourceHtml
}

interface SchemaQuestion {
  readonly question: string
  readonly answer: string
}

/** The questions of a FAQPage, wherever in the data it stands. Broken data says nothing. */
function questionsOf(json: string): SchemaQuestion[] {
  const nodes = jsonObjects(json)
  if (!nodes.some((node) => isOfType(node, 'FAQPage'))) return []
  return nodes.flatMap((node) => {
    if (!isOfType(node, 'Question')) return []
    const [accepted] = [node.acceptedAnswer].flat() as (Record<string, unknown> | undefined)[]
    return [{ question: String(node.name ?? ''), answer: typeof accepted?.text === 'string' ? accepted.text : '' }]
  })
}

function isOfType(node: Record<string, unknown>, type: string): boolean {
  return [node['@type']].flat().includes(type)
}

// A stack of its own: JSON may nest deeper than the call stack is.
function jsonObjects(json: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = []
  const stack: unknown[] = [parsed(json)]
  while (stack.length > 0) {
    const value = stack.pop()
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value)) found.push(value as Record<string, unknown>)
    for (const inner of Object.values(value).reverse()) stack.push(inner)
  }
  return found
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

// Longer texts are no question; with the bound, the work for an element is bounded too.
const longestQuestion = 300

/** The folded text of every element and text node that is short enough to be a question. */
function shortTexts(body: Element): ReadonlySet<string> {
  const texts = new Map<Element, string>()
  const found = new Set<string>()
  for (const element of elementsIn(body).reverse()) {
    const text = element.children
      .map((child) => (isTag(child) ? (texts.get(child) ?? '') : plain(child, found)))
      .join('')
    const short = text.slice(0, longestQuestion + 1)
    texts.set(element, short)
    if (short.length <= longestQuestion) found.add(foldQuestion(short))
  }
  return found
}

function plain(node: ChildNode, found: Set<string>): string {
  if (!isText(node)) return ''
  if (node.data.length <= longestQuestion) found.add(foldQuestion(node.data))
  return node.data
}

function isShown(node: ChildNode): boolean {
  return isTag(node) ? shownText(node) !== '' || node.name === 'img' : isText(node) && node.data.trim() !== ''
}
