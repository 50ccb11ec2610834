// Runs of text and inline elements: what they show, and where they begin and end.

import { isElement, type XElement, type XNode } from './xhtml.js'

/** Whether a node shows anything: an empty anchor does not, nor does white space. */
export function hasSubstance(node: XNode): boolean {
  if (!isElement(node)) return /[^\s\u00A0\u200B\uFEFF]/.test(node)
  return node.name === 'hr' || node.name === 'img' || node.name === 'math' || node.children.some(hasSubstance)
}

/** A run without white space and line breaks at its ends. Of a run that shows nothing, the ids in it remain. */
export function trimRun(run: readonly XNode[]): XNode[] {
  if (!run.some(hasSubstance)) return run.flatMap(anchorsOf)
  const start = run.findIndex(shows)
  const end = run.findLastIndex(shows) + 1
  return trimEnd(collapseSpaces(run.slice(start, end), { afterSpace: true, atStart: true }))
}

function shows(node: XNode): boolean {
  return hasSubstance(node) || anchorsOf(node).length > 0
}

interface SpaceState {
  afterSpace: boolean
  atStart: boolean
}

/** One space where several meet, also across the ends of elements; none after a line break, none at the start. */
function collapseSpaces(nodes: readonly XNode[], state: SpaceState): XNode[] {
  const out: XNode[] = []
  for (const node of nodes) {
    for (const kept of isElement(node) ? collapseInside(node, state) : collapseText(node, state)) out.push(kept)
  }
  return out
}

function collapseText(node: string, state: SpaceState): string[] {
  const text = state.afterSpace ? node.replace(state.atStart ? /^[ \u00A0]+/ : /^ +/, '') : node
  if (text === '') return []
  state.afterSpace = text.endsWith(' ')
  state.atStart = false
  return [text]
}

function collapseInside(node: XElement, state: SpaceState): XElement[] {
  // The number and order of what a formula holds have a meaning: nothing in it is trimmed.
  if (node.name === 'math') {
    state.afterSpace = false
    state.atStart = false
    return [node]
  }
  const children = collapseSpaces(node.children, state)
  if (node.name === 'br') state.afterSpace = true
  if (node.name === 'img') Object.assign(state, { afterSpace: false, atStart: false })
  const isEmptied = node.children.length > 0 && children.length === 0
  return isEmptied && node.attributes.id === undefined ? [] : [{ ...node, children }]
}

function trimEnd(nodes: XNode[]): XNode[] {
  const last = nodes.at(-1)
  if (last === undefined) return nodes
  const before = nodes.slice(0, -1)
  if (!isElement(last)) {
    const text = last.replace(/[\s\u00A0]+$/, '')
    return text === '' ? trimEnd(before) : [...before, text]
  }
  if (last.children.length === 0 || last.name === 'math') return nodes
  const children = trimEnd(last.children)
  const isEmpty = children.length === 0 && last.attributes.id === undefined
  return isEmpty ? trimEnd(before) : [...before, { ...last, children }]
}

function anchorsOf(node: XNode): XNode[] {
  if (!isElement(node)) return []
  const inside = node.children.flatMap(anchorsOf)
  const { id } = node.attributes
  return id === undefined ? inside : [{ name: 'span', attributes: { id }, children: [] }, ...inside]
}
