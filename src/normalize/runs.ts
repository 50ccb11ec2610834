// Runs of text and inline elements: what they show, and where they begin and end.

import { isElement, type XNode } from './xhtml.js'

/** Whether a node shows anything: an empty anchor does not, nor does white space. */
export function hasSubstance(node: XNode): boolean {
  if (!isElement(node)) return /[^\s\u00A0\u200B\uFEFF]/.test(node)
  return node.name === 'hr' || node.children.some(hasSubstance)
}

/** A run without white space and line breaks at its ends. Of a run that shows nothing, the ids in it remain. */
export function trimRun(run: readonly XNode[]): XNode[] {
  if (!run.some(hasSubstance)) return run.flatMap(anchorsOf)
  const shows = (node: XNode) => hasSubstance(node) || anchorsOf(node).length > 0
  const trimmed = run.slice(run.findIndex(shows), run.findLastIndex(shows) + 1)
  const last = trimmed.length - 1
  if (typeof trimmed[0] === 'string') trimmed[0] = trimmed[0].replace(/^[\s\u00A0]+/, '')
  if (typeof trimmed[last] === 'string') trimmed[last] = trimmed[last].replace(/[\s\u00A0]+$/, '')
  return trimmed
}

function anchorsOf(node: XNode): XNode[] {
  if (!isElement(node)) return []
  const inside = node.children.flatMap(anchorsOf)
  const { id } = node.attributes
  return id === undefined ? inside : [{ name: 'span', attributes: { id }, children: [] }, ...inside]
}
