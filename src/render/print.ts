// A book as the one page that the browser prints.

import type { Book, Chapter, CoverPage, Introduction, Metadata, Pagination, PrintDocument, Xhtml } from '../model.js'
import { type PageSize, pageMillimetres } from '../options.js'
import { introductionWord, tableOfContents } from './contents.js'
import type { PlacedPart, PrintPart } from './contexts.js'
import { coverDrawing, coverPart } from './cover.js'
import { titleFaqs } from './faq-titles.js'
import { speech } from './language.js'
import { changeText, idsOf, noteIds, textsOf } from './links.js'
import { byline, colophon, titlePage } from './matter.js'
import { shownNotes, withNotes, withoutRoles } from './notes.js'
import { type AddPageReferences, pageReferences } from './page-references.js'
import { showPictures } from './pictures.js'
import { printHeadings } from './print-headings.js'
import { isCollection, pageNames, runningHeads } from './running-heads.js'
import { joinStyles } from './styles.js'
import { fillTemplate } from './templates.js'
import { pageReferenceIn, type Wording, wordsIn } from './words.js'

/**
 * A cover bleeds. Chromium rounds the page, so that a hair of white would show beside it; the ground of the page covers
 * that. A larger picture would make every page smaller, an outline would run on to the next page.
 */
function coverStyle(size: PageSize, page: CoverPage | undefined): string {
  if (page === undefined) return ''
  const [width, height] = pageMillimetres[size]
  // The size in whole points, which is what Chromium makes of every page.
  const [across, down] = [width, height].map((length) => Math.round((length * 72) / 25.4))
  return `@page cover { size: ${across}pt ${down}pt; background: ${page.edge}; } .cover img { width: ${width}mm; height: ${height - 0.2}mm; }`
}

/** The faces that the style sheets name; the printer answers for them. */
const textFaces = ['400', '400-italic', '500', '600', '600-italic'].map((face) => `eb-garamond/${face}`)
const codeFace = 'ibm-plex-mono/400'
const mathFace = 'stix-two-math/400'

interface PrintSettings {
  readonly pageSize: PageSize
  readonly tocDepth?: number
  /** On which pages chapters begin. @default 'any' */
  readonly openers?: 'any' | 'recto'
}

/** The page of contents is set in two levels. */
const deepestContents = 2

/** Makes the page to print, with the style sheet of the page size inside it. Pure but for the package's own templates. */
export function renderPrint(given: Book, settings: PrintSettings): PrintDocument {
  const { metadata } = given
  const wording = wordsIn(metadata.language)
  const book = showPictures(titleFaqs(given), wording, { kind: 'print', root: '' })
  const recto = settings.openers === 'recto'
  const taken = new Set([...book.body.flatMap(idsOf), ...book.notes.flatMap(noteIds)])
  const refer = pageReferences((number) => freeId(`reference-${number}`, taken))
  const depth = Math.min(settings.tocDepth ?? deepestContents, deepestContents)
  const parts = placed(partsOf(book, wording, { depth, recto, taken, refer }), recto)
  const pagination = paginationOf(parts, isCollection(book))
  const xhtml = fillTemplate('print/book.xhtml', {
    ...speech(metadata),
    ...wording,
    pageTitle: metadata.title.text,
    reflowable: false,
    faces: facesOf(book),
    css: [
      joinStyles(
        'shared',
        'print',
        'print-blocks',
        'print-structure',
        'print-matter',
        'print-contents',
        'print-folios',
      ),
      joinStyles(`page-${settings.pageSize}`),
      coverStyle(settings.pageSize, book.cover?.page),
      runningHeads(book, recto),
    ].join('\n'),
    shape: `${isCollection(book) ? 'collection' : 'article'}${recto ? ' recto' : ''}`,
    parts,
    places: [
      ...Object.values(pagination),
      ...parts.flatMap(({ opens }) => (opens === undefined ? [] : [opens])),
      ...refer.ids(),
    ],
  })
  const page = book.cover?.page
  const assets = page === undefined ? book.assets : [coverDrawing(page), ...book.assets]
  return { xhtml, headings: printHeadings(parts, wording.words), metadata, assets, pagination }
}

/** Where roman figures begin, where arabic ones do, and what follows the text: in a collection notes are part of it. */
function paginationOf(parts: readonly PrintPart[], collection: boolean): Pagination {
  const front = parts.find(({ template }) => template === 'print/title-page' || template === 'print/contents')
  const body = parts.find(isText)
  const back = parts.find(
    ({ template }) => template === 'print/colophon' || (!collection && template === 'print/notes'),
  )
  return {
    ...(front ? { front: idOf(front) } : {}),
    ...(body ? { body: idOf(body) } : {}),
    ...(back ? { back: idOf(back) } : {}),
  }
}

/**
 * Marks the parts before which a blank page stands where they would begin on a left-hand one: what follows a cover, whose
 * inside is bare; the first of the text, as page 1 is a right-hand page; all that open with a page of their own if that
 * is wanted.
 */
function placed(parts: readonly PrintPart[], recto: boolean): PlacedPart[] {
  const first = parts.findIndex(isText)
  return parts.map((part, index) => {
    const isFirst = index === first && index > 0
    const followsCover = parts[index - 1]?.template === 'print/cover'
    const opens = isFirst || followsCover || (recto && isText(part)) ? idOf(part) : undefined
    return { ...part, opens, blankPage: followsCover ? 'blank cover' : isFirst ? 'blank front' : 'blank' }
  })
}

function isText(part: PrintPart): part is TextPart {
  return part.template === 'print/introduction' || part.template === 'print/chapter'
}

function idOf(part: PrintPart): string {
  return part.template === 'print/chapter' ? part.content.id : part.id
}

interface Making {
  readonly depth: number
  readonly recto: boolean
  /** Ids that stand in the text, and those given so far. */
  readonly taken: Set<string>
  readonly refer: AddPageReferences
}

function partsOf(book: Book, wording: Wording, making: Making): PrintPart[] {
  const { metadata, frontMatter, body, backMatter } = book
  const { taken } = making
  const introduction = introductionWord(wording, metadata)
  const locate = (item: Introduction | Chapter, id?: string) => `#${id ?? anchor(item)}`
  const page = book.cover?.page
  return [
    ...(page === undefined ? [] : [coverPart(book, page, freeId('cover', taken))]),
    ...frontMatter.map(({ kind }): PrintPart => {
      const id = freeId(kind, taken)
      if (kind === 'title-page') return { template: 'print/title-page', id, ...titlePage(metadata) }
      const entries = tableOfContents(body, locate, introduction, metadata, making.depth)
      return { template: 'print/contents', id, entries }
    }),
    ...bodyParts(book, making),
    ...backMatter.map(({ kind }): PrintPart => {
      return { template: 'print/colophon', id: freeId(kind, taken), ...colophon(metadata) }
    }),
  ]
}

type TextPart = Extract<PrintPart, { template: 'print/introduction' | 'print/chapter' }>

/** The text, and its notes: below each post of a collection, below the whole of a single one. */
function bodyParts(book: Book, { recto, taken, refer }: Making): PrintPart[] {
  const pages = pageNames(book, recto)
  const parts = withNotes(book)
  const groups = isCollection(book) ? parts.map((part) => [part]) : [parts]
  return groups.flatMap((group): PrintPart[] => {
    const prepare = (xhtml: Xhtml, isTitle: boolean, language: string) =>
      withoutRoles(isTitle ? xhtml : refer(xhtml, pageReferenceIn(language)))
    const texts = group.map(({ item }) => {
      const text = changeText(item, (xhtml, isTitle) => prepare(xhtml, isTitle, item.language))
      return bodyPart(text, pages.get(item) ?? 'text-1', book.metadata)
    })
    const tongue = group[0]?.item.language ?? book.metadata.language
    const notes = shownNotes(group).map((note) => ({ ...note, body: prepare(note.body, false, tongue) }))
    const last = texts.at(-1)
    if (!last || notes.length === 0) return texts
    const level = isCollection(book) ? 2 : 1
    const { page, language, rtl } = last
    return [...texts, { template: 'print/notes', id: freeId('notes', taken), level, notes, page, language, rtl }]
  })
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
