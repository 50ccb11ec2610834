// The tree adapter of parse5 without its searches: it looks for a node among its siblings from the first one on, and
// moves many children one at a time, so that misplaced content before a table takes time by the square.

import { type ChildNode, isText, type ParentNode, Text } from 'domhandler'
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter'

export type Adapter = Htmlparser2TreeAdapterMap

export const quickAdapter: typeof adapter = { ...adapter, insertBefore, insertTextBefore, detachNode }

// The parser inserts before a table that is still open, which is the last of its siblings or nearly so.
function insertBefore(parent: ParentNode, node: ChildNode, reference: ChildNode): void {
  const { prev } = reference
  if (prev) prev.next = node
  node.prev = prev
  node.next = reference
  node.parent = parent
  reference.prev = node
  parent.children.splice(parent.children.lastIndexOf(reference), 0, node)
}

function insertTextBefore(parent: ParentNode, text: string, reference: ChildNode): void {
  const { prev } = reference
  if (prev && isText(prev)) prev.data += text
  else insertBefore(parent, new Text(text), reference)
}

function detachNode(node: ChildNode): void {
  const { parent, prev, next } = node
  if (!parent) return
  parent.children.splice(parent.children.lastIndexOf(node), 1)
  if (prev) prev.next = next
  if (next) next.prev = prev
  node.prev = null
  node.next = null
  node.parent = null
}

/** Moves all children of one node to the end of another. */
export function moveChildren(donor: ParentNode, recipient: ParentNode): void {
  const { children } = donor
  donor.children = []
  for (const child of children) adapter.appendChild(recipient, child)
}
