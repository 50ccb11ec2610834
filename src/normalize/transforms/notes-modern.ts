import { type Element, select } from '../dom.js'
import { markNote, markReference, removeEmptied } from './note-marks.js'
import type { Transform } from './transform.js'

/** Notes of Modern Footnotes: each stands inside the paragraph, hidden until it is asked for. */
export const notesModern: Transform = {
  name: 'notes-modern',
  apply: (context) => {
    const { $ } = context.dom
    const notes = new Map<string, Element>()
    for (const note of select(context.dom, '.modern-footnotes-footnote__note[data-mfn]')) {
      if (!notes.has(keyOf(note))) notes.set(keyOf(note), note)
    }
    if (notes.size === 0) return
    const taken = new Set<string>()
    for (const reference of $('sup.modern-footnotes-footnote[data-mfn]').toArray()) {
      const key = keyOf(reference)
      const note = notes.get(key)
      if (!note) continue
      if (!taken.has(key)) {
        markNote(context, key, note.children)
        $(note).remove()
        taken.add(key)
      }
      markReference(context, reference, key)
    }
    // The plugin can list the same notes once more at the end.
    if (taken.size < notes.size) return
    for (const list of $('.modern-footnotes-list').toArray()) {
      $(list).empty()
      removeEmptied(context, list)
    }
  },
}

function keyOf({ attribs }: Element): string {
  return `modern:${attribs['data-mfn']}:${attribs['data-mfn-post-scope'] ?? ''}`
}
