// The page list (EPUB 3.3, section 7.4.5; EPUB Accessibility 1.1, section 2.4): the pages of the PDF of the same build,
// marked in the text before the words with which they begin.

import type { ReportFn } from '../diagnostics.js'
import type { PageMap } from '../model.js'
import { placedLetters } from './letters.js'
import { pageStarts } from './page-starts.js'

/** A page as the page list names it. */
export interface PageTarget {
  readonly label: string
  /** Relative to the package document. */
  readonly href: string
}

/** A content document in which pages may begin. */
interface Document {
  readonly path: string
  readonly content: string
}

export interface Paged<D> {
  readonly documents: readonly D[]
  readonly targets: readonly PageTarget[]
}

/**
 * Marks the pages that begin in the text of the documents, in whose order the PDF has them. `skipped`: what the PDF sets
 * elsewhere, to the end of each document.
 */
export function markPages<D extends Document>(
  documents: readonly D[],
  { labels, texts, body }: PageMap,
  skipped: RegExp | undefined,
  report: ReportFn,
): Paged<D> {
  const read = documents.map(({ content }) => {
    const end = content.lastIndexOf('</body>')
    const skip = skipped?.exec(content)?.index ?? end
    return placedLetters(content, content.indexOf('<body'), Math.min(skip, end))
  })
  const shown = texts.flatMap((text, page) =>
    page >= body.first && page <= body.last && text.length > 0 ? [page] : [],
  )
  const starts = pageStarts(
    read.map(({ letters }) => letters).join(''),
    shown.map((page) => texts[page] ?? []),
  )
  const lost = shown.flatMap((page, index) => {
    // What follows the text may begin with the last page.
    return starts[index] === undefined && page !== body.last ? [labels[page] ?? ''] : []
  })
  if (lost.length > 0) report('page-list-incomplete', { count: lost.length, pages: lost.join(', ') })
  const prefix = freePrefix(documents)
  const targets: PageTarget[] = []
  let base = 0
  let next = 0
  const marked = documents.map((document, index) => {
    const { letters, offsets } = read[index] ?? { letters: '', offsets: [] }
    const marks: Mark[] = []
    for (; next < shown.length; next++) {
      const start = starts[next]
      if (start === undefined) continue
      if (start >= base + letters.length) break
      const label = labels[shown[next] ?? 0] ?? ''
      const id = `${prefix}-${label}`
      marks.push({ at: offsets[start - base] ?? 0, markup: pageBreak(id, label) })
      targets.push({ label, href: `${document.path}#${id}` })
    }
    base += letters.length
    return { ...document, content: insert(document.content, marks) }
  })
  return { documents: marked, targets }
}

function pageBreak(id: string, label: string): string {
  return `<span epub:type="pagebreak" role="doc-pagebreak" id="${id}" aria-label="${label}"></span>`
}

/** Ids of the posts stay theirs. */
function freePrefix(documents: readonly Document[]): string {
  let prefix = 'page'
  while (documents.some(({ content }) => content.includes(`id="${prefix}-`))) prefix = `pdf-${prefix}`
  return prefix
}

interface Mark {
  readonly at: number
  readonly markup: string
}

function insert(content: string, marks: readonly Mark[]): string {
  const placer = placeFinder(content)
  const pieces: string[] = []
  let from = 0
  for (const { at, markup } of marks) {
    const place = Math.max(placer(at), from)
    pieces.push(content.slice(from, place), markup)
    from = place
  }
  return [...pieces, content.slice(from)].join('')
}

/** What a page break cannot stand in, or should not: headings and links are read out, and named by all they hold. */
const whole = /<(?<close>\/)?(?<name>h[1-6]|a|math|svg|ruby)(?=[\s>])[^<>]*>/g

/**
 * Gives the place for a break at an offset, asked for in rising order: before the word, and before the element that is
 * to stay whole.
 */
function placeFinder(content: string): (at: number) => number {
  const open: number[] = []
  whole.lastIndex = 0
  let tag = whole.exec(content)
  return (at) => {
    for (; tag && tag.index < at; tag = whole.exec(content)) {
      if (tag.groups?.close) open.pop()
      else if (!tag[0].endsWith('/>')) open.push(tag.index)
    }
    const [outermost] = open
    return outermost ?? wordStart(content, at)
  }
}

/** Scripts that put no spaces between words, and so may break anywhere. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}\p{Cs}\u3000-\u303F\uFF00-\uFFEF]/u

function wordStart(content: string, at: number): number {
  const isUnspaced = unspaced.test(content[at] ?? '')
  let start = at
  for (; start > 0; start -= 1) {
    const before = content[start - 1] ?? ''
    const opens = /[\p{Ps}\p{Pi}]/u.test(before)
    const isOfWord = !isUnspaced && /[^\s<>;]/.test(before) && !unspaced.test(before)
    if (!opens && !isOfWord) break
  }
  return start
}
