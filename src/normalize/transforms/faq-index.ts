// What the markup of plugins says of questions and answers, told once for the whole post, and the reading of one item.

import { type ChildNode, type Element, isTag, type SourceDom, select, shownText } from '../dom.js'
import { elementsIn, holdersOf, make } from './edit.js'
import { type Family, families } from './faq-families.js'
import { type Asked, isSign } from './faq-mark.js'

/** What is an item, a question or an answer of which family. */
export interface FaqIndex {
  /** In the order of the text. */
  readonly familyOf: ReadonlyMap<Element, Family>
  readonly questions: ReadonlySet<Element>
  readonly answers: ReadonlySet<Element>
  readonly holdQuestions: ReadonlySet<Element>
  readonly holdAnswers: ReadonlySet<Element>
  /** Items that were part of another. */
  readonly spent: Set<Element>
}

export function indexFaqs(dom: SourceDom): FaqIndex {
  const found = new Map<Element, Family>()
  const questions = new Set<Element>()
  const answers = new Set<Element>()
  for (const family of families) {
    const items = select(dom, family.item)
    for (const item of items) if (!found.has(item)) found.set(item, family)
    if (items.length === 0 || !family.answer) continue
    for (const one of select(dom, family.question)) questions.add(one)
    for (const one of select(dom, family.answer)) answers.add(one)
  }
  const inOrder = found.size === 0 ? [] : elementsIn(dom.body).filter((element) => found.has(element))
  return {
    familyOf: new Map(inOrder.map((item) => [item, found.get(item) as Family])),
    questions,
    answers,
    holdQuestions: holdersOf(questions),
    holdAnswers: holdersOf(answers),
    spent: new Set(),
  }
}

export interface Reading {
  readonly asked: Asked[]
  /** What stands before the first question. */
  readonly lead: ChildNode[]
  /** The elements that fall away. */
  readonly passed: Element[]
  readonly signs: Element[]
}

export function readItem(item: Element, family: Family, index: FaqIndex): Reading {
  const reading: Reading = { asked: [], lead: [], passed: [], signs: [] }
  if (family.answer) readParts(item, index, reading, false)
  else readDetails(item, family.question, reading)
  return reading
}

function readDetails(item: Element, question: string, reading: Reading): void {
  const summary = item.children.find((child) => isTag(child) && child.name === question)
  const answer = item.children.filter((child) => child !== summary)
  if (summary && isTag(summary) && shownText(summary) !== '') {
    reading.asked.push({ question: summary, answer, ids: idsOf(item, summary) })
  } else {
    if (summary && isTag(summary)) reading.lead.push(make('p', summary.children))
    for (const child of answer) reading.lead.push(child)
  }
}

function readParts(element: Element, index: FaqIndex, reading: Reading, inTitle: boolean): void {
  reading.passed.push(element)
  for (const child of element.children) {
    const answer = reading.asked.at(-1)?.answer ?? reading.lead
    const part = isTag(child) ? partOf(child, index, inTitle) : 'other'
    if (part === 'other' || !isTag(child)) answer.push(child)
    else if (part === 'question') reading.asked.push({ question: child, answer: [], ids: idsBefore(child, reading) })
    else if (part === 'sign') reading.signs.push(child)
    else if (part === 'holder') readParts(child, index, reading, !index.holdAnswers.has(child))
    else takeAnswer(child, answer, reading)
  }
}

function takeAnswer(child: Element, answer: ChildNode[], { asked }: Reading): void {
  asked.at(-1)?.ids.push(...idsOf(child))
  // Its words alone are the answer; beside others it stays a block of its own.
  if (asked.length > 0 && answer.length === 0) for (const node of child.children) answer.push(node)
  else answer.push(child)
}

function partOf(child: Element, index: FaqIndex, inTitle: boolean) {
  if (index.answers.has(child)) return 'answer'
  // One without words asks nothing: it stands in the text, and what answers it goes on with the answer before.
  if (index.questions.has(child)) return shownText(child) === '' ? 'other' : 'question'
  if (index.holdQuestions.has(child) || index.holdAnswers.has(child)) return 'holder'
  return inTitle && isSign(child) ? 'sign' : 'other'
}

/** The ids of a question and of what was passed since the one before it. */
function idsBefore(question: Element, { passed, asked }: Reading): string[] {
  const ids = passed.slice(asked.length === 0 ? 0 : -1).flatMap((one) => idsOf(one))
  return [...ids, ...idsOf(question)]
}

function idsOf(...elements: Element[]): string[] {
  return elements.flatMap(({ attribs }) => (attribs.id ? [attribs.id] : []))
}
