// What is known of the work as a whole.

import type { ReportFn } from '../diagnostics.js'
import type { Article, Author, Direction, Metadata, Post, Site, Title } from '../model.js'
import type { Options } from '../options.js'
import { identifierOf } from './identifier.js'
import { directionOf } from './language.js'
import { folded } from './parts.js'

/** What the caller said of the work, in place of what the posts say. */
type Said = Pick<Options, 'subtitle' | 'description' | 'publisher' | 'rights' | 'isbn' | 'series' | 'seriesIndex'>

/** By which posts were selected. */
type Selected = Partial<Pick<Options, 'category' | 'tag' | 'by' | 'search' | 'after' | 'before'>>

export interface MetadataSettings extends Said, Selected, Pick<Options, 'title' | 'author' | 'sourceDateEpoch'> {
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
  const { url, slug } = first.post
  const site = sharedSite(posts)
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
    ...(others.length === 0 ? describe(first) : { description: titlesInWords(articles) }),
    ...saidOf(settings),
    subjects: subjectsOf(posts),
    slug: others.length === 0 ? slug : nameOfCollection(articles, settings),
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

/** The site of the first post; a book of posts of several sites is from none of them. */
function sharedSite(posts: readonly Post[]): Site | undefined {
  const sites = posts.flatMap(({ site }) => site ?? [])
  const hosts = new Set(sites.map(({ url }) => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url)))
  return hosts.size > 1 ? undefined : posts[0]?.site
}

function titleOf(articles: readonly [Article, ...Article[]], settings: MetadataSettings): Title {
  const [first, ...others] = articles
  if (settings.title === undefined && others.length === 0) return first.title
  const text = settings.title ?? collectionTitle(articles, settings)
  return text === undefined ? first.title : settings.plainTitle(text)
}

/** `The Slow Oven: Bread`: the site, and by what its posts were selected, in the words of the site. */
function collectionTitle(articles: readonly Article[], settings: Selected): string | undefined {
  const site = sharedSite(articles.map(({ post }) => post))?.name
  if (site === undefined) return undefined
  const { category = [], tag = [], by = [], search, after, before } = settings
  const names = new Map(articles.flatMap(({ post }) => post.terms).map(({ name }) => [folded(name), name]))
  const terms = [...category, ...tag].map((asked) => names.get(folded(asked)) ?? asked)
  const authors = articles.flatMap(({ post }) => post.authors).map(({ name }) => name)
  const people = by.map((asked) => authors.find((name) => folded(name) === folded(asked)) ?? asked)
  const words = [...terms, ...people, ...(search === undefined ? [] : [`“${search}”`]), ...years(after, before)]
  return words.length === 0 ? site : `${site}: ${words.join(', ')}`
}

/** `2024` or `2022–2024` of whole years; other spans have no short name. */
function years(after: string | undefined, before: string | undefined): readonly string[] {
  const [from, to] = [after, before].map((day) => /^(\d{4})-01-01(?!T(?!00:00))/.exec(day ?? '')?.[1])
  if (from === undefined || to === undefined || Number(to) <= Number(from)) return []
  const last = Number(to) - 1
  return [last === Number(from) ? from : `${from}–${last}`]
}

const longestDescription = 300

/** What the chapters are called, as far as there is room. */
function titlesInWords(articles: readonly Article[]): string {
  let words = ''
  for (const { title } of articles) {
    const longer = words === '' ? title.text : `${words} · ${title.text}`
    if (words !== '' && longer.length > longestDescription) return `${words} …`
    words = longer
  }
  return words
}

const longestName = 60

/** Its title as the name of a file: letters a to z, digits and hyphens; else its first post. */
function nameOfCollection(articles: readonly [Article, ...Article[]], settings: MetadataSettings): string {
  const name = folded(settings.title ?? collectionTitle(articles, settings) ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-|-$/g, '')
  return name || `${articles[0].post.slug}-and-${articles.length - 1}-more`
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
