// The cover: what it says, and the page that shows it.

import type { Book, Cover, CoverPage, Metadata, PrintFile } from '../model.js'
import type { PrintPart } from './contexts.js'
import { namesInWords, speech } from './language.js'
import { titleParts } from './matter.js'
import type { PublicationFile, PublicationResource } from './package-document.js'
import { fillTemplate } from './templates.js'
import { type Wording, wordsIn } from './words.js'

/** What a cover says: title and subtitle parted, authors as a reader would list them, the imprint. */
export interface CoverWords {
  readonly title: string
  readonly subtitle: string | undefined
  readonly authors: string
  readonly imprint: string | undefined
  readonly language: string
  readonly direction: Metadata['direction']
  readonly identifier: string
}

export function coverWords(metadata: Metadata): CoverWords {
  const { authors, publisher, site, language, direction, identifier } = metadata
  const [title, subtitle] = titleParts(metadata, 'text')
  const names = namesInWords(authors, language)
  const imprint = publisher ?? site?.name
  // A site that bears the name of its author is named once.
  return {
    title,
    subtitle,
    authors: names,
    imprint: imprint === names ? undefined : imprint,
    language,
    direction,
    identifier,
  }
}

/** The picture of the cover in the package document, which stores and shelves show (EPUB 3.3, section D.3). */
export function coverImage({ reader }: Cover): PublicationResource & { readonly bytes: Uint8Array } {
  return {
    id: 'cover-image',
    path: 'images/cover.jpg',
    mediaType: 'image/jpeg',
    properties: 'cover-image',
    bytes: reader.bytes,
  }
}

/** The page that opens the EPUB: the picture and nothing else. */
export function coverFile({ metadata }: Book, cover: Cover, wording: Wording, stylesheet: string): PublicationFile {
  const { width, height } = cover.reader
  const content = fillTemplate('epub/cover.xhtml', {
    ...speech(metadata),
    ...wording,
    pageTitle: wording.words.cover,
    stylesheet,
    reflowable: true,
    src: `../${coverImage(cover).path}`,
    alt: alternative(metadata, wording),
    width,
    height,
  })
  return { id: 'cover', path: 'text/cover.xhtml', content, inSpine: true }
}

/** The drawing that fills the first page of the PDF. */
function coverDrawing(page: CoverPage): PrintFile {
  return { path: 'images/cover.svg', mediaType: 'image/svg+xml', bytes: Buffer.from(page.svg) }
}

/** What the first page of the PDF needs. */
export function coverFiles({ cover }: Book): PrintFile[] {
  return cover?.page === undefined ? [] : [coverDrawing(cover.page)]
}

/** The first page of the PDF. */
export function coverPart(book: Book, page: CoverPage, id: string): PrintPart {
  const wording = wordsIn(book.metadata.language)
  return { template: 'print/cover', id, src: coverDrawing(page).path, alt: alternative(book.metadata, wording) }
}

/** Words as the language orders them; the book's own text goes in last, so that nothing in it is taken for a hole. */
function alternative(metadata: Metadata, { words }: Wording): string {
  const { title, authors } = coverWords(metadata)
  if (authors === '') return `${words.cover}: ${title}`
  return words.coverBy.replace(/\{(title|authors)\}/g, (_, hole: string) => (hole === 'title' ? title : authors))
}
