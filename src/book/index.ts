// Article[] → Book. Pure.

import type { ReportFn } from '../diagnostics.js'
import type { Article, Book, Chapter, Faq, Introduction, Matter, Part, Section } from '../model.js'
import type { Options } from '../options.js'
import { linkPosts } from './crossings.js'
import { directionOf, languageOf } from './language.js'
import { type MetadataSettings, metadataOf } from './metadata.js'
import { groupsOf, type PartSettings } from './parts.js'

export { addressBook, type FindPost } from './addresses.js'

export interface BookSettings extends MetadataSettings, PartSettings, Pick<Options, 'lang'> {
  /** Own texts, in their order. */
  readonly matter?: readonly OwnMatter[]
}

/** A text of the user's own that stands before or after the posts. */
export interface OwnMatter extends Matter {
  readonly article: Article
}

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
  const linked =
    articles.length === 1
      ? articles
      : linkPosts(
          articles,
          articles.map((_, index) => chapterId(index)),
        )
  const { body, parts } =
    articles.length === 1
      ? { body: sectionsAsChapters(articles[0], metadata), parts: [] }
      : collectionOf(linked, languages, metadata, settings, report)
  const own = (settings.matter ?? []).map((one, index) => ({ ...one, chapter: matterAsChapter(one, index, metadata) }))
  const at = (place: Matter['place']) => own.filter((one) => one.place === place).map(({ chapter }) => chapter)
  const all = [...linked, ...own.map(({ article }) => article)]
  return {
    metadata,
    frontMatter: [{ kind: 'title-page' }, { kind: 'contents' }],
    body: [...at('front'), ...body, ...at('back')],
    parts,
    backMatter: [{ kind: 'colophon' }],
    notes: all.flatMap(({ notes }) => notes),
    pictures: all.flatMap(({ pictures }) => pictures),
    assets: [],
  }
}

/** The articles as chapters, in parts. */
function collectionOf(
  articles: readonly Article[],
  languages: readonly string[],
  { language, direction }: Pick<Part, 'language' | 'direction'>,
  settings: BookSettings,
  report: ReportFn,
): Pick<Book, 'body' | 'parts'> {
  const chapters = new Map(
    articles.map((article, index) => [article, articleAsChapter(article, index, languages[index] ?? language)]),
  )
  const groups = groupsOf(articles, settings, report).map(({ title, articles: members }) => ({
    title,
    chapters: members.flatMap((article) => chapters.get(article) ?? []),
  }))
  const parts = groups.flatMap(({ title, chapters: [first] }, index): Part[] => {
    if (title === undefined || !first) return []
    return [{ id: `part-${index + 1}`, language, direction, title: settings.plainTitle(title), first: first.id }]
  })
  return { body: groups.flatMap((group) => group.chapters), parts }
}

/** What stands before the ids of own texts. */
export function matterPrefix(index: number): string {
  return `${matterId(index)}-`
}

function matterId(index: number): string {
  // No id that is made of words has such a line in it.
  return `matter_${index + 1}`
}

function matterAsChapter(
  { article, place, kind }: OwnMatter,
  index: number,
  { language, direction }: Pick<Chapter, 'language' | 'direction'>,
): Chapter {
  const matter = { place, ...(kind === undefined ? {} : { kind }) }
  const id = matterId(index)
  const tongue = { language, direction: article.direction ?? direction }
  return { kind: 'chapter', id, ...tongue, content: whole(article, id), matter }
}

/** What stands before the ids of each post of a book, so that they differ; nothing in a book of one post. */
export function idPrefixes(count: number): readonly string[] {
  return count === 1 ? [''] : Array.from({ length: count }, (_, index) => `${chapterId(index)}-`)
}

function chapterId(index: number): string {
  return `post-${index + 1}`
}

/** The chapter that one of several posts makes. */
export function chapterOf({ body }: Book, index: number): Chapter | undefined {
  const found = body.find((item) => item.id === chapterId(index))
  return found?.kind === 'chapter' && found.source ? found : undefined
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
