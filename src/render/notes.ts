// The notes that a part of the book refers to, and how each is shown.

import type { Book, Note, Xhtml } from '../model.js'
import { textsOf, type WithNotes } from './links.js'

/** A note on the page: its number, which leads back, stands at the start of its text. */
export interface ShownNote {
  readonly id: string
  readonly body: Xhtml
}

// The attributes stand in this order: see Note.
const reference = /<a id="([^"]*)" href="#([^"]*)" epub:type="noteref" role="doc-noteref">/g

/** Every part of the body with the notes that it, or a note of it, refers to, in the order of their numbers. */
export function withNotes({ body, notes }: Pick<Book, 'body' | 'notes'>): WithNotes[] {
  const byId = new Map(notes.map((note) => [note.id, note]))
  return body.map((item) => {
    const found = new Set<Note>()
    const refer = (xhtml: Xhtml) => {
      for (const [, , id = ''] of xhtml.matchAll(reference)) {
        const note = byId.get(id)
        if (note) found.add(note)
      }
    }
    textsOf(item).forEach(refer)
    // The set grows while it is walked.
    for (const note of found) refer(note.body)
    return { item, notes: [...found].sort((one, other) => notes.indexOf(one) - notes.indexOf(other)) }
  })
}

/** The notes of parts that stand in one document, each leading back to the references that stand there too. */
export function shownNotes(parts: readonly WithNotes[]): ShownNote[] {
  const notes = new Set(parts.flatMap((part) => part.notes))
  const texts = [...parts.flatMap(({ item }) => textsOf(item)), ...[...notes].map(({ body }) => body)]
  const here = new Set(texts.flatMap((xhtml) => [...xhtml.matchAll(reference)].map(([, id = '']) => id)))
  return [...notes].map((note) => shown({ ...note, references: note.references.filter((id) => here.has(id)) }))
}

/** Markup without the roles of links to and from notes: a browser tags a link with such a role as none. */
export function withoutRoles(xhtml: Xhtml): Xhtml {
  return xhtml.replaceAll(' epub:type="noteref" role="doc-noteref"', '').replaceAll(' role="doc-backlink"', '') as Xhtml
}

function shown({ id, number, body, references }: Note): ShownNote {
  const label = (index: number) => (references.length === 1 ? `${number}` : `${number}${letter(index)}`)
  const back = references.map((to, index) => `<a href="#${to}" role="doc-backlink">${label(index)}</a>`).join(' ')
  const [paragraph = ''] = /^<p(?:\s[^>]*)?>/.exec(body) ?? []
  const text = paragraph === '' ? `<p>${back}</p>${body}` : `${paragraph}${back} ${body.slice(paragraph.length)}`
  return { id, body: text as Xhtml }
}

function letter(index: number): string {
  return 'abcdefghijklmnopqrstuvwxyz'[index] ?? `.${index + 1}`
}
