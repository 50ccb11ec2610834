import { type Element, isTag, isText } from '../dom.js'
import { childElements, setChildren } from './edit.js'
import { type Asked, isFaqGroup, questionsAndAnswers } from './faq-mark.js'
import type { Transform, TransformContext } from './transform.js'

/** A description list whose terms ask. */
export const faqLists: Transform = {
  name: 'faq-lists',
  apply: (context) => {
    if (context.faq === 'off') return
    for (const list of context.dom.$('dl').toArray()) markList(context, list)
  },
}

function markList(context: TransformContext, list: Element): void {
  const { faqs } = context.marks
  const asked = faqs.has(list) ? undefined : read(list)
  if (!asked || !isFaqGroup(context, asked, list)) return
  // A description may be one of several, and has an id and a language of its own.
  for (const part of asked.flatMap(({ answer }) => answer)) if (isTag(part)) part.name = 'div'
  const [made] = questionsAndAnswers(context, 'description list', asked)
  const mark = made && isTag(made) ? faqs.get(made) : undefined
  if (!made || !isTag(made) || !mark) return
  // The list itself is marked: it stays where it is, among however many siblings.
  faqs.delete(made)
  faqs.set(list, mark)
  setChildren(list, made.children)
}

/** Nothing where a term has no description, or something stands between them. */
function read(list: Element): Asked[] | undefined {
  const parts = childElements(list).flatMap((child) => (child.name === 'div' ? childElements(child) : [child]))
  const asked: Asked[] = []
  let before = ''
  for (const part of parts) {
    if (part.name === 'dt' && before !== 'dt') asked.push({ question: part, answer: [], ids: idsOf(part) })
    else if (part.name === 'dd' && asked.length > 0) asked.at(-1)?.answer.push(part)
    else return undefined
    before = part.name
  }
  const isLoose = list.children.some((child) => isText(child) && child.data.trim() !== '')
  return before === 'dd' && !isLoose ? asked : undefined
}

function idsOf({ attribs }: Element): string[] {
  return attribs.id ? [attribs.id] : []
}
