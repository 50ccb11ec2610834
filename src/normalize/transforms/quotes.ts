import { type ChildNode, type Element, isTag, isText, placeOf } from '../dom.js'
import { isBlock, kindOf } from '../schema.js'
import { classesOf, elementsIn, hasClass, make, removeAll, setChildren, turnInto } from './edit.js'
import { showsMoreThanText } from './shown.js'
import type { Transform, TransformContext } from './transform.js'

// Each is searched for in the whole text: more than these are kept without a search, so that the time stays linear.
const searched = 20

/** Quotations: who said it stands below; a pull quote that repeats the text goes. */
export const quotes: Transform = {
  name: 'quotes',
  apply: (context) => {
    pullQuotes(context)
    for (const element of elementsIn(context.dom.body)) if (element.name === 'blockquote') attribute(element, context)
  },
}

function pullQuotes({ dom, marks, report }: TransformContext): void {
  const isPullQuote = (element: Element) =>
    classesOf(element).some((name) => name === 'wp-block-pullquote' || name === 'pullquote')
  const found: Element[] = []
  elementsIn(dom.body, (element) => {
    if (!isPullQuote(element)) return true
    found.push(element)
    return false
  })
  if (found.length === 0) return
  const body = fold(textWithout(dom.body, new Set(found)))
  const gone: Element[] = []
  for (const [index, element] of found.entries()) {
    if (index < searched && repeats(element, body)) {
      report('removed', { what: 'pull quote that repeats the text' }, placeOf(dom, element))
      gone.push(element)
      continue
    }
    const quote =
      element.name === 'blockquote' ? element : elementsIn(element).find(({ name }) => name === 'blockquote')
    if (element.name === 'figure' && quote) turnInto(element, 'div')
    if (quote) marks.classes.set(quote, 'pullquote')
  }
  removeAll(gone)
}

/** Whether a text says all that a pull quote does, and names who said it. Few words may stand anywhere. */
function repeats(quote: Element, body: string): boolean {
  const cites = elementsIn(quote, ({ name }) => name !== 'cite').filter(({ name }) => name === 'cite')
  const words = fold(textWithout(quote, new Set(cites)))
  if (!isLong(words) || !body.includes(words) || showsMoreThanText(quote)) return false
  return body.includes(fold(cites.map((cite) => textWithout(cite, new Set())).join(' ')))
}

// Four words; letters where a script does not part its words.
function isLong(words: string): boolean {
  const unparted = words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu) ?? []
  return words.trim().split(' ').length >= 4 || unparted.length >= 8
}

function textWithout(root: Element, left: ReadonlySet<Element>): string {
  const parts: string[] = []
  const stack: ChildNode[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) parts.push(node.data)
    else if (isTag(node) && !left.has(node) && kindOf(node.name) !== 'removed') {
      if (isBlock(node.name) || node.name === 'br') parts.push(' ')
      stack.push(...node.children.toReversed())
    }
  }
  return parts.join('')
}

/** The words alone, a space before and after each. */
function fold(text: string): string {
  return ` ${text.toLowerCase()} `.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
}

function attribute(quote: Element, { marks }: TransformContext): void {
  const last = quote.children.findLast((child) => isTag(child) || (isText(child) && child.data.trim() !== ''))
  if (!last || !isTag(last)) return
  if (last.name === 'cite') {
    const paragraph = make('p', [last])
    setChildren(quote, quote.children.flatMap((child) => (child === last ? [] : [child])).concat(paragraph))
    marks.classes.set(paragraph, 'attribution')
  } else if (last.name === 'p' && (hasClass(last, 'attribution') || holdsOnlyCite(last))) {
    marks.classes.set(last, 'attribution')
  }
}

function holdsOnlyCite(paragraph: Element): boolean {
  const parts = paragraph.children.filter((child) => !isText(child) || child.data.trim() !== '')
  return parts.length === 1 && !!parts[0] && isTag(parts[0]) && parts[0].name === 'cite'
}
