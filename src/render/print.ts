// A book as the one page that the browser prints.

import type { Book, Chapter, Introduction, Metadata, Part, PrintDocument } from '../model.js'
import type { PageSize } from '../options.js'
import { introductionWord, tableOfContents } from './contents.js'
import { withDetails } from './contents-details.js'
import { depthBelowParts, nestInParts } from './contents-parts.js'
import type { PrintPart } from './contexts.js'
import { titleFaqs } from './faq-titles.js'
import { speech } from './language.js'
import { changeText, idsOf, noteIds, textsOf } from './links.js'
import { byline, colophon, titlePage } from './matter.js'
import { shownNotes, withNotes, withoutRoles } from './notes.js'
import { showPictures } from './pictures.js'
import { printHeadings } from './print-headings.js'
import { isCollection, pageNames, runningHeads } from './running-heads.js'
import { joinStyles } from './styles.js'
import { fillTemplate } from './templates.js'
import { type Wording, wordsIn } from './words.js'

/** The faces that the style sheets name; the printer answers for them. */
const textFaces = ['400', '400-italic', '500', '600', '600-italic'].map((face) => `eb-garamond/${face}`)
const codeFace = 'ibm-plex-mono/400'
const mathFace = 'stix-two-math/400'

interface PrintSettings {
  readonly pageSize: PageSize
  readonly tocDepth?: number
}

/** The page of contents is set in two levels. */
const deepestContents = 2

/** Makes the page to print, with the style sheet of the page size inside it. Pure but for the package's own templates. */
export function renderPrint(given: Book, settings: PrintSettings): PrintDocument {
  const { metadata } = given
  const wording = wordsIn(metadata.language)
  const book = showPictures(titleFaqs(given), wording, { kind: 'print', root: '' })
  const parts = partsOf(book, wording, Math.min(settings.tocDepth ?? deepestContents, deepestContents))
  const xhtml = fillTemplate('print/book.xhtml', {
    ...speech(metadata),
    ...wording,
    pageTitle: metadata.title.text,
    reflowable: false,
    faces: facesOf(book),
    css: [
      joinStyles('shared', 'print', 'print-blocks', 'print-structure', 'print-matter', `page-${settings.pageSize}`),
      runningHeads(book),
    ].join('\n'),
    shape: isCollection(book) ? 'collection' : 'article',
    parts,
  })
  return { xhtml, headings: printHeadings(parts, wording.words), metadata, assets: book.assets }
}

function partsOf(book: Book, wording: Wording, tocDepth: number): PrintPart[] {
  const { metadata, frontMatter, body, backMatter } = book
  const taken = new Set([...body.flatMap(idsOf), ...book.notes.flatMap(noteIds)])
  const pages = pageNames(book)
  const introduction = introductionWord(wording, metadata)
  const locate = (item: Introduction | Chapter, id?: string) => `#${id ?? anchor(item)}`
  return [
    ...frontMatter.map(({ kind }): PrintPart => {
      const id = freeId(kind, taken)
      if (kind === 'title-page') return { template: 'print/title-page', id, ...titlePage(metadata) }
      const lines = tableOfContents(body, locate, introduction, metadata, depthBelowParts(book, tocDepth))
      const entries = nestInParts(withDetails(lines, book), book, (index) => `#${book.parts[index]?.id}`)
      return { template: 'print/contents', id, entries }
    }),
    ...bodyParts(book, pages, taken),
    ...backMatter.map(({ kind }): PrintPart => {
      return { template: 'print/colophon', id: freeId(kind, taken), ...colophon(metadata) }
    }),
  ]
}

type TextPart = Extract<PrintPart, { template: 'print/introduction' | 'print/chapter' }>

/** The text, and its notes: below each post of a collection, below the whole of a single one. */
function bodyParts(book: Book, pages: ReturnType<typeof pageNames>, taken: Set<string>): PrintPart[] {
  const parts = withNotes(book)
  const groups = isCollection(book) ? parts.map((part) => [part]) : [parts]
  return groups.flatMap((group): PrintPart[] => {
    const texts = group.map(({ item }) =>
      bodyPart(changeText(item, withoutRoles), pages.get(item) ?? 'text-1', book.metadata),
    )
    const notes = shownNotes(group).map((note) => ({ ...note, body: withoutRoles(note.body) }))
    const last = texts.at(-1)
    const opened = book.parts.filter(({ first }) => group.some(({ item }) => item.id === first))
    const all = [...opened.map((part) => openingOf(part, book.metadata)), ...texts]
    if (!last || notes.length === 0) return all
    const level = isCollection(book) ? 2 : 1
    const { page, language, rtl } = last
    return [...all, { template: 'print/notes', id: freeId('notes', taken), level, notes, page, language, rtl }]
  })
}

/** The page that opens a part. */
function openingOf({ id, title, language, direction }: Part, book: Metadata): PrintPart {
  const isOfBook = language === book.language && direction === book.direction
  const { rtl } = speech({ language, direction })
  return { template: 'print/part', id, title: title.xhtml, language: isOfBook ? undefined : language, rtl }
}

function bodyPart(item: Introduction | Chapter, page: string, book: Metadata): TextPart {
  const { rtl } = speech(item)
  const isOfBook = item.language === book.language && item.direction === book.direction
  const language = isOfBook ? undefined : item.language
  if (item.kind === 'introduction') {
    return { template: 'print/introduction', id: item.id, body: item.body, page, language, rtl }
  }
  const { content, source } = item
  const contentTemplate = `${content.kind}-content`
  return {
    template: 'print/chapter',
    contentTemplate,
    content,
    ownText: item.matter !== undefined,
    byline: byline(source, item.language),
    page,
    language,
    rtl,
  }
}

function facesOf({ body, notes }: Book): string[] {
  const texts = [...body.flatMap(textsOf), ...notes.map((note) => note.body)]
  const has = (pattern: RegExp) => texts.some((xhtml) => pattern.test(xhtml))
  return [
    ...textFaces,
    ...(has(/<(code|pre|kbd|samp)[\s>]/) ? [codeFace] : []),
    ...(has(/<math[\s>]/) ? [mathFace] : []),
  ]
}

function anchor(item: Introduction | Chapter): string {
  return item.kind === 'introduction' ? item.id : item.content.id
}

/** An id that no part of the body has. */
function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`
  taken.add(id)
  return id
}
