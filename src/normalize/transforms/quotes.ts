import { type ChildNode, type Element, isTag, isText, placeOf, shownText } from '../dom.js'
import { isBlock } from '../schema.js'
import { classesOf, elementsIn, hasClass, make, removeAll, setChildren, turnInto } from './edit.js'
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
    const words = fold(quoted(element))
    if (index < searched && words !== '' && body.includes(words)) {
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

/** The words of a quotation, without who said them. */
function quoted(element: Element): string {
  return elementsIn(element)
    .filter(({ name, parent }) => name === 'p' && !(parent && isTag(parent) && parent.name === 'cite'))
    .map(shownText)
    .join(' ')
}

function textWithout(root: Element, left: ReadonlySet<Element>): string {
  const parts: string[] = []
  const stack: ChildNode[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) parts.push(node.data)
    else if (isTag(node) && !left.has(node)) {
      if (isBlock(node.name)) parts.push(' ')
      stack.push(...node.children.toReversed())
    }
  }
  return parts.join('')
}

function fold(text: string): string {
  return text
    .replace(/[\s\u00A0"“”„«»‘’']+/g, ' ')
    .trim()
    .toLowerCase()
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
