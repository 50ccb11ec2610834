// TeX of a post as a formula in its DOM.

import type { SourceHtml } from '../../model.js'
import { type Element, isTag, parseSource, placeOf, textOf } from '../dom.js'
import type { TransformContext } from './transform.js'

// A document has room for some 200 levels; a formula that wants more than this is none.
const deepest = 60

/** The formula as an element, or nothing and a warning where it cannot be read. */
export function formulaOf(
  context: TransformContext,
  tex: string,
  display: boolean,
  near: Element,
): Element | undefined {
  const { dom, report } = context
  const markup = context.tex?.(tex, display)
  const math = markup === undefined ? undefined : mathIn(markup, dom.post)
  if (math) {
    report('replaced', { what: 'formula in TeX', by: 'MathML' }, placeOf(dom, near))
    return math
  }
  report('formula-unreadable', { tex: tex.length > 60 ? `${tex.slice(0, 59)}…` : tex }, placeOf(dom, near))
  return undefined
}

/** Puts the formula in the place of an element; false where it cannot be read. */
export function replaceByFormula(context: TransformContext, node: Element, tex: string, display: boolean): boolean {
  const math = formulaOf(context, tex, display, node)
  if (math) context.dom.$(node).replaceWith(math)
  return math !== undefined
}

function mathIn(markup: string, post: string): Element | undefined {
  if (depthOf(markup) > deepest) return undefined
  const [math] = parseSource(markup as SourceHtml, post)
    .$('math')
    .toArray()
  if (!math || textOf(math).trim() === '') return undefined
  clean(math)
  return math
}

/** How deep the tags of well-formed markup nest. */
function depthOf(markup: string): number {
  let depth = 0
  let most = 0
  for (const [, end] of markup.matchAll(/<(\/?)[^>]*>/g)) {
    depth += end ? -1 : 1
    most = Math.max(most, depth)
  }
  return most
}

// What the converter adds for its own style sheet is not the post's, and so no loss.
function clean(node: Element): void {
  const name = node.attribs.class?.split(' ').find((one) => one === 'tml-left' || one === 'tml-right')
  const { style, class: given, ...attribs } = node.attribs
  node.attribs = name ? { ...attribs, class: name } : attribs
  for (const child of node.children) if (isTag(child)) clean(child)
}
