// Small readings of Xhtml: `<` and `>` are escaped in its text and attributes, so what looks like a tag is one.

import type { Book } from '../model.js'
import { type Change, changeText } from './links.js'

/** The book with every piece of its markup changed, notes included. */
export function changeBook(book: Book, change: Change): Book {
  return {
    ...book,
    body: book.body.map((item) => changeText(item, change)),
    notes: book.notes.map((note) => ({ ...note, body: change(note.body, false) })),
  }
}

/** A start tag without its `>`, with one class more. */
export function withClass(tag: string, name: string): string {
  return / class="/.test(tag) ? tag.replace(' class="', ` class="${name} `) : `${tag} class="${name}"`
}

/** The text between the tags; each entity is one character. */
export function textOf(xhtml: string): string {
  return xhtml.replace(/<[^<>]*>/g, '').replace(/&[^;&]*;/g, '?')
}

const broad = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uff60]/u

/** Whether a character of East Asia is among these: it takes the room of two, and a line may break beside it. */
export function isBroad(text: string): boolean {
  return broad.test(text)
}

/** How long a text is on the page, in characters of narrow scripts. */
export function lengthOnPage(text: string): number {
  let length = 0
  for (const character of text) length += isBroad(character) ? 2 : 1
  return length
}
