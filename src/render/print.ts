// A book as the one page that the browser prints.

import type { ReportFn } from '../diagnostics.js'
import type { Book, Chapter, CoverPicture, Introduction, Metadata, Part, PrintDocument, Xhtml } from '../model.js'
import { sheetsOf, withBleed } from './bleed.js'
import { chapterEnd, codeSource } from './chapter-ends.js'
import { inColumns } from './columns.js'
import { introductionWord, tableOfContents } from './contents.js'
import { withDetails } from './contents-details.js'
import { fittingContents, isSetClose } from './contents-fit.js'
import { depthBelowParts, nestInParts } from './contents-parts.js'
import type { PrintPart } from './contexts.js'
import { coverFiles, coverPart } from './cover.js'
import { type Design, designOf, type PrintSettings } from './design.js'
import { inEdition } from './editions.js'
import { titleFaqs } from './faq-titles.js'
import { forPaper, titleForPaper } from './for-paper.js'
import { markInitials } from './initials.js'
import { speech } from './language.js'
import { changeText, idsOf, noteIds, textsOf } from './links.js'
import { changeBook, lengthOnPage } from './markup.js'
import { belowTitle, byline, colophon, titlePage } from './matter.js'
import { shownNotes, withNotes, withoutRoles } from './notes.js'
import { openingFile, openingPart, openingPicture, opensAbove, withoutMadeCover } from './opening.js'
import type { Page } from './page.js'
import { type AddPageReferences, pageReferences } from './page-references.js'
import { coverStyle, footOfHandout, forXml, pageStyle } from './page-style.js'
import { numbered } from './pagination.js'
import { chapterLinks, type LinkSettings, type ShopLinkCount } from './paper-links.js'
import { showPictures } from './pictures.js'
import { printHeadings } from './print-headings.js'
import { type QrCode, qrCodeOf } from './qr.js'
import { beginsPage, isCollection, pageNames, runningHeads } from './running-heads.js'
import { joinStyles } from './styles.js'
import { fillTemplate } from './templates.js'
import { pageReferenceIn, type Wording, wordsIn } from './words.js'

const codeFace = 'ibm-plex-mono/400'
const mathFace = 'stix-two-math/400'

/** The style sheets of every printed book, before those of its theme. */
const sheetsOfPrint = [
  'shared',
  'print',
  'print-code',
  'print-blocks',
  'print-structure',
  'print-matter',
  'print-contents',
  'print-links',
] as const

/** Characters of a title that is set in the largest type. */
const longestTitle = 80

/** The page of contents is set in two levels. */
const deepestContents = 2

/**
 * Makes the page to print, with its style sheet inside it. Pure but for the package's own templates, styles and themes.
 */
export function renderPrint(given: Book, settings: PrintSettings = {}, report: ReportFn = () => {}): PrintDocument {
  const { metadata } = given
  const wording = wordsIn(metadata.language)
  const design = designOf(settings, report, metadata.language)
  const isHandout = settings.edition === 'handout'
  const illustrated = showPictures(titleFaqs(given), wording, { kind: 'print', root: '' })
  const recto = settings.openers === 'recto' && !isHandout
  const isAbove = opensAbove(given, settings, design)
  const picture = isAbove ? openingPicture(given) : undefined
  const covered = isAbove ? withoutMadeCover(illustrated) : illustrated
  const book = markInitials(
    changeBook(inEdition(covered, settings.edition), (xhtml, isTitle) =>
      isTitle ? titleForPaper(xhtml) : forPaper(xhtml, design),
    ),
  )
  const taken = new Set([...book.body.flatMap(idsOf), ...book.notes.flatMap(noteIds)])
  const refer = pageReferences((number) => freeId(`reference-${number}`, taken))
  const depth = Math.min(settings.tocDepth ?? deepestContents, deepestContents)
  const qr = isHandout ? qrCodeOf(metadata.source) : undefined
  const shops: ShopLinkCount = { shortened: 0, dropped: 0 }
  const links = { links: settings.links ?? 'notes', shopLinks: settings.shopLinks ?? 'short', isHandout, shops }
  const found = partsOf(book, wording, {
    page: design.page,
    isLarge: settings.edition === 'large-print',
    depth,
    recto,
    taken,
    refer,
    qr,
    links,
    isAbove,
    picture,
  })
  reportShopLinks(shops, report)
  const { parts, pagination } = numbered(found, { isHandout, isAbove, recto, isCollection: isCollection(book) })
  const sheet = withBleed(design, settings)
  const xhtml = fillTemplate('print/book.xhtml', {
    ...speech(metadata),
    ...wording,
    pageTitle: metadata.title.text,
    reflowable: false,
    faces: facesOf(book, design),
    css: [
      joinStyles(...sheetsOfPrint),
      joinStyles('print-folios', ...design.sheets, 'print-scripts'),
      pageStyle(sheet, book),
      coverStyle(sheet, book.cover?.page),
      isHandout ? footOfHandout(book, sheet, wording) : runningHeads(book, design.headLength, recto),
      forXml(settings.styles ?? ''),
    ].join('\n'),
    shape: `${isCollection(book) ? 'collection' : 'article'}${recto ? ' recto' : ''}`,
    parts: inColumns(parts, design.page.columns),
    places: [
      ...Object.values(pagination),
      ...parts.flatMap(({ opens }) => (opens === undefined ? [] : [opens])),
      ...refer.ids(),
    ],
  })
  const assets = [...coverFiles(book), ...(picture ? [openingFile(picture)] : []), ...book.assets]
  const sheets = sheetsOf(design, sheet, settings, metadata)
  return { xhtml, headings: printHeadings(parts, wording.words), metadata, assets, pagination, ...sheets }
}

function reportShopLinks({ shortened, dropped }: ShopLinkCount, report: ReportFn): void {
  if (shortened > 0) report('shop-links-shortened', { count: shortened })
  if (dropped > 0) report('shop-links-dropped', { count: dropped })
}

interface Making {
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

function partsOf(book: Book, wording: Wording, making: Making): PrintPart[] {
  const { metadata, frontMatter, body, backMatter } = book
  const { taken } = making
  const introduction = introductionWord(wording, metadata)
  const locate = (item: Introduction | Chapter, id?: string) => `#${id ?? anchor(item)}`
  const page = book.cover?.page
  return [
    ...(page === undefined ? [] : [coverPart(book, page, freeId('cover', taken))]),
    ...frontMatter.flatMap(({ kind }): PrintPart[] | PrintPart => {
      if (making.isAbove) {
        const lines = tableOfContents(body, locate, introduction, metadata, 1).slice(
          body[0]?.kind === 'introduction' ? 1 : 0,
        )
        const id = freeId('title-page', taken)
        return kind === 'contents' ? [] : openingPart(book, making.picture, lines, id, longestTitle)
      }
      const id = freeId(kind, taken)
      if (kind === 'title-page') {
        const front = titlePage(metadata)
        const long = lengthOnPage(front.mainTitle) > longestTitle
        return { template: 'print/title-page', id, long, qr: making.qr, ...front }
      }
      const make = (depth: number) => tableOfContents(body, locate, introduction, metadata, depth)
      const lines = fittingContents(make, depthBelowParts(book, making.depth))
      const entries = nestInParts(withDetails(lines, book), book, (index) => `#${book.parts[index]?.id}`)
      return { template: 'print/contents', id, entries, isClose: isSetClose(entries, making.page, making.isLarge) }
    }),
    ...bodyParts(book, wording, making),
    ...backMatter.map(({ kind }): PrintPart => {
      const isBelow = making.isAbove || making.links.isHandout
      const page = isBelow ? [...pageNames(book).values()].at(-1) : undefined
      return {
        template: 'print/colophon',
        id: freeId(kind, taken),
        page,
        ...(isBelow ? belowTitle(metadata) : colophon(metadata)),
      }
    }),
  ]
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

function facesOf({ body, notes }: Book, { fonts }: Design): string[] {
  const texts = [...body.flatMap(textsOf), ...notes.map((note) => note.body)]
  const has = (pattern: RegExp) => texts.some((xhtml) => pattern.test(xhtml))
  return [...fonts, ...(has(/<(code|pre|kbd|samp)[\s>]/) ? [codeFace] : []), ...(has(/<math[\s>]/) ? [mathFace] : [])]
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
