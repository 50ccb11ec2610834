// Running heads. Chromium knows no string-set: a named page carries its own head (CSS Paged Media 3, section 7).

import type { Book, Chapter, Introduction } from '../model.js'
import type { RunningHead } from './contexts.js'
import { cssString } from './css-string.js'
import { namesInWords } from './language.js'
import { lengthOnPage } from './markup.js'
import { splitTitle } from './matter.js'
import { fillTemplate } from './templates.js'

/** A head must stand on one line: what is longer is cut at a word. */
const longest = 60
const fewQuestions = 8

/** True where the chapters are posts of their own: each then begins a page and has its own running head. */
export function isCollection(book: Book): boolean {
  return book.body.some((item) => item.kind === 'chapter' && item.source !== undefined)
}

/** Questions of an article run on where they are few; a long list of them is a part of its own. */
export function beginsPage(item: Introduction | Chapter): boolean {
  return item.kind === 'chapter' && item.content.kind === 'faq' && item.content.entries.length > fewQuestions
}

/**
 * The named page of each item of the body. A new name means a new page, whose first has no running head: in an article
 * only many questions begin one, in a collection every chapter, and so everywhere where chapters open on a right-hand
 * page.
 */
export function pageNames(book: Book, recto = false): Map<Introduction | Chapter, string> {
  const always = recto || isCollection(book)
  let number = 1
  return new Map(
    book.body.map((item, index) => {
      // Own texts stand apart from what is before and after them.
      const apart = isOwnText(item) || isOwnText(book.body[index - 1])
      const opens = always || apart || beginsPage(item)
      if (opens && index > 0) number += 1
      return [item, `text-${number}`]
    }),
  )
}

/** The style sheet that gives each named page its heads, of so many characters: verso the greater whole, recto the part. */
export function runningHeads(book: Book, length: number, recto = false): string {
  const { title, site, authors, language, direction } = book.metadata
  const [rectoSide, versoSide] = direction === 'rtl' ? (['left', 'right'] as const) : (['right', 'left'] as const)
  const [whole] = splitTitle(title.text)
  const above = site?.name ?? namesInWords(authors, language)
  const names = pageNames(book, recto)
  const pages = isCollection(book)
    ? [...names].map(([item, name]) => head(name, whole, itemTitle(item) ?? whole, length))
    : articleHeads(names, above || whole, whole, length)
  const texts = [above, whole, ...[...names.keys()].flatMap((item) => itemTitle(item) ?? [])]
  const characters = cssString([...new Set(texts.join(''))].join(''))
  return fillTemplate('print/pages.css', { pages, rectoSide, versoSide, characters })
}

/** In an article every page has its title, but for the pages of own texts, which have theirs. */
function articleHeads(
  names: ReturnType<typeof pageNames>,
  above: string,
  whole: string,
  length: number,
): RunningHead[] {
  const titles = new Map<string, string>()
  for (const [item, name] of names) titles.set(name, isOwnText(item) ? (itemTitle(item) ?? whole) : whole)
  return [...titles].map(([name, title]) => head(name, above, title, length))
}

function isOwnText(item: Introduction | Chapter | undefined): boolean {
  return item?.kind === 'chapter' && item.matter !== undefined
}

function itemTitle(item: Introduction | Chapter): string | undefined {
  return item.kind === 'chapter' ? item.content.title.text : undefined
}

function head(name: string, verso: string, recto: string, length: number): RunningHead {
  return { name, verso: cssString(shorten(verso, length)), recto: cssString(shorten(recto, length)) }
}

export function shorten(text: string, most = longest): string {
  const limit = Math.min(most, longest)
  if (lengthOnPage(text) <= limit) return text
  let length = 0
  let cut = ''
  for (const character of text) {
    length += lengthOnPage(character)
    if (length > limit) break
    cut += character
  }
  // Scripts without spaces are cut where the room ends.
  const atWord = cut.replace(/[\s\p{P}]+\S*$/u, '')
  return `${lengthOnPage(atWord) > limit / 2 ? atWord : cut}…`
}
