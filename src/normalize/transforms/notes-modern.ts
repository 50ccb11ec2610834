import { type Element, isTag, select } from '../dom.js'
import { markNote, markReference, removeEmptied } from './note-marks.js'
import type { Transform } from './transform.js'

const noteClass = '.modern-footnotes-footnote__note[data-mfn]'

/**
 * Notes of Modern Footnotes: each stands inside the paragraph, right behind its reference, hidden until it is asked
 * for. Only the reference tells which of several posts on a page the number belongs to.
 */
export const notesModern: Transform = {
  name: 'notes-modern',
  apply: (context) => {
    const { $ } = context.dom
    const notes = new Set(select(context.dom, noteClass))
    if (notes.size === 0) return
    const known = new Set<string>()
    for (const reference of $('sup.modern-footnotes-footnote[data-mfn]').toArray()) {
      const key = keyOf(reference)
      const note = behind(reference, notes)
      if (note && !known.has(key)) {
        markNote(context, key, note.children)
        $(note).remove()
        notes.delete(note)
        known.add(key)
      }
      if (known.has(key)) markReference(context, reference, key)
    }
    // The plugin can list the same notes once more at the end.
    if (notes.size > 0) return
    for (const list of $('.modern-footnotes-list').toArray()) {
      $(list).empty()
      removeEmptied(context, list)
    }
  },
}

/** The note with the reference's number that comes next to it. */
function behind(reference: Element, notes: ReadonlySet<Element>): Element | undefined {
  let next = reference.next
  while (next && !isTag(next)) next = next.next
  return next && notes.has(next) && next.attribs['data-mfn'] === reference.attribs['data-mfn'] ? next : undefined
}

function keyOf({ attribs }: Element): string {
  return `modern:${attribs['data-mfn']}:${attribs['data-mfn-post-scope'] ?? ''}`
}
