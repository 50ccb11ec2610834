// Title page, byline and colophon: the same in the EPUB and in print.

import type { ChapterSource, Metadata, Xhtml } from '../model.js'
import type { Byline, Colophon, TitlePage } from './contexts.js'
import { type DayInWords, dayInWords, namesInWords, numberInWords } from './language.js'
import { webAddress } from './links.js'
import { lengthOnPage } from './markup.js'

export function titlePage(metadata: Metadata): TitlePage {
  const { language, authors, site, published, standfirst } = metadata
  const day = published === undefined ? undefined : dayInWords(published, language)
  const [mainTitle, subtitle] = titleParts(metadata, 'xhtml') as [Xhtml, Xhtml?]
  const imprint = site || day ? { site: site?.name, published: day, isLong: isLong(site?.name, day) } : undefined
  return { mainTitle, subtitle, authors: namesInWords(authors, language), standfirst, imprint }
}

/** Title and subtitle, as markup or as text: the caller's own, or else what the title holds. */
export function titleParts({ title, subtitle }: Metadata, form: 'xhtml' | 'text'): [string, string?] {
  if (subtitle !== undefined) return [title[form], subtitle[form]]
  // A title with markup stays whole: the cut could fall inside an element.
  return title.xhtml.includes('<') ? [title[form]] : splitTitle(title[form])
}

/** Title and subtitle, where a dash or a colon parts them. */
export function splitTitle(title: string): [string, string?] {
  const [, main, sub] = /^(.{3,}?)(?:\s[–—]\s|:\s)(.{3,})$/s.exec(title) ?? []
  return main === undefined || sub === undefined ? [title] : [main, sub]
}

export function colophon(metadata: Metadata): Colophon {
  const { language } = metadata
  const published = metadata.published === undefined ? undefined : dayInWords(metadata.published, language)
  const updated = dayInWords(metadata.modified, language)
  return {
    title: metadata.title.xhtml,
    subtitle: metadata.subtitle?.xhtml,
    authors: namesInWords(metadata.authors, language),
    site: metadata.site?.name,
    published,
    // The one is in the site's time and the other in UTC, so that a post never changed may seem to be older than itself.
    updated: updated && published && updated.date > published.date ? updated : undefined,
    source: webAddress(metadata.source),
    publisher: metadata.publisher,
    series: metadata.series && seriesInWords(metadata.series, language),
    isbn: metadata.isbn,
    rights: metadata.rights,
  }
}

/** The colophon of a text whose title stands on the same page: what that says is not said again. */
export function belowTitle(metadata: Metadata): Colophon {
  return { ...colophon(metadata), subtitle: undefined, authors: '', site: undefined, published: undefined }
}

function seriesInWords({ name, index }: NonNullable<Metadata['series']>, language: string): string {
  return index === undefined ? name : `${name}, ${numberInWords(index, language)}`
}

/** Characters of the shortest line in which a name and a day stand together. */
const oneLine = 45

function isLong(name = '', day?: DayInWords): boolean {
  return lengthOnPage(`${name} · ${day?.words ?? ''}`) > oneLine
}

export function byline(source: ChapterSource | undefined, language: string): Byline | undefined {
  if (source === undefined) return undefined
  const authors = namesInWords(source.authors, language)
  const published = source.published === undefined ? undefined : dayInWords(source.published, language)
  const address = webAddress(source.url)
  return authors || published || address
    ? { authors, published, isLong: isLong(authors, published), address }
    : undefined
}
