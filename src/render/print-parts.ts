// What a printed book consists of, part by part, in its order.

import type { Book, Chapter, CoverPicture, Introduction, Metadata, Part, Xhtml } from '../model.js'
import { chapterEnd, codeSource } from './chapter-ends.js'
import { introductionWord, tableOfContents } from './contents.js'
import { withDetails } from './contents-details.js'
import { fittingContents, isSetClose } from './contents-fit.js'
import { depthBelowParts, nestInParts } from './contents-parts.js'
import type { ContentsEntry, PrintPart } from './contexts.js'
import { coverPart } from './cover.js'
import { speech } from './language.js'
import { changeText } from './links.js'
import { lengthOnPage } from './markup.js'
import { belowTitle, byline, colophon, titlePage } from './matter.js'
import { shownNotes, withNotes, withoutRoles } from './notes.js'
import { openingPart } from './opening.js'
import type { Page } from './page.js'
import type { AddPageReferences } from './page-references.js'
import { chapterLinks, type LinkSettings, type ShopLinkCount } from './paper-links.js'
import type { QrCode } from './qr.js'
import { beginsPage, isCollection, pageNames } from './running-heads.js'
import { pageReferenceIn, type Wording } from './words.js'

/** Characters of a title that is set in the largest type. */
const longestTitle = 80

/** What the parts are made with. */
export interface Making {
  readonly page: Page
  /** Whether the book is in large print. */
  readonly isLarge: boolean
  readonly depth: number | undefined
  readonly recto: boolean
  /** Ids that stand in the text, and those given so far. */
  readonly taken: Set<string>
  readonly refer: AddPageReferences
  readonly qr: QrCode | undefined
  /** Whether the title of the article stands above its text, and the picture beside it. */
  readonly isAbove: boolean
  readonly picture: CoverPicture | undefined
  readonly links: Omit<LinkSettings, 'hasNotes'> & { readonly isHandout: boolean; readonly shops: ShopLinkCount }
}

/** What is printed, in its order: from the cover to the colophon. */
export function partsOf(book: Book, wording: Wording, making: Making): PrintPart[] {
  const page = book.cover?.page
  return [
    ...(page === undefined ? [] : [coverPart(book, page, freeId('cover', making.taken))]),
    ...book.frontMatter.flatMap(({ kind }) =>
      making.isAbove ? partAbove(kind, book, wording, making) : [frontPart(kind, book, wording, making)],
    ),
    ...bodyParts(book, wording, making),
    ...book.backMatter.map(({ kind }) => backPart(kind, book, making)),
  ]
}

type FrontKind = Book['frontMatter'][number]['kind']
type BackKind = Book['backMatter'][number]['kind']

/** Title and contents in one, which stand in the place of the title page. */
function partAbove(kind: FrontKind, book: Book, wording: Wording, { taken, picture }: Making): PrintPart[] {
  if (kind === 'contents') return []
  const lines = linesOfContents(book, wording, 1).slice(book.body[0]?.kind === 'introduction' ? 1 : 0)
  return [openingPart(book, picture, lines, freeId('title-page', taken), longestTitle)]
}

function frontPart(kind: FrontKind, book: Book, wording: Wording, making: Making): PrintPart {
  const id = freeId(kind, making.taken)
  if (kind === 'title-page') {
    const front = titlePage(book.metadata)
    const long = lengthOnPage(front.mainTitle) > longestTitle
    return { template: 'print/title-page', id, long, qr: making.qr, ...front }
  }
  const make = (depth: number) => linesOfContents(book, wording, depth)
  const lines = fittingContents(make, depthBelowParts(book, making.depth))
  const entries = nestInParts(withDetails(lines, book), book, (index) => `#${book.parts[index]?.id}`)
  return { template: 'print/contents', id, entries, isClose: isSetClose(entries, making.page, making.isLarge) }
}

function linesOfContents({ body, metadata }: Book, wording: Wording, depth: number): ContentsEntry[] {
  const locate = (item: Introduction | Chapter, id?: string) => `#${id ?? anchor(item)}`
  return tableOfContents(body, locate, introductionWord(wording, metadata), metadata, depth)
}

function backPart(kind: BackKind, book: Book, { taken, isAbove, links }: Making): PrintPart {
  const isBelow = isAbove || links.isHandout
  return {
    template: 'print/colophon',
    id: freeId(kind, taken),
    page: isBelow ? [...pageNames(book).values()].at(-1) : undefined,
    ...(isBelow ? belowTitle(book.metadata) : colophon(book.metadata)),
  }
}

type TextPart = Extract<PrintPart, { template: 'print/introduction' | 'print/chapter' }>

/** The text and what stands below it: below each post of a collection, below the whole of a single one. */
function bodyParts(book: Book, wording: Wording, { recto, taken, refer, links, isAbove }: Making): PrintPart[] {
  const pages = pageNames(book, recto)
  const parts = withNotes(book)
  const collection = isCollection(book)
  const groups = collection ? parts.map((part) => [part]) : [parts]
  const hasNotes = book.notes.length > 0
  return groups.flatMap((group): PrintPart[] => {
    const { show, listed } = chapterLinks({ ...links, hasNotes }, links.shops)
    const prepare = (xhtml: Xhtml, isTitle: boolean, language: string) =>
      show(withoutRoles(isTitle ? xhtml : refer(xhtml, pageReferenceIn(language))))
    const texts = group.map(({ item }) => {
      const text = changeText(item, (xhtml, isTitle) => prepare(xhtml, isTitle, item.language))
      return bodyPart(text, pages.get(item) ?? 'text-1', book.metadata, !(links.isHandout || isAbove))
    })
    const tongue = group[0]?.item.language ?? book.metadata.language
    const notes = shownNotes(group).map((note) => ({ ...note, body: prepare(note.body, false, tongue) }))
    const after = texts.at(-1)
    const opened = book.parts.filter(({ first }) => group.some(({ item }) => item.id === first))
    const all = [...opened.map((part) => openingOf(part, book.metadata)), ...texts]
    if (!after) return all
    const [first] = group
    const chapter = first?.item.kind === 'chapter' ? first.item.source?.url : undefined
    const source = codeSource({ form: links.links, isHandout: links.isHandout }, chapter, book.metadata, collection)
    const end = { after, level: collection ? 2 : 1, notes, links: listed(), bracketed: hasNotes, source }
    return [...all, ...chapterEnd(end, wording, (wanted) => freeId(wanted, taken))]
  })
}

/** The page that opens a part. */
function openingOf({ id, title, language, direction }: Part, book: Metadata): PrintPart {
  const isOfBook = language === book.language && direction === book.direction
  const { rtl } = speech({ language, direction })
  return { template: 'print/part', id, title: title.xhtml, language: isOfBook ? undefined : language, rtl }
}

function bodyPart(item: Introduction | Chapter, page: string, book: Metadata, titled: boolean): TextPart {
  const { rtl } = speech(item)
  const isOfBook = item.language === book.language && item.direction === book.direction
  const language = isOfBook ? undefined : item.language
  if (item.kind === 'introduction') {
    return { template: 'print/introduction', id: item.id, body: item.body, titled, page, language, rtl }
  }
  const { content, source } = item
  const contentTemplate = `${content.kind}-content`
  return {
    template: 'print/chapter',
    contentTemplate,
    content,
    beginsPage: beginsPage(item),
    ownText: item.kind === 'chapter' && item.matter !== undefined,
    byline: byline(source, item.language),
    page,
    language,
    rtl,
  }
}

function anchor(item: Introduction | Chapter): string {
  return item.kind === 'introduction' ? item.id : item.content.id
}

/** An id that no part of the body has. */
export function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`
  taken.add(id)
  return id
}
