// Plugin markup that lost what was round each question and its answer, or never had it.

import { type ChildNode, type Element, isTag, placeOf, select, shownText } from '../dom.js'
import { isBlock } from '../schema.js'
import { holdersOf } from './edit.js'
import { type Family, families } from './faq-families.js'
import { type Asked, isShown, isSign } from './faq-mark.js'
import { replaceRuns } from './faq-runs.js'
import type { Transform, TransformContext } from './transform.js'

/** Questions and answers of a plugin that stand beside each other, however deep each is wrapped on its own. */
export const faqTorn: Transform = {
  name: 'faq-torn',
  apply: (context) => {
    for (const family of families) if (family.isFaq && family.answer) replaceTorn(context, family, family.answer)
  },
}

function replaceTorn(context: TransformContext, { source, question }: Family, answer: string): void {
  const { dom } = context
  const questions = select(dom, question).filter((one) => shownText(one) !== '')
  if (questions.length === 0) return
  const answers = select(dom, answer)
  const wrappedIn = wrappers([...questions, ...answers])
  const asked = new Map(questions.map((one) => [wrappedIn(one), one]))
  const answering = new Set(answers.map(wrappedIn))
  const parents = new Set([...asked.keys()].flatMap(({ parent }) => (parent && isTag(parent) ? [parent] : [])))
  replaceRuns(context, source, parents, {
    questionIn: (child) => {
      const found = asked.get(child)
      return found && unwrapped(context, child, found)
    },
    ends: (child) =>
      /^h[1-6]$/.test(child.name) || (!answering.has(child) && isBlock(child.name) && shownText(child) !== ''),
    isWhole: () => true,
  })
}

/** A question without what is wrapped round it; the icons in there go. */
function unwrapped({ dom, report }: TransformContext, wrapper: Element, question: Element): Asked {
  const ids: string[] = []
  for (let inner = question; ; inner = inner.parent as Element) {
    if (inner.attribs.id) ids.push(inner.attribs.id)
    if (inner === wrapper) return { question, answer: [], ids }
    const beside = (inner.parent as Element).children.filter((one) => one !== inner && isShown(one))
    for (const sign of beside.filter(isTag)) report('removed', { what: 'icon of a question' }, placeOf(dom, sign))
  }
}

// A cell holds its content, and does not stand among what is beside it.
const edges = new Set('body table caption thead tbody tfoot tr td th'.split(' '))

/** For each element, the outermost that shows nothing else, icons aside. */
function wrappers(elements: readonly Element[]): (element: Element) => Element {
  const known = new Set<ChildNode>([...elements, ...holdersOf(elements)])
  const isPart = (node: ChildNode) => known.has(node) || (isShown(node) && !(isTag(node) && isSign(node)))
  const isWrapper = new Map<Element, boolean>()
  return (element) => {
    let outer = element
    for (let { parent } = outer; parent && isTag(parent) && !edges.has(parent.name); { parent } = outer) {
      if (!isWrapper.has(parent)) isWrapper.set(parent, parent.children.filter(isPart).length === 1)
      if (!isWrapper.get(parent)) break
      outer = parent
    }
    return outer
  }
}
