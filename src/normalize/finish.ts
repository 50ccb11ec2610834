// Drafts → sections and FAQs, each piece serialised once.

import type { ReportFn } from '../diagnostics.js'
import type { Faq, FaqFinding, Section, Title } from '../model.js'
import { type DraftEntry, draftEntries, faqEntries } from './faq.js'
import { isFaq, withoutFaqs } from './faq-builder.js'
import { saysFaq } from './faq-words.js'
import type { Ids } from './ids.js'
import { hasSubstance } from './runs.js'
import type { Draft } from './sections.js'
import { serialize, visibleText, type XElement, type XNode } from './xhtml.js'

/** What turns drafts into sections: the same for every section of a post. */
export interface Finishing {
  readonly post: string
  readonly faq: 'auto' | 'off'
  readonly ids: Ids
  /** Whether the structured data of the post lists a question. */
  readonly isInSchema: (question: string) => boolean
  /** How many questions below a heading make a FAQ of it. */
  readonly fewestQuestions: number
  readonly report: ReportFn
  readonly found: FaqFinding[]
}

/** What stands before the first heading, and the sections; a FAQ in the former is a section of its own. */
export function finishParts(
  lead: readonly XNode[],
  drafts: readonly Draft[],
  finishing: Finishing,
): { readonly lead: XNode[]; readonly sections: readonly (Section | Faq)[] } {
  const { before, groups } = splitAtFaqs(lead, finishing)
  const untitled = groups.map((group) => untitledFaq(group, 2, finishing))
  return { lead: before, sections: [...untitled, ...drafts.map((draft) => finish(draft, finishing))] }
}

export function titleOf(nodes: readonly XNode[]): Title {
  return { text: visibleText(nodes), xhtml: serialize(nodes) }
}

function finish(draft: Draft, finishing: Finishing, around?: Draft): Section | Faq {
  const { id, level, heading } = draft
  const title = titleOf(heading)
  const entries = finishing.faq === 'auto' ? faqEntries(draft, finishing, around) : undefined
  if (entries) {
    return faqOf(
      { id, title, level, before: withoutFaqs(draft.body), entries, after: [], source: 'headings' },
      finishing,
    )
  }
  const { before, groups } = splitAtFaqs(draft.body, finishing)
  const [only, ...others] = groups
  if (only && others.length === 0 && isItsSection(draft, before)) {
    return faqOf({ id, title, level, before, ...only }, finishing)
  }
  const untitled = groups.map((group) => untitledFaq(group, level + 1, finishing))
  const sections = [...untitled, ...draft.sections.map((section) => finish(section, finishing, draft))]
  return { kind: 'section', id, title, level, body: serialize(before), sections }
}

interface Group {
  readonly source: string
  readonly entries: DraftEntry[]
  readonly after: XNode[]
}

/** Blocks before the first FAQ, and each FAQ with what stands after it; neighbours of one kind are one. */
function splitAtFaqs(blocks: readonly XNode[], finishing: Finishing): { before: XNode[]; groups: Group[] } {
  const before: XNode[] = []
  const groups: Group[] = []
  for (const block of blocks) {
    const open = groups.at(-1)
    if (!isFaq(block)) (open?.after ?? before).push(block)
    else if (open && open.source === sourceOf(block) && !open.after.some(hasSubstance)) {
      open.entries.push(...draftEntries(block, finishing))
    } else groups.push({ source: sourceOf(block), entries: draftEntries(block, finishing), after: [] })
  }
  return { before, groups }
}

function sourceOf({ attributes }: XElement): string {
  return attributes.source ?? ''
}

// A section is the FAQ where its heading says so, or where the questions begin it: then the heading is theirs.
function isItsSection({ heading, sections }: Draft, before: readonly XNode[]): boolean {
  return sections.length === 0 && (saysFaq(visibleText(heading)) || !before.some(hasSubstance))
}

function untitledFaq(group: Group, level: number, finishing: Finishing): Faq {
  const id = finishing.ids.fromText('', 'faq')
  return faqOf({ id, title: titleOf([]), level, before: [], ...group }, finishing)
}

interface Parts extends Group, Pick<Faq, 'id' | 'title' | 'level'> {
  readonly before: readonly XNode[]
}

function faqOf({ id, title, level, before, entries, after, source }: Parts, { post, found }: Finishing): Faq {
  const faq: Faq = {
    kind: 'faq',
    id,
    title,
    level,
    intro: serialize(before),
    entries: entries.map((entry) => ({
      id: entry.id,
      question: titleOf(entry.question),
      answer: serialize(entry.answer),
    })),
    closing: serialize(after),
  }
  found.push({ post, heading: title.text, source, questions: faq.entries.map(({ question }) => question.text) })
  return faq
}
