// Links within the post, once every id is known.

import type { ReportFn } from '../diagnostics.js'
import type { Ids } from './ids.js'
import { idsOf } from './links.js'
import { element, isElement, type XElement, type XNode } from './xhtml.js'

/** What resolving a link needs. */
export interface Resolving {
  readonly ids: Ids
  /** The ids that the clean tree really holds: an element that a link leads to may have gone, being empty. */
  readonly present: ReadonlySet<string>
  readonly post: string
  readonly report: ReportFn
}

/** Points inside links at the new ids. A link whose target is not in the post keeps its text only. */
export function resolveLinks(nodes: readonly XNode[], resolving: Resolving): XNode[] {
  const out: XNode[] = []
  for (const node of nodes) {
    if (isElement(node)) for (const resolved of resolveIn(node, resolving)) out.push(resolved)
    else out.push(node)
  }
  return out
}

function resolveIn(node: XElement, resolving: Resolving): XNode[] {
  const children = resolveLinks(node.children, resolving)
  const href = node.name === 'a' ? node.attributes.href : undefined
  // References to notes are resolved already.
  if (!href?.startsWith('#') || node.attributes.role === 'doc-noteref')
    return [element(node.name, node.attributes, children)]
  const sources = idsOf(href.slice(1))
  const id = sources.map(resolving.ids.resolve).find((one) => one !== undefined && resolving.present.has(one))
  if (id !== undefined) return [element('a', { ...node.attributes, href: `#${id}` }, children)]
  resolving.report('link-target-missing', { id: sources.at(-1) ?? '' }, { post: resolving.post })
  return children
}

/** Every id below these nodes. */
export function idsIn(nodes: readonly XNode[], found: Set<string> = new Set()): ReadonlySet<string> {
  for (const node of nodes) {
    if (!isElement(node)) continue
    if (node.attributes.id !== undefined) found.add(node.attributes.id)
    idsIn(node.children, found)
  }
  return found
}
