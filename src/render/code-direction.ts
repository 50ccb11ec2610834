// Code in a text that runs from the right: each line of preformatted text runs as its own words do, or brackets and
// full stops would change sides. Style sheets of an EPUB may not say so (EPUB 3.3, §6.3.1.3: `direction`), attributes may.

import type { Book, Xhtml } from '../model.js'
import { changeText } from './links.js'

/** The same book, preformatted text in its right-to-left parts with a direction of its own. */
export function turnCode(book: Book): Book {
  if (![book.metadata, ...book.body].some(({ direction }) => direction === 'rtl')) return book
  return {
    ...book,
    body: book.body.map((item) => (item.direction === 'rtl' ? changeText(item, turned) : item)),
    notes: book.notes.map((note) => ({ ...note, body: turned(note.body) })),
  }
}

function turned(xhtml: Xhtml): Xhtml {
  // `<` and `>` are escaped in the attributes of an Xhtml.
  return xhtml.replace(/<pre(?=[\s>])(?![^<>]*\sdir=)/g, '<pre dir="auto"') as Xhtml
}
