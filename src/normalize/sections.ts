// A flat run of blocks → the tree of sections.

import type { ReportFn } from '../diagnostics.js'
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

interface Dividing {
  readonly ids: Ids
  readonly post: string
  readonly report: ReportFn
}

/** Divides blocks at their headings. `lead` is what stands before the first one. */
export function divide(blocks: readonly XNode[], dividing: Dividing): { lead: XNode[]; sections: Draft[] } {
  const lead: XNode[] = []
  const sections: Draft[] = []
  const open: Draft[] = []
  for (const block of blocks) {
    const level = levelOf(block)
    if (level === undefined) {
      ;(open.at(-1)?.body ?? lead).push(block)
      continue
    }
    dropRules(open.at(-1)?.body ?? lead, open.at(-1)?.heading, dividing)
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const section = draft(block as XElement, level, dividing.ids)
    ;(open.at(-1)?.sections ?? sections).push(section)
    open.push(section)
  }
  return { lead, sections }
}

// A heading parts what is before it from what follows: a rule there says it again. One that a link leads to stays.
function dropRules(body: XNode[], heading: readonly XNode[] | undefined, { post, report }: Dividing): void {
  for (let last = body.at(-1); last !== undefined && isPlainRule(last); last = body.at(-1)) {
    body.pop()
    const place = heading ? { post, heading: visibleText(heading) } : { post }
    report('removed', { what: 'rule before a heading' }, place)
  }
}

function isPlainRule(block: XNode): boolean {
  return isElement(block) && block.name === 'hr' && block.attributes.id === undefined
}

function levelOf(block: XNode): number | undefined {
  const found = isElement(block) && headingName.exec(block.name)
  return found ? Number(found[1]) : undefined
}

function draft(heading: XElement, level: number, ids: Ids): Draft {
  const id = heading.attributes.id ?? ids.fromText(visibleText(heading.children), 'section')
  return { id, level, heading: heading.children, body: [], sections: [] }
}
