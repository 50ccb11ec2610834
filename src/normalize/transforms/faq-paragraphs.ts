import { type ChildNode, type Element, isTag, isText, type SourceDom, select, shownText } from '../dom.js'
import { asks, numberOf, saysFaq } from '../faq-words.js'
import { isBlock } from '../schema.js'
import { hasClass, make, setChildren } from './edit.js'
import { families } from './faq-families.js'
import { type Asked, isQuestion, questionsAndAnswers } from './faq-mark.js'
import type { Transform, TransformContext } from './transform.js'

/** Questions that stand beside their answers with nothing round the pair: paragraphs in bold, and torn plugin markup. */
export const faqParagraphs: Transform = {
  name: 'faq-paragraphs',
  apply: (context) => {
    const { dom, faq } = context
    for (const { source, question, answer, isFaq } of families) {
      if (!isFaq || !answer) continue
      const className = question.slice(1)
      const isAnswer = (element: Element) => hasClass(element, answer.slice(1))
      const questionIn = (child: Element) => (hasClass(child, className) ? child : onlyChild(child, className))
      const found = select(dom, question).filter((one) => shownText(one) !== '')
      if (found.length === 0) continue
      replaceRuns(context, source, holders(found), { questionIn, isAnswer, isWhole: (run) => run.asked.length > 0 })
    }
    if (faq === 'off') return
    const bold = dom.$('p > strong, p > b').toArray()
    const questionIn = (child: Element) => boldQuestion(context, child)
    replaceRuns(context, 'bold paragraphs', holders(bold), { questionIn, isWhole: (run) => isBoldFaq(dom, run) })
  },
}

/** How questions and answers are told apart among siblings. */
interface Rules {
  readonly questionIn: (child: Element) => Element | undefined
  /** Absent where any block answers. */
  readonly isAnswer?: (child: Element) => boolean
  readonly isWhole: (run: Run) => boolean
}

interface Run {
  readonly asked: Asked[]
  /** What the group takes the place of: the question and its answers, one list each. */
  readonly taken: ChildNode[]
}

/** The elements among whose children the runs may be: what holds the questions, or their paragraphs. */
function holders(found: readonly Element[]): ReadonlySet<Element> {
  const blocks = found.map(({ parent }, index) =>
    parent && isTag(parent) && parent.name === 'p' ? parent : found[index],
  )
  return new Set(blocks.flatMap((block) => (block?.parent && isTag(block.parent) ? [block.parent] : [])))
}

function replaceRuns(context: TransformContext, source: string, parents: ReadonlySet<Element>, rules: Rules): void {
  for (const parent of parents) {
    const instead = new Map<ChildNode, ChildNode[]>()
    for (const run of runsIn(parent, rules)) {
      const [first] = run.taken
      if (!first || !rules.isWhole(run)) continue
      for (const node of run.taken) instead.set(node, [])
      instead.set(first, questionsAndAnswers(context, source, run.asked))
    }
    if (instead.size === 0) continue
    setChildren(
      parent,
      parent.children.flatMap((child) => instead.get(child) ?? [child]),
    )
  }
}

function runsIn(parent: Element, rules: Rules): Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  const close = () => {
    if (open) runs.push(shortened(open))
    open = undefined
  }
  for (const child of parent.children) {
    const question = isTag(child) ? rules.questionIn(child) : undefined
    if (question && isTag(child)) {
      open ??= { asked: [], taken: [] }
      const [rest, ids] = besides(child, question)
      open.asked.push({ question, answer: rest, ids })
      open.taken.push(child)
    } else if (open && isTag(child) && endsRun(child, open, rules)) close()
    else if (open) {
      open.asked.at(-1)?.answer.push(child)
      open.taken.push(child)
    }
  }
  close()
  return runs
}

// A heading ends a FAQ, and so does a rule; a paragraph all in bold that asks nothing stands for a heading.
function endsRun(child: Element, open: Run, { isAnswer }: Rules): boolean {
  if (/^(?:h[1-6]|hr)$/.test(child.name)) return true
  if (isAnswer) return !isAnswer(child) && isBlock(child.name) && shownText(child) !== ''
  const bold = onlyBold(child)
  return bold !== undefined && (open.asked.at(-1)?.answer ?? []).some(isShown) && shownText(bold).length <= 80
}

/** What stands in a question's paragraph beside it answers it: `<p><strong>Why?</strong><br>Because.</p>`. */
function besides(child: Element, question: Element): [ChildNode[], string[]] {
  const ids = [child, question].flatMap(({ attribs }) => (attribs.id ? [attribs.id] : []))
  if (child === question || question.parent !== child) return [[], ids]
  const rest = child.children.slice(child.children.indexOf(question) + 1)
  return [rest.some(isShown) ? [make('p', rest)] : [], ids]
}

/** Nothing tells where the last answer ends: it is no longer than the longest before it. */
function shortened(run: Run): Run {
  const last = run.asked.at(-1)
  if (!last || run.asked.length === 1) return run
  const longest = Math.max(1, ...run.asked.slice(0, -1).map(({ answer }) => answer.filter(isShown).length))
  const beyond = last.answer.filter(isShown)[longest]
  if (!beyond) return run
  const kept = last.answer.slice(0, last.answer.indexOf(beyond))
  const gone = new Set(last.answer.slice(kept.length))
  return {
    asked: [...run.asked.slice(0, -1), { ...last, answer: kept }],
    taken: run.taken.filter((one) => !gone.has(one)),
  }
}

// Longer answers are the text of an article that asks now and then.
const longestAnswer = 6

function isBoldFaq(dom: SourceDom, { asked, taken }: Run): boolean {
  const [first] = taken
  if (!first || !isTag(first)) return false
  const isWhole = asked.every(({ answer }) => answer.some(isShown) && answer.filter(isShown).length <= longestAnswer)
  return isWhole && asked.length >= (saysFaq(dom.headingOf.get(first) ?? '') ? 2 : 3)
}

function isShown(node: ChildNode): boolean {
  if (isText(node)) return /[^\s\u00A0\u200B\uFEFF]/.test(node.data)
  return isTag(node) && (shownText(node) !== '' || node.name === 'img' || node.children.some(isShown))
}

function boldQuestion(context: TransformContext, child: Element): Element | undefined {
  if (child.name !== 'p') return undefined
  const [bold, next] = child.children.filter((node) => isShown(node) || (isTag(node) && node.name === 'br'))
  if (!bold || !isTag(bold) || !['strong', 'b'].includes(bold.name)) return undefined
  if (next && !(isTag(next) && next.name === 'br')) return undefined
  const text = shownText(bold)
  return isQuestion(context, bold) || (numberOf(text) !== '' && asks(text)) ? bold : undefined
}

function onlyBold(child: Element): Element | undefined {
  if (child.name !== 'p') return undefined
  const [bold, ...others] = child.children.filter(isShown)
  return bold && isTag(bold) && others.length === 0 && ['strong', 'b'].includes(bold.name) ? bold : undefined
}

function onlyChild(child: Element, className: string): Element | undefined {
  const [only] = child.children.filter(isShown)
  return only && isTag(only) && hasClass(only, className) ? only : undefined
}
