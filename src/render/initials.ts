// The first paragraph of an article, which a theme may open with a large initial. A paragraph of few lines would be
// shorter than its letter, and scripts whose letters join or have no capitals have no use for one.

import type { Book, Chapter, Introduction, Xhtml } from '../model.js'
import { lengthOnPage, textOf, withClass } from './markup.js'

/** Characters of four lines of a column, and of the lines of a usual page. */
const fewest = 220

const opening =
  /^\s*(<p(?:\s[^<>]*)?)>(?=(?:<span class="bound">)?([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[^<>]*)/u

/** The book with the opening paragraph marked, of each post in a collection. */
export function markInitials(book: Book): Book {
  const isOfPosts = book.body.some((item) => item.kind === 'chapter' && item.source !== undefined)
  const first = book.body.findIndex((item) => item.kind === 'introduction' || item.matter === undefined)
  return {
    ...book,
    body: book.body.map((item, index) =>
      isOfPosts ? (isPost(item) ? withInitial(item) : item) : index === first ? withInitial(item) : item,
    ),
  }
}

function isPost(item: Introduction | Chapter): boolean {
  return item.kind === 'chapter' && item.source !== undefined
}

function withInitial(item: Introduction | Chapter): Introduction | Chapter {
  if (item.direction === 'rtl') return item
  if (item.kind === 'introduction') return { ...item, body: marked(item.body) }
  return item.content.kind === 'faq' ? item : { ...item, content: { ...item.content, body: marked(item.content.body) } }
}

function marked(body: Xhtml): Xhtml {
  const [, tag = '', letter] = opening.exec(body) ?? []
  const end = body.indexOf('</p>')
  if (letter === undefined || letter === letter.toLowerCase()) return body
  if (lengthOnPage(textOf(body.slice(0, end))) < fewest) return body
  return body.replace(tag, () => withClass(tag, 'initial')) as Xhtml
}
