// Links within the post, once every id is known.

import type { ReportFn } from '../diagnostics.js'
import type { Ids } from './ids.js'
import { element, isElement, type XNode } from './xhtml.js'

/** Points inside links at the new ids. A link whose target is not in the post keeps its text only. */
export function resolveLinks(nodes: readonly XNode[], ids: Ids, post: string, report: ReportFn): XNode[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [node]
    const children = resolveLinks(node.children, ids, post, report)
    const href = node.name === 'a' ? node.attributes.href : undefined
    // References to notes are resolved already.
    if (!href?.startsWith('#') || node.attributes.role === 'doc-noteref')
      return [element(node.name, node.attributes, children)]
    const id = ids.resolve(href.slice(1))
    if (id !== undefined) return [element('a', { ...node.attributes, href: `#${id}` }, children)]
    report('link-target-missing', { id: href.slice(1) }, { post })
    return children
  })
}
