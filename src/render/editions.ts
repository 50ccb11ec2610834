// What an edition changes in the book itself: a handout has neither cover, contents nor a page for its title, and boxes to tick
// before what the reader is told to do.

import type { Book } from '../model.js'
import type { Edition } from '../options/look.js'
import { tickInstructions } from './instructions.js'

export function inEdition(book: Book, edition: Edition = 'book'): Book {
  if (edition !== 'handout') return book
  const { cover: _, ...rest } = book
  return {
    ...rest,
    frontMatter: book.frontMatter.filter(({ kind }) => kind !== 'contents'),
    body: book.body.map(tickInstructions),
  }
}
