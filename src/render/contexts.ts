// What each template needs to be given. Strict templates throw at a key that is missing, so no key is optional:
// what a book may lack is `undefined`.

import type { Author, Chapter, Xhtml } from '../model.js'
import type { FlowingPart } from './columns.js'
import type { DayInWords, Speech } from './language.js'
import type { Address } from './links.js'
import type { ShownNote } from './notes.js'

import type { Page } from './page.js'
import type { PageTarget } from './page-list.js'
import type { ListedLink } from './paper-links.js'
import type { QrCode } from './qr.js'

import type { Wording } from './words.js'

/** What every content document of an EPUB has. */
export interface DocumentContext extends Speech {
  readonly pageTitle: string
  readonly stylesheet: string
  /** True in the EPUB, where `epub:type` and `role` are wanted. */
  readonly reflowable: boolean
}

export interface TitlePage {
  readonly mainTitle: Xhtml
  readonly subtitle: Xhtml | undefined
  readonly authors: string
  readonly standfirst: string | undefined
  /** Site and day, as at the foot of a title page. */
  readonly imprint:
    | { readonly site: string | undefined; readonly published: DayInWords | undefined; readonly isLong: boolean }
    | undefined
}

/** The title of an article above its text. */
interface Opening extends TitlePage {
  /** What the article is filed under. */
  readonly kicker: string | undefined
  readonly picture: (CoverPicture & { readonly width: number; readonly height: number }) | undefined
  /** Whether the picture stands beside the title. */
  readonly isUpright: boolean
  readonly entries: readonly ContentsEntry[]
}

export interface Byline {
  readonly authors: string
  readonly published: DayInWords | undefined
  /** Whether the two need a line each, so that no dot between them ends a line. */
  readonly isLong: boolean
  readonly address: Address | undefined
}

export interface Colophon {
  readonly title: Xhtml
  readonly subtitle: Xhtml | undefined
  readonly authors: string
  readonly site: string | undefined
  readonly published: DayInWords | undefined
  readonly updated: DayInWords | undefined
  readonly source: Address | undefined
  readonly publisher: string | undefined
  readonly series: string | undefined
  readonly isbn: string | undefined
  readonly rights: string | undefined
}

/** The page that opens a part. */
interface PartPage {
  readonly id: string
  readonly title: Xhtml
}

/** What a chapter is, for those who hear it. */
export interface ChapterRole {
  readonly type: string
  /** DPUB-ARIA has no word for every kind. */
  readonly role: string | undefined
}

interface ChapterBody {
  readonly content: Chapter['content']
  readonly byline: Byline | undefined
}

/** One line of a table of contents, with the lines below it. */
export interface ContentsEntry {
  readonly label: string
  readonly href: string
  /** Of the element that the link leads to. */
  readonly id: string
  /** Its language where that is not the book's. */
  readonly language: string | undefined
  readonly rtl: boolean
  /** Its number in reading order, from 1. */
  readonly order: number
  /** True for the questions of a FAQ, which are sentences and need a line each. */
  readonly question: boolean
  /** Who wrote the chapter, and when; for the page of contents. */
  readonly detail: string | undefined
  /** True for the parts, whose chapters stand below them. */
  readonly isPart: boolean
  readonly entries: readonly ContentsEntry[]
}

export interface ManifestItem {
  readonly id: string
  readonly href: string
  readonly mediaType: string
  readonly properties: string
}

/** EPUB Accessibility 1.1, section 2: what the book claims, each claim derived from its content. */
export interface Accessibility {
  readonly modes: readonly string[]
  /** Sets of senses each of which is enough to read the whole book. */
  readonly sufficient: readonly string[]
  readonly features: readonly string[]
  readonly hazard: string
  readonly summary: string
  /** Where it is not the book's. */
  readonly summaryLanguage: string | undefined
}

export interface PackageContext extends Speech, Wording {
  readonly identifier: string
  /** ONIX code list 5: 15 for an ISBN of 13 figures, 02 for one of 10. */
  readonly isbnType: string | undefined
  /** What the work is also known by. */
  readonly otherIdentifier: string | undefined
  readonly title: string
  readonly subtitle: string | undefined
  readonly authors: readonly { readonly id: string; readonly name: string; readonly fileAs: string }[]
  readonly series: { readonly name: string; readonly index: string | undefined } | undefined
  readonly rights: string | undefined
  readonly description: string | undefined
  readonly subjects: readonly string[]
  readonly publisher: string | undefined
  readonly published: string | undefined
  readonly source: string | undefined
  /** The PDF whose pages are listed. */
  readonly pagination: string | undefined
  readonly modified: string
  readonly accessibility: Accessibility
  /** What the caller claims, and who found it true. */
  readonly conformance: { readonly claim: string; readonly certifiedBy: string } | undefined
  readonly manifest: readonly ManifestItem[]
  readonly spine: readonly string[]
  /** The id of the picture of the cover. */
  readonly coverImage: string | undefined
  readonly coverPage: string | undefined
  readonly titlePage: string | undefined
  readonly startOfText: string
  /** The document that holds the contents. */
  readonly contents: string
}

export interface NavContext extends DocumentContext, Wording {
  readonly entries: readonly ContentsEntry[]
  /** Where the contents are read as a page: here, or in a document of their own. */
  readonly contents: string
  readonly coverPage: string | undefined
  readonly titlePage: string | undefined
  readonly startOfText: string
  readonly pageTargets: readonly PageTarget[]
}

interface NcxContext extends Speech, Wording {
  readonly identifier: string
  readonly title: string
  readonly authors: readonly Author[]
  readonly depth: number
  readonly entries: readonly ContentsEntry[]
  /** Their places in reading order come after those of the contents. */
  readonly pageTargets: readonly (PageTarget & { readonly playOrder: number })[]
  /** The highest page number. */
  readonly lastPage: string
}

interface CoverPicture {
  readonly src: string
  readonly alt: string
}

export type PrintPart =
  | ({ readonly template: 'print/cover'; readonly id: string } & CoverPicture)
  | ({
      readonly template: 'print/title-page'
      readonly id: string
      readonly long: boolean
      readonly qr: QrCode | undefined
    } & TitlePage)
  | ({
      readonly template: 'print/opening'
      readonly id: string
      readonly long: boolean
      readonly page: string
    } & Opening)
  | {
      readonly template: 'print/contents'
      readonly id: string
      readonly entries: readonly ContentsEntry[]
      /** Whether its lines stand closer than usual. */
      readonly isClose: boolean
    }
  | ({
      readonly template: 'print/introduction'
      readonly id: string
      readonly body: Xhtml
      /** Whether it has a heading; the title of an article may stand in its place. */
      readonly titled: boolean
    } & OnPage)
  | ({
      readonly template: 'print/chapter'
      readonly contentTemplate: string
      readonly beginsPage: boolean
      /** Of front or back matter. */
      readonly ownText: boolean
    } & ChapterBody &
      OnPage)
  | ({ readonly template: 'print/part' } & PartPage & Pick<OnPage, 'language' | 'rtl'>)
  | ({ readonly template: 'print/notes'; readonly id: string; readonly level: number } & Notes & OnPage)
  | ({
      readonly template: 'print/links'
      readonly id: string
      readonly level: number
      readonly links: readonly ListedLink[]
      /** Whether the numbers stand in brackets. */
      readonly bracketed: boolean
    } & OnPage)
  | ({
      readonly template: 'print/source'
      readonly id: string
      readonly qr: QrCode
      readonly alt: string
    } & ListedLink &
      OnPage)
  | ({
      readonly template: 'print/colophon'
      readonly id: string
      /** The named page of the text, where it stands below that. */
      readonly page: string | undefined
    } & Colophon)

/** A part, and the blank page that may come before it. */
export type PlacedPart = PrintPart & {
  /** Its id, where it is to begin on a right-hand page. */
  readonly opens: string | undefined
  readonly blankPage: 'blank' | 'blank front' | 'blank cover'
}

interface Notes {
  readonly notes: readonly ShownNote[]
}

interface OnPage {
  /** The named page it stands on. */
  readonly page: string
  readonly language: string | undefined
  readonly rtl: boolean
}

interface PrintContext extends Speech, Wording {
  readonly pageTitle: string
  readonly reflowable: boolean
  readonly faces: readonly string[]
  /** Our own CSS: the titles in it are escaped for CSS. */
  readonly css: string
  /** `article`: chapters run on. `collection`: each begins a page, with `recto` a right-hand one. */
  readonly shape: string
  readonly parts: readonly FlowingPart[]
  /** Ids whose pages the printer must know although the text does not link to them. */
  readonly places: readonly string[]
}

export interface RunningHead {
  /** The named page. */
  readonly name: string
  /** CSS strings, quotes and all. */
  readonly verso: string
  readonly recto: string
}

/** What stands in the place of a picture that the book does not hold. */
interface MissingPicture extends Wording {
  /** The id that links lead to. */
  readonly id: string | undefined
  readonly alt: string
  readonly address: Address | undefined
  /** Whether it stands inside a link, where no other may be. */
  readonly inLink: boolean
  /** Whether it is all that its paragraph holds. */
  readonly alone: boolean
}

/** A picture of the book in its place. */
interface ShownPicture extends Pick<MissingPicture, 'id' | 'alt'> {
  readonly classes: string | undefined
  readonly src: string
  /** Pixels, which give its shape before it is loaded. */
  readonly width: number
  readonly height: number
  /** How wide it may be on paper. */
  readonly placedWidth: string | undefined
}

interface PagesContext {
  readonly pages: readonly RunningHead[]
  readonly rectoSide: 'left' | 'right'
  /** All that the heads are made of, each once. */
  readonly characters: string
  readonly versoSide: 'left' | 'right'
}

interface PageStyle {
  readonly page: Page
  readonly mirrored: boolean
  readonly rightToLeft: boolean
  readonly color: string
}

/** The foot of a handout's pages, and its column for notes. */
interface HandoutStyle {
  /** CSS strings, quotes and all. */
  readonly title: string
  readonly notes: string | undefined
  /** The column for them, as the text of an SVG address. */
  readonly lines: string
  readonly columns: boolean
  /** The side of the notes. */
  readonly side: 'left' | 'right'
  /** Points: the margin outside the column, its width and depth, and its width with the space between it and the text. */
  readonly margin: number
  readonly columnWidth: number
  readonly depth: number
  readonly room: number
}

/** The templates that make a whole file, and what each takes. */
export interface Contexts {
  readonly 'epub/package.opf': PackageContext
  readonly 'epub/nav.xhtml': NavContext
  readonly 'epub/toc.ncx': NcxContext
  readonly 'epub/container.xml': { readonly packageDocument: string }
  readonly 'epub/cover.xhtml': DocumentContext &
    Wording &
    CoverPicture & { readonly width: number; readonly height: number }
  readonly 'epub/title-page.xhtml': DocumentContext & TitlePage
  readonly 'epub/introduction.xhtml': DocumentContext & Wording & { readonly id: string; readonly body: Xhtml } & Notes
  readonly 'epub/part.xhtml': DocumentContext & PartPage
  readonly 'epub/contents.xhtml': DocumentContext & Wording & { readonly entries: readonly ContentsEntry[] }
  readonly 'epub/chapter.xhtml': DocumentContext & Wording & ChapterBody & Notes & { readonly kind: ChapterRole }
  readonly 'epub/faq.xhtml': DocumentContext & Wording & ChapterBody & Notes
  readonly 'epub/colophon.xhtml': DocumentContext & Wording & Colophon
  readonly 'print/book.xhtml': PrintContext
  readonly 'print/pages.css': PagesContext
  readonly 'print/page.css': PageStyle
  readonly 'print/handout.css': HandoutStyle
  readonly 'shared/missing-picture': MissingPicture
  readonly 'shared/picture': ShownPicture
}
