// Notes: numbered by their first references, each with the ids that lead to and fro.

import type { ReportFn } from '../diagnostics.js'
import { placeOf, type SourceDom } from './dom.js'
import type { Ids } from './ids.js'
import type { NoteMark } from './marks.js'
import { element, isElement, type XElement, type XNode } from './xhtml.js'

/** A note whose content is built, before it has a number. */
export interface DraftNote extends NoteMark {
  readonly content: readonly XNode[]
}

/** A note before it is serialised. */
export interface NumberedNote {
  readonly id: string
  readonly number: number
  readonly body: XNode[]
  readonly references: string[]
}

// No link of a post can have this scheme: see links.ts.
const scheme = 'note:'

/** A reference as the builders make it; its number is not known yet. */
export function draftReference(key: string): XElement {
  return element('sup', {}, [element('a', { href: `${scheme}${key}` }, ['0'])])
}

/** Numbers the notes in the order in which the text, and then the notes themselves, refer to them. */
export function numberNotes(
  tree: readonly XNode[],
  drafts: readonly DraftNote[],
  { ids, dom, report }: { readonly ids: Ids; readonly dom: SourceDom; readonly report: ReportFn },
): { readonly tree: XNode[]; readonly notes: readonly NumberedNote[] } {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]))
  const known = new Map<string, NumberedNote>()
  const notes: NumberedNote[] = []
  const noteOf = (key: string): NumberedNote | undefined => {
    const draft = byKey.get(key)
    const there = known.get(key)
    if (there || !draft) return there
    const number = notes.length + 1
    const note: NumberedNote = {
      id: ids.fromText(`note-${number}`, 'note'),
      number,
      body: [...draft.content],
      references: [],
    }
    for (const old of draft.ids) ids.link(old, note.id)
    known.set(key, note)
    notes.push(note)
    return note
  }
  const refer = (nodes: readonly XNode[]): XNode[] => nodes.map((node) => (isElement(node) ? referIn(node) : node))
  const referIn = (node: XElement): XElement => {
    const { href = '' } = node.attributes
    if (!href.startsWith(scheme)) return { ...node, children: refer(node.children) }
    const note = noteOf(href.slice(scheme.length))
    return note ? reference(note, ids) : element('span', {}, [])
  }
  const text = refer(tree)
  // The list grows while it is walked: a note may refer to notes of its own.
  for (const note of notes) note.body.splice(0, note.body.length, ...refer(note.body))
  for (const { key, holder } of drafts) {
    if (!known.has(key)) report('removed', { what: 'note of text that is not in the book' }, placeOf(dom, holder))
  }
  return { tree: text, notes }
}

// EPUB Structural Semantics 1.1 noteref; DPUB-ARIA 1.1 doc-noteref.
function reference(note: NumberedNote, ids: Ids): XElement {
  const id = ids.fromText(`noteref-${note.number}`, 'noteref')
  note.references.push(id)
  const attributes = { id, href: `#${note.id}`, 'epub:type': 'noteref', role: 'doc-noteref' }
  return element('a', attributes, [String(note.number)])
}
