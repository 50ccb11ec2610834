// A flat run of blocks → the tree of sections.

import type { Ids } from './ids.js'
import { isElement, visibleText, type XElement, type XNode } from './xhtml.js'

/** A section before it is serialised. */
export interface Draft {
  readonly id: string
  readonly level: number
  readonly heading: XNode[]
  readonly body: XNode[]
  readonly sections: Draft[]
}

const headingName = /^h([1-6])$/

/** Divides blocks at their headings. `lead` is what stands before the first one. */
export function divide(blocks: readonly XNode[], ids: Ids): { lead: XNode[]; sections: Draft[] } {
  const lead: XNode[] = []
  const sections: Draft[] = []
  const open: Draft[] = []
  for (const block of blocks) {
    const level = levelOf(block)
    if (level === undefined) {
      ;(open.at(-1)?.body ?? lead).push(block)
      continue
    }
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const section = draft(block as XElement, level, ids)
    ;(open.at(-1)?.sections ?? sections).push(section)
    open.push(section)
  }
  return { lead, sections }
}

function levelOf(block: XNode): number | undefined {
  const found = isElement(block) && headingName.exec(block.name)
  return found ? Number(found[1]) : undefined
}

function draft(heading: XElement, level: number, ids: Ids): Draft {
  const id = heading.attributes.id ?? ids.fromText(visibleText(heading.children), 'section')
  return { id, level, heading: heading.children, body: [], sections: [] }
}
