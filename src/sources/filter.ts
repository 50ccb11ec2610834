// Which posts are taken, and in which order: pure, over the facts that every source knows of a post.

import type { Post, Timestamp } from '../model.js'
import { plainText } from './plain-text.js'

/** What can be asked of a post. A fact that a source does not know keeps no post out. */
export interface PostFacts {
  readonly id?: number | undefined
  readonly slug: string
  readonly title: string
  /** `post`, `page`, `attachment` … */
  readonly type?: string | undefined
  /** `publish`, `draft`, `private` …; `protected` for a published post with a password. */
  readonly status?: string | undefined
  readonly published?: Timestamp | undefined
  /** Names and slugs of its terms, by their taxonomies. */
  readonly terms: readonly { readonly taxonomy: string; readonly names: readonly string[] }[]
  /** Names and logins. */
  readonly authors: readonly string[]
  readonly menuOrder?: number | undefined
  /** Asked for only where words are searched. */
  readonly text: () => string
}

type Names = readonly string[] | undefined

/** What is asked for; all of it must hold. */
export interface Selection {
  readonly type?: Names
  readonly status?: Names
  readonly category?: Names
  readonly tag?: Names
  /** ISO 8601, by the clock of the site; the day itself is in. */
  readonly after?: string | undefined
  /** The day itself is out. */
  readonly before?: string | undefined
  readonly by?: Names
  readonly search?: string | undefined
  readonly slug?: Names
  readonly ids?: readonly number[] | undefined
  readonly limit?: number | undefined
  readonly order?: 'date' | 'title' | 'menu' | undefined
}

/** What is taken where nothing is said of it. */
export const usualTypes = ['post'] as const
export const usualStatuses = ['publish'] as const

export function isSelected(facts: PostFacts, selection: Selection): boolean {
  return isOfKind(facts, selection) && isAskedFor(facts, selection)
}

/** Whether type and status fit: what an export holds besides its posts is not asked any further. */
export function isOfKind({ type, status }: PostFacts, selection: Selection): boolean {
  const types = selection.type ?? usualTypes
  const statuses = selection.status ?? usualStatuses
  return (type === undefined || types.includes(type)) && (status === undefined || statuses.includes(status))
}

function isAskedFor(facts: PostFacts, selection: Selection): boolean {
  const { id, slug, published, authors } = facts
  const { ids, after, before, search } = selection
  // By the clock of the site, which a date without an offset is meant by.
  const time = published?.slice(0, 19) ?? ''
  return (
    (ids === undefined || (id !== undefined && ids.includes(id))) &&
    isAmong(selection.slug, [slug]) &&
    (after === undefined || time >= after) &&
    (before === undefined || (time !== '' && time < before)) &&
    isAmong(selection.by, authors) &&
    hasTerm(facts, 'category', selection.category) &&
    hasTerm(facts, 'post_tag', selection.tag) &&
    (search === undefined || holdsWords(facts, search))
  )
}

function hasTerm({ terms }: PostFacts, taxonomy: string, wanted: Names): boolean {
  return isAmong(
    wanted,
    terms.filter((term) => term.taxonomy === taxonomy).flatMap(({ names }) => names),
  )
}

function isAmong(wanted: Names, found: readonly string[]): boolean {
  if (wanted === undefined) return true
  const folded = new Set(found.map(fold))
  return wanted.some((one) => folded.has(fold(one)))
}

function holdsWords({ title, text }: PostFacts, search: string): boolean {
  const held = fold(`${title} ${text()}`)
  return fold(search)
    .split(/\s+/)
    .every((word) => held.includes(word))
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().trim()
}

/** The selected ones in their order, no more than the limit. `of` tells the facts of each. */
export function arranged<T>(found: readonly T[], { order, limit }: Selection, of: (one: T) => PostFacts): readonly T[] {
  const compare = order && comparisons[order]
  const sorted = compare ? found.toSorted((a, b) => compare(of(a), of(b))) : found
  return limit === undefined ? sorted : sorted.slice(0, limit)
}

const byText = new Intl.Collator('en', { numeric: true }).compare

// Dates are compared as moments; a post without one comes last.
function byDate(a: PostFacts, b: PostFacts): number {
  const moment = ({ published }: PostFacts) => (published ? Date.parse(published) : Number.MAX_SAFE_INTEGER)
  return moment(a) - moment(b)
}

const comparisons: Readonly<Record<NonNullable<Selection['order']>, (a: PostFacts, b: PostFacts) => number>> = {
  date: byDate,
  title: (a, b) => byText(a.title, b.title),
  menu: (a, b) => (a.menuOrder ?? 0) - (b.menuOrder ?? 0) || byText(a.title, b.title),
}

/** The facts of a post whose source tells no more than the book needs. */
export function factsOf({ id, slug, title, content, published, terms, authors }: Post): PostFacts {
  return {
    id,
    slug,
    title: plainText(title),
    published,
    terms: terms.map(({ taxonomy, name }) => ({ taxonomy, names: [name] })),
    authors: authors.map(({ name }) => name),
    text: () => plainText(content),
  }
}
