// Questions and answers that stand beside each other with nothing round the pair: runs among siblings.

import { type ChildNode, type Element, isTag, placeOf } from '../dom.js'
import { setChildren, turnInto } from './edit.js'
import { type Asked, isShown, questionsAndAnswers } from './faq-mark.js'
import type { TransformContext } from './transform.js'

/** How questions and answers are told apart among siblings. */
export interface Rules {
  /** The question that an element holds, and what answers it in there. `isAnswered` tells of the question before. */
  readonly questionIn: (child: Element, isAnswered: () => boolean) => Asked | undefined
  /** Whether an element that holds no question ends the run. */
  readonly ends: (child: Element, last: Asked) => boolean
  readonly isWhole: (run: Run) => boolean
}

export interface Run {
  readonly asked: Asked[]
  /** What the group takes the place of: the question and its answers, one list each. */
  readonly taken: ChildNode[]
}

/** Puts questions and answers in the place of each whole run among the children of `parents`. */
export function replaceRuns(
  context: TransformContext,
  source: string,
  parents: ReadonlySet<Element>,
  rules: Rules,
): void {
  for (const parent of parents) {
    const runs = runsIn(parent, rules).filter(rules.isWhole)
    if (runs.length === 0) continue
    const instead = new Map<ChildNode, ChildNode[]>()
    for (const { asked, taken } of runs) {
      taken.forEach((node, index) => {
        instead.set(node, index === 0 ? questionsAndAnswers(context, source, asked) : [])
        if (isRule(node)) context.report('removed', { what: 'rule between questions' }, placeOf(context.dom, node))
      })
    }
    setChildren(
      parent,
      parent.children.flatMap((child) => instead.get(child) ?? [child]),
    )
    if (parent.name === 'ul' || parent.name === 'ol') turnInto(parent, 'div')
  }
}

interface Reading {
  readonly runs: Run[]
  isOpen: boolean
  /** A rule parts one pair from the next, unless what follows is no question: then it ended the run. */
  parting: ChildNode[]
}

function runsIn(parent: Element, rules: Rules): Run[] {
  const reading: Reading = { runs: [], isOpen: false, parting: [] }
  for (const child of parent.children) {
    const last = reading.isOpen ? reading.runs.at(-1)?.asked.at(-1) : undefined
    const asked = isTag(child) && rules.questionIn(child, () => last === undefined || last.answer.some(isShown))
    if (asked) ask(reading, child, asked)
    else if (last) goOn(reading, child, last, rules)
  }
  return reading.runs.map(shortened)
}

function ask(reading: Reading, child: ChildNode, asked: Asked): void {
  if (!reading.isOpen) reading.runs.push({ asked: [], taken: [] })
  const run = reading.runs.at(-1)
  for (const node of reading.parting) run?.taken.push(node)
  run?.taken.push(child)
  run?.asked.push(asked)
  reading.isOpen = true
  reading.parting = []
}

function goOn(reading: Reading, child: ChildNode, last: Asked, rules: Rules): void {
  const isParted = reading.parting.length > 0
  if (isRule(child) || (isParted && !isShown(child))) reading.parting.push(child)
  else if (isParted || (isTag(child) && rules.ends(child, last))) {
    reading.isOpen = false
    reading.parting = []
  } else {
    last.answer.push(child)
    reading.runs.at(-1)?.taken.push(child)
  }
}

function isRule(node: ChildNode): node is Element {
  return isTag(node) && node.name === 'hr'
}

/** Nothing tells where the last answer ends: it is no longer than the longest before it. */
function shortened(run: Run): Run {
  const last = run.asked.at(-1)
  if (!last || run.asked.length === 1) return run
  const longest = Math.max(
    1,
    run.asked.slice(0, -1).reduce((most, { answer }) => Math.max(most, shownIn(answer)), 0),
  )
  const beyond = last.answer.filter(isShown)[longest]
  if (!beyond) return run
  const kept = last.answer.slice(0, last.answer.indexOf(beyond))
  const gone = new Set(last.answer.slice(kept.length))
  return {
    asked: [...run.asked.slice(0, -1), { ...last, answer: kept }],
    taken: run.taken.filter((one) => !gone.has(one)),
  }
}

function shownIn(answer: readonly ChildNode[]): number {
  return answer.filter(isShown).length
}
