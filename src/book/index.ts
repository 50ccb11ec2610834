// Article[] → Book. Pure.

import type { ReportFn } from '../diagnostics.js'
import type { Article, Book, Chapter, Faq, Introduction, Section } from '../model.js'
import type { Options } from '../options.js'
import { directionOf, languageOf } from './language.js'
import { type MetadataSettings, metadataOf } from './metadata.js'

export type BookSettings = MetadataSettings & Pick<Options, 'lang'>

/**
 * One article makes a book whose chapters are its sections; several make a book whose chapters are the articles.
 * Their ids must differ already (see `idPrefixes`).
 */
export async function makeBook(
  articles: readonly [Article, ...Article[]],
  settings: BookSettings,
  report: ReportFn,
): Promise<Book> {
  const languages: string[] = []
  for (const article of articles) languages.push(await languageOf(article, settings.lang, report))
  const metadata = metadataOf(articles, languages, settings, report)
  const [first, ...others] = articles
  return {
    metadata,
    frontMatter: [{ kind: 'title-page' }, { kind: 'contents' }],
    body:
      others.length === 0
        ? sectionsAsChapters(first, metadata)
        : articles.map((article, index) => articleAsChapter(article, index, languages[index] ?? metadata.language)),
    backMatter: [{ kind: 'colophon' }],
    notes: articles.flatMap(({ notes }) => notes),
    pictures: articles.flatMap(({ pictures }) => pictures),
    assets: [],
  }
}

/** What stands before the ids of each post of a book, so that they differ; nothing in a book of one post. */
export function idPrefixes(count: number): readonly string[] {
  return count === 1 ? [''] : Array.from({ length: count }, (_, index) => `${chapterId(index)}-`)
}

function chapterId(index: number): string {
  return `post-${index + 1}`
}

function sectionsAsChapters(
  article: Article,
  { language, direction }: Pick<Chapter, 'language' | 'direction'>,
): (Introduction | Chapter)[] {
  if (article.sections.length === 0)
    return [{ kind: 'chapter', id: 'article', language, direction, content: whole(article, 'article') }]
  const chapters = article.sections.map((section): Chapter => {
    const content = raise(section)
    return { kind: 'chapter', id: content.id, language, direction, content }
  })
  if (article.lead === '') return chapters
  return [{ kind: 'introduction', id: 'introduction', language, direction, body: article.lead }, ...chapters]
}

function articleAsChapter(article: Article, index: number, language: string): Chapter {
  const { url, authors, published } = article.post
  const source = { url, authors, ...(published ? { published } : {}) }
  const direction = article.direction ?? directionOf(language)
  return {
    kind: 'chapter',
    id: chapterId(index),
    language,
    direction,
    content: whole(article, chapterId(index)),
    source,
  }
}

function whole(article: Article, id: string): Section {
  return { kind: 'section', id, title: article.title, level: 1, body: article.lead, sections: article.sections }
}

/** The same section one level up: a chapter stands at level 1. */
function raise<Part extends Section | Faq>(part: Part): Part {
  const level = part.level - 1
  return part.kind === 'section' ? { ...part, level, sections: part.sections.map(raise) } : { ...part, level }
}
