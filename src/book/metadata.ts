// What is known of the work as a whole.

import type { ReportFn } from '../diagnostics.js'
import type { Article, Author, Direction, Metadata, Post, Title } from '../model.js'
import type { Options } from '../options.js'
import { identifierOf } from './identifier.js'
import { directionOf } from './language.js'

/** What the caller said of the work, in place of what the posts say. */
type Said = Pick<Options, 'subtitle' | 'description' | 'publisher' | 'rights' | 'isbn' | 'series' | 'seriesIndex'>

export interface MetadataSettings extends Said, Pick<Options, 'title' | 'author' | 'sourceDateEpoch'> {
  /** Makes a title of plain text: `normalize/` alone makes `Xhtml`. */
  readonly plainTitle: (text: string) => Title
}

/** @param languages of the articles, one each */
export function metadataOf(
  articles: readonly [Article, ...Article[]],
  languages: readonly string[],
  settings: MetadataSettings,
  report: ReportFn,
): Metadata {
  const [first, ...others] = articles
  const posts = articles.map(({ post }) => post)
  const language = mostCommon(languages, 'en')
  const { site, url, slug } = first.post
  const source = others.length === 0 ? url : site?.url
  const published = others.length === 0 ? first.post.published : undefined
  return {
    identifier: identifierOf(posts),
    title: titleOf(articles, settings),
    authors: settings.author?.map((name) => ({ name })) ?? authorsOf(posts, report),
    ...(site ? { site } : {}),
    language,
    direction: mostCommon(directionsOf(articles, languages), 'ltr'),
    ...(published ? { published } : {}),
    modified: modifiedOf(posts, settings.sourceDateEpoch, report),
    ...(source ? { source } : {}),
    ...(others.length === 0 ? describe(first) : {}),
    ...saidOf(settings),
    subjects: subjectsOf(posts),
    slug: others.length === 0 ? slug : `${slug}-and-${others.length}-more`,
  }
}

function saidOf(settings: MetadataSettings): Partial<Metadata> {
  const { subtitle, description, publisher, rights, isbn, series, seriesIndex: index } = settings
  return {
    ...(subtitle === undefined ? {} : { subtitle: settings.plainTitle(subtitle) }),
    ...(description === undefined ? {} : { description }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(rights === undefined ? {} : { rights }),
    ...(isbn === undefined ? {} : { isbn }),
    ...(series === undefined ? {} : { series: { name: series, ...(index === undefined ? {} : { index }) } }),
  }
}

function titleOf([first, ...others]: readonly [Article, ...Article[]], settings: MetadataSettings): Title {
  if (settings.title === undefined && others.length === 0) return first.title
  const text = settings.title ?? first.post.site?.name
  return text === undefined ? first.title : settings.plainTitle(text)
}

function authorsOf(posts: readonly Post[], report: ReportFn): readonly Author[] {
  for (const { authors, url, slug } of posts) {
    if (authors.length === 0) report('author-unknown', {}, { post: url || slug })
  }
  const byName = new Map(posts.flatMap(({ authors }) => authors).map((author) => [author.name, author]))
  return [...byName.values()]
}

/** The newest change of any post, to the second in UTC; a date that was asked for wins. */
function modifiedOf(posts: readonly Post[], epoch: number | undefined, report: ReportFn): string {
  if (epoch !== undefined) return utc(epoch * 1000)
  const dates = posts.flatMap(({ modified, published }) => modified ?? published ?? []).map((date) => Date.parse(date))
  if (dates.length > 0) return utc(Math.max(...dates))
  report('date-unknown', { date: '1970-01-01' })
  return utc(0)
}

function utc(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}

function subjectsOf(posts: readonly Post[]): readonly string[] {
  const names = posts.flatMap(({ terms }) => terms).map(({ name }) => name)
  // WordPress files a post that has no category under this one.
  return [...new Set(names)].filter((name) => name !== '' && name !== 'Uncategorized')
}

/** The excerpt, unless WordPress cut it from the text, also stands below the title where the text does not have it. */
function describe({ excerpt, text }: Article): Pick<Metadata, 'description' | 'standfirst'> {
  if (excerpt === '') return {}
  const whole = excerpt.replace(/\s*\[?(?:…|\.\.\.)\]?$/u, '')
  const isCut = whole !== excerpt
  const description = isCut ? `${whole}…` : excerpt
  const isRepeated = words(text).includes(words(whole))
  return isCut || isRepeated ? { description } : { description, standfirst: excerpt }
}

function words(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** The first of those that most articles have. */
function mostCommon<Value extends string>(values: readonly Value[], fallback: Value): Value {
  const count = (value: Value) => values.filter((one) => one === value).length
  const distinct = [...new Set(values)]
  return distinct.reduce((best, value) => (count(value) > count(best) ? value : best), distinct[0] ?? fallback)
}

function directionsOf(articles: readonly Article[], languages: readonly string[]): Direction[] {
  return articles.map(({ direction }, index) => direction ?? directionOf(languages[index] ?? 'en'))
}
