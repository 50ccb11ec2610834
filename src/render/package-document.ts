// The package document (EPUB 3.3, section 5): metadata, manifest, spine.

import type { ContainerFile, Metadata } from '../model.js'
import { accessibilityOf } from './accessibility.js'
import type { ManifestItem, NavContext, PackageContext } from './contexts.js'
import { fileAs } from './file-as.js'
import { speech } from './language.js'
import { webAddress } from './links.js'
import { titleParts } from './matter.js'

/** A content document of the publication, its path relative to the package document. */
export interface PublicationFile {
  readonly id: string
  readonly path: string
  readonly content: string
  readonly inSpine: boolean
}

/** A file of the publication that is no content document, its path relative to the package document. */
export interface PublicationResource {
  readonly id: string
  readonly path: string
  readonly mediaType: string
  readonly properties?: string
}

/** What the content documents need beside them. */
export interface Resources {
  readonly stylesheet: string
  readonly assets: readonly PublicationResource[]
  /** Whether the posts say of every picture what it shows, or that it only adorns. */
  readonly picturesConsidered: boolean
  readonly fonts: readonly ContainerFile[]
  readonly conformance: PackageContext['conformance']
  /** The name of the PDF whose pages are marked in the documents. */
  readonly pagination: string | undefined
}

export function packageContext(
  metadata: Metadata,
  documents: readonly PublicationFile[],
  nav: NavContext,
  resources: Resources,
): PackageContext {
  const { words, wordsLanguage, coverPage, titlePage, startOfText } = nav
  const contents = nav.contents.startsWith('#') ? 'nav.xhtml' : nav.contents
  const [title, subtitle] = titleParts(metadata, 'text')
  // The cover repeats in a picture what the title page says.
  const texts = documents.filter(({ path }) => path !== coverPage).map((document) => document.content)
  return {
    ...speech(metadata),
    words,
    wordsLanguage,
    coverImage: resources.assets.find(({ properties }) => properties === 'cover-image')?.id,
    coverPage,
    titlePage,
    startOfText,
    contents,
    ...identifiers(metadata),
    title,
    subtitle,
    authors: metadata.authors.map(({ name }, index) => ({
      id: `creator-${index + 1}`,
      name,
      fileAs: fileAs(name, metadata.language),
    })),
    series: metadata.series && { name: metadata.series.name, index: metadata.series.index?.toString() },
    rights: metadata.rights,
    description: metadata.description,
    subjects: metadata.subjects,
    publisher: metadata.publisher ?? metadata.site?.name,
    published: metadata.published?.slice(0, 10),
    source: sourceOf(metadata),
    pagination: resources.pagination,
    modified: metadata.modified,
    accessibility: accessibilityOf(texts, resources.picturesConsidered, metadata.language, coverPage !== undefined),
    conformance: resources.conformance,
    manifest: manifest(documents, resources),
    spine: documents.filter((document) => document.inSpine).map((document) => document.id),
  }
}

/** What the package is known by, the same in package document and NCX: an ISBN comes before the identifier of the work. */
export function uniqueIdentifier({ isbn, identifier }: Metadata): string {
  return isbn === undefined ? identifier : `urn:isbn:${isbn}`
}

/** An address is strict or goes: a checker judges what looks like one. Other words stay as they are. */
function sourceOf({ source }: Metadata): string | undefined {
  return webAddress(source)?.href ?? (source !== undefined && /^https?:/i.test(source) ? undefined : source)
}

function identifiers(metadata: Metadata): Pick<PackageContext, 'identifier' | 'isbnType' | 'otherIdentifier'> {
  const { isbn } = metadata
  return {
    identifier: uniqueIdentifier(metadata),
    isbnType: isbn && (isbn.length === 13 ? '15' : '02'),
    otherIdentifier: isbn && metadata.identifier,
  }
}

function manifest(
  documents: readonly PublicationFile[],
  { stylesheet, assets, fonts }: Pick<Resources, 'stylesheet' | 'assets' | 'fonts'>,
): ManifestItem[] {
  return [
    { id: 'ncx', href: 'toc.ncx', mediaType: 'application/x-dtbncx+xml', properties: '' },
    { id: 'css', href: stylesheet, mediaType: 'text/css', properties: '' },
    ...documents.map(({ id, path, content }) => ({
      id,
      href: path,
      mediaType: 'application/xhtml+xml',
      properties: properties(id, content),
    })),
    ...assets.map(({ id, path, mediaType, properties = '' }) => ({ id, href: path, mediaType, properties })),
    ...fonts.map(({ path }, index) => ({
      id: `font-${index + 1}`,
      href: path,
      mediaType: path.endsWith('.woff') ? 'font/woff' : 'text/plain',
      properties: '',
    })),
  ]
}

/** The manifest properties that the document must have, and no other (EPUB 3.3, section 5.7.2.4). */
function properties(id: string, content: string): string {
  const found = [
    ...(id === 'nav' ? ['nav'] : []),
    ...(/<math[\s>]/.test(content) ? ['mathml'] : []),
    ...(/<svg[\s>]/.test(content) ? ['svg'] : []),
  ]
  return found.join(' ')
}
