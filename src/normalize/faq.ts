// Questions and answers.

import type { ReportFn } from '../diagnostics.js'
import { withoutFaqs } from './faq-builder.js'
import { asks, isFaqTitle, numberOf, saysFaq } from './faq-words.js'
import type { Draft } from './sections.js'
import { element, isElement, visibleText, type XElement, type XNode } from './xhtml.js'

/** One question and what answers it, before serialising. */
export interface DraftEntry {
  readonly id: string
  readonly question: XNode[]
  readonly answer: XNode[]
}

interface Finding {
  readonly post: string
  readonly isInSchema: (question: string) => boolean
  /** How many questions make a FAQ. */
  readonly fewestQuestions: number
  readonly report: ReportFn
}

/**
 * The questions of a section that says it is a FAQ and is one: at least two of the headings below it ask, and they are
 * no fewer than the others. A number is enough where the heading says nothing else: “FAQ schema” has numbered steps. A
 * heading with the word alone makes none. A part of a section that says so need not say it again, and where the
 * structured data of the post lists every heading below, no word is needed.
 */
export function faqEntries(section: Draft, finding: Finding, around?: Draft): DraftEntry[] | undefined {
  const { post, isInSchema, fewestQuestions, report } = finding
  const texts = section.sections.map(({ heading }) => visibleText(heading))
  const heading = visibleText(section.heading)
  const isSaid = saysFaq(heading) || (around !== undefined && saysFaq(visibleText(around.heading)))
  if (!isSaid && !texts.every(isInSchema)) return undefined
  const isNumbered = isFaqTitle(heading) ? (text: string) => numberOf(text) !== '' : () => false
  const questions = texts.filter((text) => asks(text) || isNumbered(text) || isInSchema(text))
  if (questions.length < fewestQuestions || questions.length * 2 < texts.length) return undefined
  return section.sections.map((one) => entry(one, post, report))
}

/** The entries of a `faq` of the clean tree, which holds questions and answers by turns. */
export function draftEntries({ children }: XElement, { post, report }: Pick<Finding, 'post' | 'report'>): DraftEntry[] {
  const entries: DraftEntry[] = []
  for (const part of children.filter(isElement)) {
    if (part.name !== 'question') entries.at(-1)?.answer.push(...part.children)
    else {
      const question = numberless(part.children, post, report)
      entries.push({ id: part.attributes.id ?? '', question, answer: [] })
    }
  }
  return entries
}

function entry(section: Draft, post: string, report: ReportFn): DraftEntry {
  const answer = [...withoutFaqs(section.body), ...section.sections.flatMap((below) => flatten(below, post, report))]
  return { id: section.id, question: numberless(section.heading, post, report), answer }
}

function numberless(question: readonly XNode[], post: string, report: ReportFn): XNode[] {
  const heading = visibleText(question)
  const number = numberOf(heading)
  if (number !== '') report('removed', { what: 'number of a question' }, { post, heading })
  return withoutNumber(question, number.length)
}

// An answer has no outline of its own: a heading inside it is a bold paragraph.
function flatten(section: Draft, post: string, report: ReportFn): XNode[] {
  const heading = visibleText(section.heading)
  report('replaced', { what: 'heading inside an answer', by: 'a bold paragraph' }, { post, heading })
  const title = element('p', { id: section.id }, [element('strong', {}, section.heading)])
  return [title, ...withoutFaqs(section.body), ...section.sections.flatMap((below) => flatten(below, post, report))]
}

/** The same nodes less the first `count` characters of their text. */
function withoutNumber(nodes: readonly XNode[], count: number): XNode[] {
  let left = count
  return nodes.flatMap((node) => {
    if (left === 0) return [node]
    if (!isElement(node)) {
      const rest = node.slice(left)
      left -= node.length - rest.length
      return rest === '' ? [] : [rest]
    }
    const taken = Math.min(left, lengthOf(node))
    left -= taken
    const rest = withoutNumber(node.children, taken)
    return rest.length === 0 && node.attributes.id === undefined ? [] : [element(node.name, node.attributes, rest)]
  })
}

function lengthOf(node: XNode): number {
  return isElement(node) ? node.children.reduce((sum, child) => sum + lengthOf(child), 0) : node.length
}
