// A book as the documents of an EPUB 3.3.

import type { ReportFn } from '../diagnostics.js'
import type { Book, Chapter, ContainerFile, EpubDocuments, Introduction, PageMap, Part } from '../model.js'
import { conformanceOf } from './accessibility.js'
import { countOf, depthOf, introductionWord, type Locate, tableOfContents } from './contents.js'
import { isDetailed, withDetails } from './contents-details.js'
import { depthBelowParts, nestInParts } from './contents-parts.js'
import type { ContentsEntry, DocumentContext, NavContext } from './contexts.js'
import { coverFile, coverImage } from './cover.js'
import { labelFaqs } from './faq-labels.js'
import { titleFaqs } from './faq-titles.js'
import { type EmbeddedFonts, embeddedFonts } from './fonts.js'
import { speech } from './language.js'
import { linkAcross } from './links.js'
import { byline, colophon, titlePage } from './matter.js'
import { roleOf } from './matter-roles.js'
import { type ShownNote, shownNotes, withNotes } from './notes.js'
import { type PublicationFile, packageContext, uniqueIdentifier } from './package-document.js'
import { markPages, type Paged } from './page-list.js'
import { showPictures } from './pictures.js'
import { isCollection } from './running-heads.js'
import { scriptStyles } from './script-styles.js'
import { joinStyles } from './styles.js'
import { fillTemplate } from './templates.js'
import { type Wording, wordsIn } from './words.js'

const root = 'EPUB'
const sheets = ['shared', 'epub', 'epub-matter', 'epub-blocks']
const stylesheet = 'styles/book.css'

const noFonts: EmbeddedFonts = { files: [], css: '' }

type BodyMatter = Introduction | Chapter

interface EpubSettings {
  readonly tocDepth?: number
  /** CSS of the user's own, which comes last. */
  readonly styles?: string | undefined
  readonly embedFonts?: boolean
  /** `2.2-AA` of WCAG, and who found that it conforms. */
  readonly conformsTo?: string | undefined
  readonly certifiedBy?: string | undefined
}

/** The PDF of the same build, whose pages the EPUB is to list. */
export interface Printed {
  readonly pageMap: PageMap
  readonly report: ReportFn
}

/** Makes every file of the EPUB but `mimetype`, in the order in which it is packed. Pure but for the package's own templates. */
export function renderEpub(given: Book, settings: EpubSettings = {}, printed?: Printed): EpubDocuments {
  const { metadata } = given
  const wording = wordsIn(metadata.language)
  const book = showPictures(titleFaqs(given), wording, { kind: 'epub', root: '../' })
  const names = fileNames(book)
  const { documents: body, targets } = withPages(bodyFiles(book, names, wording), book, printed)
  const back = book.backMatter.map(() => colophonFile(book, wording))
  const front = book.frontMatter.flatMap((part) => (part.kind === 'title-page' ? [titlePageFile(book)] : []))
  const nav = { ...navContext(book, names, wording, settings.tocDepth), pageTargets: targets }
  const navFile: PublicationFile = {
    id: 'nav',
    path: 'nav.xhtml',
    content: fillTemplate('epub/nav.xhtml', nav),
    inSpine: nav.contents === ownContents && hasContents(book),
  }
  const contents = nav.contents === ownContents ? [] : [contentsFile(book, nav)]
  const cover = book.cover ? [coverFile(book, book.cover, wording, `../${stylesheet}`)] : []
  const pictures = [...(book.cover ? [coverImage(book.cover)] : []), ...book.assets]
  // The contents come after the title page, wherever else they are named.
  const documents = [...cover, ...front, navFile, ...contents, ...body, ...back]
  const ncx = fillTemplate('epub/toc.ncx', {
    ...speech(metadata),
    identifier: uniqueIdentifier(metadata),
    title: metadata.title.text,
    authors: metadata.authors,
    depth: depthOf(nav.entries),
    entries: nav.entries,
    ...wording,
    pageTargets: targets.map((target, index) => ({ ...target, playOrder: countOf(nav.entries) + index + 1 })),
    lastPage: targets.at(-1)?.label ?? '0',
  })
  const shown = book.pictures.filter(({ asset }) => asset !== undefined)
  const fonts = settings.embedFonts ? embeddedFonts(documents.map(({ content }) => content)) : noFonts
  const resources = {
    stylesheet,
    assets: pictures,
    picturesConsidered: shown.every(({ hasAlt }) => hasAlt),
    fonts: fonts.files,
    conformance: conformanceOf(settings),
    pagination: targets.length > 0 ? printed?.pageMap.identifier : undefined,
  }
  const packageDocument = fillTemplate('epub/package.opf', packageContext(metadata, documents, nav, resources))
  const files: ContainerFile[] = [
    {
      path: 'META-INF/container.xml',
      content: fillTemplate('epub/container.xml', { packageDocument: `${root}/package.opf` }),
    },
    { path: `${root}/package.opf`, content: packageDocument },
    { path: `${root}/toc.ncx`, content: ncx },
    {
      path: `${root}/${stylesheet}`,
      content: `${fonts.css}${joinStyles(...sheets)}${scriptStyles(book)}${settings.styles ?? ''}`,
    },
    ...documents.map(({ path, content }) => ({ path: `${root}/${path}`, content })),
    ...pictures.map(({ path, bytes }) => ({ path: `${root}/${path}`, content: bytes })),
    ...fonts.files.map(({ path, content }) => ({ path: `${root}/${path}`, content })),
  ]
  return { title: metadata.title.text, files, modified: metadata.modified }
}

/** The documents with the pages of the PDF marked in them; it has the notes of a single post at its end. */
function withPages(body: readonly PublicationFile[], book: Book, printed: Printed | undefined): Paged<PublicationFile> {
  if (!printed) return { documents: body, targets: [] }
  const notes = isCollection(book) ? undefined : /<section class="notes"/
  return markPages(body, printed.pageMap, notes, printed.report)
}

/** `chapter-01.xhtml` …, with as many figures as the last chapter needs and two at least. */
function fileNames({ body }: Book): Map<BodyMatter, string> {
  const chapters = body.filter((item) => item.kind === 'chapter')
  const width = Math.max(2, String(chapters.length).length)
  return new Map(
    body.map((item): [BodyMatter, string] => {
      if (item.kind === 'introduction') return [item, 'introduction.xhtml']
      return [item, `chapter-${String(chapters.indexOf(item) + 1).padStart(width, '0')}.xhtml`]
    }),
  )
}

/** The place of the contents in the nav document. */
const ownContents = '#toc'
const contentsPath = 'text/contents.xhtml'

/** Where reading begins: past what stands before the text. */
function firstOfText({ body }: Book): BodyMatter | undefined {
  return body.find((item) => item.kind === 'introduction' || item.matter?.place !== 'front') ?? body[0]
}

function hasContents({ frontMatter }: Book): boolean {
  return frontMatter.some((part) => part.kind === 'contents')
}

/** The contents as a page, with what e-readers do not want in their menu: authors and dates. */
function contentsFile({ metadata }: Book, { entries, words, wordsLanguage }: NavContext): PublicationFile {
  const here = (entry: ContentsEntry): ContentsEntry => ({
    ...entry,
    href: entry.href.replace(/^text\//, ''),
    entries: entry.entries.map(here),
  })
  const context = { ...documentContext(words.contents, metadata), words, wordsLanguage, entries: entries.map(here) }
  return { id: 'contents', path: contentsPath, content: fillTemplate('epub/contents.xhtml', context), inSpine: true }
}

function navContext(
  book: Book,
  names: ReadonlyMap<BodyMatter, string>,
  wording: Wording,
  depth: number | undefined,
): Omit<NavContext, 'pageTargets'> {
  const locate: Locate = (item, id) => `text/${names.get(item)}${id === undefined ? '' : `#${id}`}`
  const introduction = introductionWord(wording, book.metadata)
  const first = firstOfText(book)
  const lines = tableOfContents(book.body, locate, introduction, book.metadata, depthBelowParts(book, depth))
  const entries = nestInParts(withDetails(lines, book), book, (index) => `text/${partNames(book)[index]}`)
  const opening = book.parts.findIndex((part) => part.first === first?.id)
  return {
    ...documentContext(wording.words.contents, book.metadata, stylesheet),
    ...wording,
    entries,
    contents: hasContents(book) && entries.some(isDetailed) ? contentsPath : ownContents,
    coverPage: book.cover ? 'text/cover.xhtml' : undefined,
    titlePage: book.frontMatter.some((part) => part.kind === 'title-page') ? 'text/title-page.xhtml' : undefined,
    startOfText: opening < 0 ? (first ? locate(first) : 'nav.xhtml') : `text/${partNames(book)[opening]}`,
  }
}

function documentContext(
  pageTitle: string,
  text: Parameters<typeof speech>[0],
  styles = `../${stylesheet}`,
): DocumentContext {
  return { ...speech(text), pageTitle, stylesheet: styles, reflowable: true }
}

function bodyFiles(book: Book, names: ReadonlyMap<BodyMatter, string>, wording: Wording): PublicationFile[] {
  const files = [...names.values()]
  const opened = new Map(book.parts.map((part, index) => [part.first, partFile(part, partNames(book)[index] ?? '')]))
  return linkAcross(withNotes(book), names).flatMap((part, index) => {
    const name = files[index] ?? ''
    const { item } = part
    const around = { ...wording, notes: shownNotes([part]) }
    const content = item.kind === 'introduction' ? introductionDocument(item, around) : chapterDocument(item, around)
    const file = { id: name.replace('.xhtml', ''), path: `text/${name}`, content, inSpine: true }
    const opener = opened.get(item.id)
    return opener ? [opener, file] : [file]
  })
}

/** `part-01.xhtml` … */
function partNames({ parts }: Book): readonly string[] {
  const width = Math.max(2, String(parts.length).length)
  return parts.map((_, index) => `part-${String(index + 1).padStart(width, '0')}.xhtml`)
}

function partFile({ id, title, language, direction }: Part, name: string): PublicationFile {
  const context = documentContext(title.text, { language, direction })
  const content = fillTemplate('epub/part.xhtml', { ...context, id, title: title.xhtml })
  return { id: name.replace('.xhtml', ''), path: `text/${name}`, content, inSpine: true }
}

/** What a document shows besides its text. */
type Around = Wording & { readonly notes: readonly ShownNote[] }

function introductionDocument(item: Introduction, around: Around): string {
  const context = documentContext(around.words.introduction, item)
  return fillTemplate('epub/introduction.xhtml', { ...context, ...around, id: item.id, body: item.body })
}

function chapterDocument({ content, language, direction, source, matter }: Chapter, around: Around): string {
  const context = documentContext(content.title.text, { language, direction })
  const template = content.kind === 'faq' ? 'epub/faq.xhtml' : 'epub/chapter.xhtml'
  return fillTemplate(template, {
    ...context,
    ...around,
    content: labelFaqs(content),
    byline: byline(source, language),
    kind: roleOf(matter),
  })
}

function titlePageFile({ metadata }: Book): PublicationFile {
  const context = { ...documentContext(metadata.title.text, metadata), ...titlePage(metadata) }
  const content = fillTemplate('epub/title-page.xhtml', context)
  return { id: 'title-page', path: 'text/title-page.xhtml', content, inSpine: true }
}

function colophonFile({ metadata }: Book, wording: Wording): PublicationFile {
  const context = documentContext(wording.words.colophon, metadata)
  const content = fillTemplate('epub/colophon.xhtml', { ...context, ...wording, ...colophon(metadata) })
  return { id: 'colophon', path: 'text/colophon.xhtml', content, inSpine: true }
}
