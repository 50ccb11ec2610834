// The values that travel through the pipeline: types only, no code. See ARCHITECTURE.md for the way they take.

import type { Diagnostic, Loss } from './diagnostics.js'

declare const brand: unique symbol

/** Markup as WordPress served it: hostile until proven clean. Only `normalize/` may parse it. */
export type SourceHtml = string & { readonly [brand]: 'SourceHtml' }

/**
 * Markup fit for an EPUB 3.3 content document and for print: well formed, schema-valid, allow-listed, ids unique.
 * Only `normalize/` makes it. In-book links have the form `href="#id"`, with `<` and `>` escaped in attributes.
 */
export type Xhtml = string & { readonly [brand]: 'Xhtml' }

/** Which way a script runs. */
export type Direction = 'ltr' | 'rtl'

/** A date and time as ISO 8601 with the site's own offset from UTC, e.g. `2026-01-25T10:54:00+01:00`. */
export type Timestamp = string

export interface Author {
  readonly name: string
  readonly url?: string
}

export interface Term {
  readonly taxonomy: string
  readonly name: string
}

export interface Site {
  /** The site's own name where the post tells it, else the host of its address. */
  readonly name: string
  readonly url: string
}

/** One WordPress post as a source delivered it. */
export interface Post {
  readonly id?: number
  /** The permalink; empty where the input has none. */
  readonly url: string
  /** Letters, digits and hyphens only, never empty: safe as a file name. */
  readonly slug: string
  readonly title: SourceHtml
  readonly content: SourceHtml
  readonly excerpt?: SourceHtml
  readonly authors: readonly Author[]
  readonly published?: Timestamp
  readonly modified?: Timestamp
  /** A BCP 47 tag that the post, its metadata or its address declares; absent where none does. */
  readonly language?: string
  readonly site?: Site
  readonly terms: readonly Term[]
  readonly featuredImage?: { readonly url: string; readonly alt: string }
  /** The folder beside a saved page that holds its pictures. */
  readonly mediaFolder?: string
  /** The notes that the block editor keeps beside the content. */
  readonly footnotes?: readonly { readonly id: string; readonly content: SourceHtml }[]
  /** The questions that a plugin for search engines lists beside the content, as text or markup. */
  readonly faqSchema?: readonly { readonly question: string; readonly answer: string }[]
}

/** What the user says of a post, where the rules read it wrongly. */
export interface PostHints {
  /** Levels of headings, by their words: 1 to 6, as in HTML. */
  readonly levels?: Readonly<Record<string, number>> | undefined
  /** Selectors of what is left out. */
  readonly drop?: readonly string[] | undefined
  /** Selectors of what is no clutter. */
  readonly keep?: readonly string[] | undefined
  /** Alternative texts, by the address of a picture or the name of its file. */
  readonly alt?: Readonly<Record<string, string>> | undefined
  /** `on`: one question below a heading that says FAQ is enough. */
  readonly faq?: 'auto' | 'on' | 'off' | undefined
  readonly outline?: 'auto' | 'keep' | undefined
  readonly title?: string | undefined
}

/** A title twice: `text` for navigation, outline and running heads; `xhtml` (phrasing content only) for the page. */
export interface Title {
  readonly text: string
  readonly xhtml: Xhtml
}

export interface Section {
  readonly kind: 'section'
  readonly id: string
  readonly title: Title
  /** 1 for a chapter, one more for each level below it. */
  readonly level: number
  /** What stands between the heading and the first heading below it. */
  readonly body: Xhtml
  readonly sections: readonly (Section | Faq)[]
}

export interface FaqEntry {
  readonly id: string
  readonly question: Title
  readonly answer: Xhtml
}

export interface Faq {
  readonly kind: 'faq'
  readonly id: string
  /** Empty where the post gives the questions no heading: the book then sets the interface word for it. */
  readonly title: Title
  readonly level: number
  readonly intro: Xhtml
  readonly entries: readonly FaqEntry[]
  /** What stands after the last answer and is none. */
  readonly closing: Xhtml
}

/** A footnote or an endnote of the post. */
export interface Note {
  /** What the references link to. */
  readonly id: string
  /** From 1, in the order of the first references; in a book of several posts each begins anew. */
  readonly number: number
  /** Blocks, without the backlink. */
  readonly body: Xhtml
  /** The ids of the references, `a` elements in the text, in its order; backlinks lead to them. */
  readonly references: readonly string[]
}

/** One place in the text that shows a picture: in `Xhtml` it is `<img src="picture:ID" alt="…"/>`. */
export interface Picture {
  readonly id: string
  readonly alt: string
  /** False where the post says nothing: an empty `alt` that it does say marks a picture that only adorns. */
  readonly hasAlt: boolean
  /** Where its file may be, the best first; never empty. */
  readonly candidates: readonly PictureCandidate[]
  /** Whether it stands inside a link, so that what replaces it must hold none. */
  readonly inLink: boolean
  /** Pixels as the markup declares them. */
  readonly width?: number
  readonly height?: number
  /** The nearest heading before it. */
  readonly heading?: string
  /** The id of the asset that shows it; absent where its file is not to be had. */
  readonly asset?: string
}

/** A picture as pixels in a file. */
export interface Raster {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** A file of the book beside its text. */
export interface Asset extends Raster {
  /** Letters, digits and hyphens. */
  readonly id: string
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/gif'
  /** Relative to the root of the book, e.g. `images/picture-01.jpg`. */
  readonly path: string
  /** The copy for paper, of the same type, where that shows more. */
  readonly print?: Raster
  /** A drawing in ink on no ground, which a dark page shows in light ink. */
  readonly ink?: true
}

/** A page of drawing. */
export interface CoverPage {
  readonly svg: string
  /** The colour at its edges, as in CSS. */
  readonly edge: string
}

/** The picture that a cover was made of. */
export interface CoverPicture extends Raster, Pick<Asset, 'mediaType'> {
  /** What it shows; empty where nobody said. */
  readonly alt: string
}

/** The cover, which is no picture of the text. */
export interface Cover {
  /** A JPEG. */
  readonly reader: Raster
  /** The first page of the PDF, in its own proportions; absent where none is printed. */
  readonly page?: CoverPage
  /** Whether it is a file of the user's own. @default false */
  readonly isOwn?: boolean
  /** Of a cover that was made, if there was one. */
  readonly picture?: CoverPicture
}

export interface PictureCandidate {
  readonly url: string
  /** Which attribute or rule named it: `data-orig-file`, `srcset`, `link to the file` … */
  readonly reason: string
  /** Pixels, where the markup tells. */
  readonly width?: number
}

/** A clean post: what `normalize/` makes of a `Post`. Its sections stand at level 2, below the title. */
export interface Article {
  readonly post: Post
  readonly title: Title
  /** The excerpt as plain text, empty where there is none. */
  readonly excerpt: string
  /** What stands before the first heading. */
  readonly lead: Xhtml
  readonly sections: readonly (Section | Faq)[]
  readonly notes: readonly Note[]
  readonly pictures: readonly Picture[]
  /** The visible words, for telling the language and for counting. */
  readonly text: string
  /** Of most of its letters; absent where it has none. */
  readonly direction?: Direction
  /** Where the ids that other posts link to are in the book. */
  readonly anchors?: ReadonlyMap<string, string>
}

/** The text before the first heading of a book made of one post. Its title is an interface word. */
export interface Introduction {
  readonly kind: 'introduction'
  readonly id: string
  readonly language: string
  readonly direction: Direction
  readonly body: Xhtml
}

export interface Chapter {
  readonly kind: 'chapter'
  readonly id: string
  /** BCP 47. */
  readonly language: string
  readonly direction: Direction
  readonly content: Section | Faq
  /** Where the chapter comes from, when the book has several posts. */
  readonly source?: ChapterSource
  /** What it is, when it belongs to front or back matter. */
  readonly matter?: Matter
}

/** Which text of front or back matter a chapter is. */
export interface Matter {
  readonly place: 'front' | 'back'
  readonly kind?: string
}

/** A part of a collection: the chapters from its first one to the next part. */
export interface Part {
  readonly id: string
  /** BCP 47. */
  readonly language: string
  readonly direction: Direction
  readonly title: Title
  /** The id of the chapter that it stands before. */
  readonly first: string
}

export interface ChapterSource {
  readonly url: string
  readonly authors: readonly Author[]
  readonly published?: Timestamp
}

export interface Metadata {
  /** `urn:uuid:…`, a UUIDv5 of the work's address: the same work keeps its identifier. */
  readonly identifier: string
  readonly title: Title
  /** Where the caller named one; the title is then never divided. */
  readonly subtitle?: Title
  readonly authors: readonly Author[]
  readonly site?: Site
  /** Where it is another than the site. */
  readonly publisher?: string
  readonly rights?: string
  /** 10 or 13 figures, without hyphens. */
  readonly isbn?: string
  readonly series?: { readonly name: string; readonly index?: number }
  /** BCP 47. */
  readonly language: string
  readonly direction: Direction
  readonly published?: Timestamp
  /** UTC to the second, `2026-01-25T09:54:00Z`: `dcterms:modified` and the PDF's dates. */
  readonly modified: string
  /** The permalink, or the site of a collection. */
  readonly source?: string
  readonly description?: string
  /** A written excerpt that the text does not repeat: it stands below the title. */
  readonly standfirst?: string
  readonly subjects: readonly string[]
  /** The file name without its ending. */
  readonly slug: string
}

export type FrontMatter = { readonly kind: 'title-page' } | { readonly kind: 'contents' }
export type BackMatter = { readonly kind: 'colophon' }

export interface Book {
  readonly metadata: Metadata
  readonly frontMatter: readonly FrontMatter[]
  readonly body: readonly (Introduction | Chapter)[]
  /** In the order of their chapters; none in most books. */
  readonly parts: readonly Part[]
  readonly backMatter: readonly BackMatter[]
  /** Of all chapters; a document shows those that it refers to. */
  readonly notes: readonly Note[]
  readonly pictures: readonly Picture[]
  readonly assets: readonly Asset[]
  readonly cover?: Cover
}

/** One heading of an outline; `level` is 1 to 6. */
export interface OutlineEntry {
  readonly level: number
  readonly text: string
}

/** What became of a post's headings, and why. */
export interface OutlineChange {
  readonly post: string
  readonly before: readonly OutlineEntry[]
  readonly after: readonly OutlineEntry[]
  readonly promoted: number
  readonly demoted: number
  readonly dropped: number
  readonly reason: 'source-offsets' | 'as-given' | 'stepped' | 'kept' | 'hinted'
}

/** A link of the clean text. */
export interface LinkFinding {
  /** An absolute address, or `#id`. */
  readonly href: string
  readonly text: string
  /**
   * `in-book`: another post of the same book, where the link leads to its chapter. `shop`: a shop of the site or
   * elsewhere, or a link that earns somebody a commission. `contact`: mail or telephone.
   */
  readonly kind: 'in-post' | 'in-book' | 'site' | 'outside' | 'shop' | 'contact'
}

/** A FAQ that was found, and what showed it. */
export interface FaqFinding {
  readonly post: string
  /** Empty where the questions have none of their own. */
  readonly heading: string
  /** What showed it: `headings`, or the name of the block or plugin that made it. */
  readonly source: string
  readonly questions: readonly string[]
}

/** What a printer and a designer ask of a PDF. */
export interface PrintFigures {
  readonly pages: number
  /** Of paper, printed on both sides. */
  readonly sheets: number
  /** Of the chapters. */
  readonly words: number
  readonly wordsPerPage: number
  /**
   * The part of its size that the type has: Chromium prints a whole book smaller when something in it is wider than its
   * page.
   */
  readonly typeScale: number
  /** Lines that leave the type area, and their pages, from 1. */
  readonly overfullLines: { readonly count: number; readonly pages: readonly number[] }
  /** Pictures, and how many have fewer pixels an inch as they are printed; `lowest` is the least of all. */
  readonly pictures: {
    readonly count: number
    readonly under150: number
    readonly under300: number
    readonly lowest?: number
  }
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly subset: boolean }[]
}

/** What a run has to say besides its value. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[]
  readonly losses: readonly Loss[]
  readonly outline: readonly OutlineChange[]
  readonly faq: readonly FaqFinding[]
  /** Where a PDF was made. */
  readonly print?: PrintFigures
}

/** A file of an EPUB container, `path` relative to its root. */
export interface ContainerFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** Everything an EPUB holds but `mimetype`, in the order in which it is packed. */
export interface EpubDocuments {
  readonly title: string
  readonly files: readonly ContainerFile[]
  /** UTC to the second: the time of every ZIP entry. */
  readonly modified: string
}

/** A heading of the print document, in document order. */
export interface PrintHeading {
  readonly id: string
  readonly level: number
  readonly text: string
  /** False for the headings of front and back matter, which stay out of the PDF outline. */
  readonly inOutline: boolean
}

/** A file of the print document; `print` is the copy for paper, where there is one. */
export interface PrintFile {
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly print?: Raster
}

/** What a printer asks of the pages, in points. */
export interface Press {
  /** How far pages run on past their trim on each side: they are printed so much larger. */
  readonly bleed: number
  /** Whether crop marks stand outside the trim. */
  readonly marks: boolean
  readonly trim: { readonly width: number; readonly height: number }
}

/** The whole book as one XHTML page for the browser to print. */
export interface PrintDocument {
  readonly xhtml: string
  readonly headings: readonly PrintHeading[]
  readonly metadata: Metadata
  /** What the page names by their paths. */
  readonly assets: readonly PrintFile[]
  /** Where the numbering begins; absent, every page is numbered from 1 in arabic figures. */
  readonly pagination?: Pagination
  /** Where the pages are to be cut, if not where they end. */
  readonly press?: Press
  /** Where the lines of text may stand. */
  readonly area?: TypeArea
}

/** The width of the type area of a page, in points from the edges of the paper that is printed on. */
export interface TypeArea {
  /** Of the usual page: one of another width lies across. */
  readonly width: number
  /** At the spine, and at the other side. */
  readonly inner: number
  readonly outer: number
  /** Whether left-hand pages mirror right-hand ones. */
  readonly mirrored: boolean
  readonly rightToLeft: boolean
  /** Of a page that lies across: its left side and its right one. */
  readonly turned: readonly [left: number, right: number]
}

/** The ids of what stands on the first page of each numbering. */
export interface Pagination {
  /** Counted in roman figures; what stands before it is cover. */
  readonly front?: string
  /** Counted in arabic figures from 1. */
  readonly body?: string
  /** What follows the text. */
  readonly back?: string
}

/** The pages of a PDF: what they are called, and what stands on them. */
export interface PageMap {
  /** `urn:uuid:…`, the name of this pagination: another layout of the same book has another. */
  readonly identifier: string
  readonly pages: number
  /** What each page is called, in order; printed where the page bears a folio. */
  readonly labels: readonly string[]
  /** The page, from 0, on which an element begins; known of what is linked to. */
  readonly pageOf: (id: string) => number | undefined
  /** The first and the last page that hold text of the chapters, from 0. */
  readonly body: { readonly first: number; readonly last: number }
  /**
   * The pieces of text of each page in the order of the text, without running head and folio; U+FFFC for a picture.
   * Empty where nobody asked for it.
   */
  readonly texts: readonly (readonly string[])[]
}
