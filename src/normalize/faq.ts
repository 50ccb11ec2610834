// Questions and answers.

import type { ReportFn } from '../diagnostics.js'
import { asks, numberOf, saysFaq } from './faq-words.js'
import type { Draft } from './sections.js'
import { element, isElement, visibleText, type XNode } from './xhtml.js'

/** One question and what answers it, before serialising. */
export interface DraftEntry {
  readonly id: string
  readonly question: XNode[]
  readonly answer: XNode[]
}

/**
 * The questions of a section that says it is a FAQ and is one: at least two of the headings below it ask or are
 * numbered, and they are no fewer than the others. A heading with the word alone makes none.
 */
export function faqEntries(section: Draft, post: string, report: ReportFn): DraftEntry[] | undefined {
  if (!saysFaq(visibleText(section.heading))) return undefined
  const questions = section.sections.filter(({ heading }) => isQuestion(visibleText(heading)))
  if (questions.length < 2 || questions.length * 2 < section.sections.length) return undefined
  return section.sections.map((one) => entry(one, post, report))
}

function isQuestion(text: string): boolean {
  return asks(text) || numberOf(text) !== ''
}

function entry(section: Draft, post: string, report: ReportFn): DraftEntry {
  const number = numberOf(visibleText(section.heading))
  if (number !== '')
    report('removed', { what: 'number of a question' }, { post, heading: visibleText(section.heading) })
  const answer = [...section.body, ...section.sections.flatMap((below) => flatten(below, post, report))]
  return { id: section.id, question: withoutNumber(section.heading, number.length), answer }
}

// An answer has no outline of its own: a heading inside it is a bold paragraph.
function flatten(section: Draft, post: string, report: ReportFn): XNode[] {
  const heading = visibleText(section.heading)
  report('replaced', { what: 'heading inside an answer', by: 'a bold paragraph' }, { post, heading })
  const title = element('p', { id: section.id }, [element('strong', {}, section.heading)])
  return [title, ...section.body, ...section.sections.flatMap((below) => flatten(below, post, report))]
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
