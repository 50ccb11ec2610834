import { type ChildNode, type Element, isTag, isText, placeOf } from '../dom.js'
import { setChildren, turnInto } from './edit.js'
import { type FaqIndex, indexFaqs, type Reading, readItem } from './faq-index.js'
import { type Asked, isFaqGroup, isShown, questionsAndAnswers } from './faq-mark.js'
import type { Transform, TransformContext } from './transform.js'

/** Blocks and plugins that fold answers below questions: those that ask become a FAQ, the others stay as they are. */
export const faqBlocks: Transform = {
  name: 'faq-blocks',
  apply: (context) => {
    const index = indexFaqs(context.dom)
    if (index.familyOf.size === 0) return
    const parents = new Set([...index.familyOf.keys()].map(({ parent }) => parent).filter((one) => one && isTag(one)))
    for (const parent of parents) replaceGroups(context, parent as Element, index)
  },
}

function replaceGroups(context: TransformContext, parent: Element, index: FaqIndex): void {
  if (index.spent.has(parent)) return
  const instead = new Map<ChildNode, ChildNode[]>()
  for (const items of groupsIn(parent, index)) {
    const made = faqOf(context, items, index)
    if (!made) continue
    items.forEach((item, position) => {
      instead.set(item, position === 0 ? made : [])
    })
  }
  if (instead.size === 0) return
  setChildren(
    parent,
    parent.children.flatMap((child) => instead.get(child) ?? [child]),
  )
  if (parent.name === 'ul' || parent.name === 'ol') turnInto(parent, 'div')
}

/** What stands in the place of items that belong together; nothing where they make no FAQ. */
function faqOf(context: TransformContext, items: readonly Element[], index: FaqIndex): ChildNode[] | undefined {
  const [first] = items
  const family = first && index.familyOf.get(first)
  if (!family || (context.faq === 'off' && !family.isFaq)) return undefined
  const readings = items.map((item) => readItem(item, family, index))
  const { lead, asked } = joined(readings)
  if (family.isFaq ? asked.length === 0 : !isFaqGroup(context, asked, first)) return undefined
  if (family.isFaq && isAnsweredOutside(asked, items.at(-1), index)) return undefined
  for (const { passed, signs } of readings) {
    for (const one of passed) index.spent.add(one)
    for (const one of signs) context.report('removed', { what: 'icon of a question' }, placeOf(context.dom, one))
  }
  return [...lead, ...questionsAndAnswers(context, family.source, asked)]
}

/** Whether the items hold questions alone, and an answer stands beside them. */
function isAnsweredOutside(asked: readonly Asked[], last: Element | undefined, index: FaqIndex): boolean {
  if (asked.some(({ answer }) => answer.some(isShown))) return false
  let next = last?.next
  while (next && isIgnored(next)) next = next.next
  return next !== undefined && next !== null && isTag(next) && (index.answers.has(next) || index.holdAnswers.has(next))
}

/** One reading of all: what no question stands before goes on with the answer of the item before. */
function joined(readings: readonly Reading[]): Pick<Reading, 'lead' | 'asked'> {
  const lead: ChildNode[] = []
  const asked: Asked[] = []
  for (const reading of readings) {
    const before = asked.at(-1)?.answer ?? lead
    for (const node of reading.lead) before.push(node)
    for (const one of reading.asked) asked.push(one)
  }
  return { lead, asked }
}

/** Items of one family that stand together. */
function groupsIn(parent: Element, { familyOf, spent }: FaqIndex): Element[][] {
  const groups: Element[][] = []
  let open: Element[] | undefined
  for (const child of parent.children) {
    const family = isTag(child) && !spent.has(child) ? familyOf.get(child) : undefined
    if (family && isTag(child)) {
      const goesOn = open?.[0] && familyOf.get(open[0])?.source === family.source
      if (!goesOn) {
        open = []
        groups.push(open)
      }
      open?.push(child)
    } else if (!isIgnored(child)) open = undefined
  }
  return groups
}

function isIgnored(node: ChildNode): boolean {
  if (isText(node)) return node.data.trim() === ''
  return !isTag(node) || ((node.name === 'p' || node.name === 'br') && node.children.every(isIgnored))
}
