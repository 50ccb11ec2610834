// Which titles of folded parts become headings.

import { type ChildNode, type Element, hidesHeadings, isTag, isText, type SourceDom } from '../dom.js'
import type { Marks } from '../marks.js'
import { kindOf } from '../schema.js'
import type { Panel } from './tabs.js'

type Mark =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'text' }
  | { readonly kind: 'panel'; readonly item: Element }

/**
 * The level of each panel's heading, one below the heading it stands under. A heading would take what follows it into
 * its section: a panel that loose text comes after has none, nor does one in a list, a quotation or another panel.
 */
export function headingLevels(
  dom: SourceDom,
  panels: ReadonlyMap<Element, Panel>,
  marks: Marks,
): ReadonlyMap<Element, number> {
  const seen = marksOf(dom.body, panels, marks)
  const dividing = new Set<Element>()
  let isLast = true
  for (const mark of seen.toReversed()) {
    if (mark.kind === 'text') isLast = false
    else if (mark.kind === 'heading') isLast = true
    else if (isLast) dividing.add(mark.item)
  }
  const levels = new Map<Element, number>()
  // Below no heading at all, one part alone is no division.
  let level = dividing.size > 1 ? 1 : 6
  for (const mark of seen) {
    if (mark.kind === 'heading') level = mark.level
    else if (mark.kind === 'panel' && dividing.has(mark.item) && level < 6) levels.set(mark.item, level + 1)
  }
  return levels
}

/** Headings, loose text and panels in their order; what is inside a panel is its own. */
function marksOf(body: Element, panels: ReadonlyMap<Element, Panel>, { faqs }: Marks): Mark[] {
  const found: Mark[] = []
  const stack: ChildNode[] = [body]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const mark = isTag(node) && faqs.has(node) ? text : markOf(node, panels)
    if (mark) found.push(mark)
    else if (isTag(node) && kindOf(node.name) !== 'removed') stack.push(...node.children.toReversed())
  }
  return found
}

const text: Mark = { kind: 'text' }

function markOf(node: ChildNode, panels: ReadonlyMap<Element, Panel>): Mark | undefined {
  if (isText(node)) return /[^\s\u00A0\u200B\uFEFF]/.test(node.data) ? text : undefined
  if (!isTag(node)) return undefined
  if (panels.has(node)) return { kind: 'panel', item: node }
  const level = /^h([1-6])$/.exec(node.name)?.[1]
  if (level !== undefined) return { kind: 'heading', level: Number(level) }
  const isShown = node.name === 'hr' || ['media', 'picture'].includes(kindOf(node.name))
  return isShown || hidesHeadings(node) ? text : undefined
}
