// What an element shows, and whether parts of it show the same: what takes only the parts would else lose the rest.

import { type Element, shownText } from '../dom.js'
import { kindOf } from '../schema.js'
import { elementsIn } from './edit.js'

/** Whether nothing is shown outside some parts of an element, given in the order of the text. */
export function showNoLess(parts: readonly Element[], element: Element): boolean {
  if (showsMoreThanText(element, new Set(parts))) return false
  return squeeze(parts.map(shownText).join('')) === squeeze(shownText(element))
}

/** Whether an element holds pictures, players, formulas, rules or tables outside some parts. */
export function showsMoreThanText(element: Element, outside: ReadonlySet<Element> = new Set()): boolean {
  let shows = false
  elementsIn(element, (inner) => {
    const isPassed = outside.has(inner) || kindOf(inner.name) === 'removed'
    if (!isPassed && isShown(inner)) shows = true
    return !isPassed
  })
  return shows
}

function isShown({ name }: Element): boolean {
  return name === 'hr' || name === 'table' || ['media', 'picture', 'math'].includes(kindOf(name))
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}
