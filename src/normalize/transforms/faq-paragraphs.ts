import { type ChildNode, type Element, isTag, type SourceDom, shownText } from '../dom.js'
import { saysFaq } from '../faq-words.js'
import { isBlock } from '../schema.js'
import { make } from './edit.js'
import { type Asked, isQuestion, isShown } from './faq-mark.js'
import { type Run, replaceRuns } from './faq-runs.js'
import type { Transform, TransformContext } from './transform.js'

/** Questions in bold that begin paragraphs or list items. */
export const faqParagraphs: Transform = {
  name: 'faq-paragraphs',
  apply: (context) => {
    const { dom, faq } = context
    if (faq === 'off') return
    const isAsking = (child: Element) => boldQuestion(context, child, () => true) !== undefined
    // A list is a FAQ as a whole or not at all.
    const parents = holders(dom).filter(
      ({ name, children }) => (name !== 'ul' && name !== 'ol') || children.filter(isTag).every(isAsking),
    )
    replaceRuns(context, 'bold paragraphs', new Set(parents), {
      questionIn: (child, isAnswered) => boldQuestion(context, child, isAnswered),
      ends: endsRun,
      isWhole: (run) => isBoldFaq(dom, run),
    })
  },
}

// Inline elements that may stand round bold words.
const around = new Set(['em', 'i', 'span', 'u', 'font'])
const mostAround = 4

/** The elements among whose children the runs may be. */
function holders(dom: SourceDom): Element[] {
  const found = dom
    .$('strong, b')
    .toArray()
    .flatMap((bold) => {
      let up = bold.parent
      for (let count = 0; up && isTag(up) && around.has(up.name) && count < mostAround; count += 1) up = up.parent
      return up && isTag(up) && isTextBlock(up) && up.parent && isTag(up.parent) ? [up.parent] : []
    })
  return [...new Set(found)]
}

function isTextBlock({ name }: Element): boolean {
  return name === 'p' || name === 'li'
}

/**
 * The bold question that a block begins with; what follows it in there answers it. Words in the same line are an
 * answer only below a heading that says FAQ: elsewhere they may be those of a dialogue.
 */
function boldQuestion(context: TransformContext, child: Element, isAnswered: () => boolean): Asked | undefined {
  if (!isTextBlock(child)) return undefined
  const [first, next] = child.children.filter((node) => isShown(node) || isBreak(node))
  const bold = first && boldIn(first)
  if (!first || !bold || !isQuestion(context, bold)) return undefined
  const isApart = !next || isBreak(next)
  if (!isApart && !(saysFaq(context.dom.headingOf.get(child) ?? '') && isAnswered())) return undefined
  const rest = child.children.slice(child.children.indexOf(first) + 1)
  const name = rest.some((node) => isTag(node) && isBlock(node.name)) ? 'div' : 'p'
  return { question: bold, answer: rest.some(isShown) ? [make(name, rest)] : [], ids: idsFrom(bold, child) }
}

function isBreak(node: ChildNode): boolean {
  return isTag(node) && node.name === 'br'
}

function boldIn(node: ChildNode): Element | undefined {
  let inner: ChildNode | undefined = node
  for (let count = 0; inner && isTag(inner) && around.has(inner.name) && count < mostAround; count += 1) {
    const shown: ChildNode[] = inner.children.filter(isShown)
    inner = shown.length === 1 ? shown[0] : undefined
  }
  return inner && isTag(inner) && ['strong', 'b'].includes(inner.name) ? inner : undefined
}

function idsFrom(inner: Element, outer: Element): string[] {
  const ids: string[] = []
  for (let up = inner; ; up = up.parent as Element) {
    if (up.attribs.id) ids.push(up.attribs.id)
    if (up === outer) return ids
  }
}

// A heading ends a FAQ; a paragraph all in bold that asks nothing stands for a heading.
function endsRun(child: Element, { answer }: Asked): boolean {
  if (/^h[1-6]$/.test(child.name)) return true
  const bold = onlyBold(child)
  return bold !== undefined && answer.some(isShown) && shownText(bold).length <= 80
}

// Longer answers are the text of an article that asks now and then.
const longestAnswer = 6

function isBoldFaq(dom: SourceDom, { asked, taken }: Run): boolean {
  const [first] = taken
  if (!first || !isTag(first)) return false
  const isWhole = asked.every(({ answer }) => answer.some(isShown) && answer.filter(isShown).length <= longestAnswer)
  return isWhole && asked.length >= (saysFaq(dom.headingOf.get(first) ?? '') ? 2 : 3)
}

function onlyBold(child: Element): Element | undefined {
  if (child.name !== 'p') return undefined
  const [only, ...others] = child.children.filter(isShown)
  return only && others.length === 0 ? boldIn(only) : undefined
}
