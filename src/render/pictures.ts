// What a reader sees at the place of each picture.

import type { Book, Picture, Xhtml } from '../model.js'
import { changeText, webAddress } from './links.js'
import { fillTemplate } from './templates.js'
import type { Wording } from './words.js'

// A paragraph that holds the picture alone is told apart. `<` and `>` are escaped in the attributes of an Xhtml, and
// `src` comes first: see `Picture`.
const place = /(<p(?:\s[^<>]*)?>(?:<a\s[^<>]*>)?)?<img src="picture:([^"]*)"([^<>]*)\/>(?=((?:<\/a>)?<\/p>)?)/g

/** The book with something to show at the place of each picture. */
export function showPictures(book: Book, wording: Wording): Book {
  const pictures = new Map(book.pictures.map((picture) => [picture.id, picture]))
  const change = (xhtml: Xhtml) =>
    xhtml.replace(place, (_, before = '', key: string, attributes: string, after = '') => {
      const id = /\sid="([^"]*)"/.exec(attributes)?.[1]
      const alone = before !== '' && after !== ''
      return `${before}${missing(pictures.get(key), { id, alone }, wording)}`
    }) as Xhtml
  return {
    ...book,
    body: book.body.map((item) => changeText(item, change)),
    notes: book.notes.map((note) => ({ ...note, body: change(note.body) })),
  }
}

/** Its alternative text, and where it can be seen. */
function missing(
  picture: Picture | undefined,
  here: { readonly id: string | undefined; readonly alone: boolean },
  wording: Wording,
): string {
  const { alt = '', inLink = false, candidates: [best] = [] } = picture ?? {}
  return fillTemplate('shared/missing-picture', { ...wording, ...here, alt, inLink, address: webAddress(best?.url) })
}
