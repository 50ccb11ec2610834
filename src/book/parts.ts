// The parts of a collection: by category, by year, or as the user lists them.

import type { ReportFn } from '../diagnostics.js'
import type { Article, Post } from '../model.js'
import type { Options } from '../options.js'

/** Articles that stand together; those of none come first, and have no title. */
export interface Group {
  readonly title?: string
  readonly articles: readonly Article[]
}

export type PartSettings = Partial<Pick<Options, 'parts' | 'category'>>

/** The articles in the order of their parts. */
export function groupsOf(articles: readonly Article[], settings: PartSettings, report: ReportFn): readonly Group[] {
  const { parts = 'none', category = [] } = settings
  if (parts === 'none') return [{ articles }]
  if (typeof parts === 'object') return listed(articles, parts, report)
  const nameOf = parts === 'year' ? yearOf : categoryOf(category)
  const groups = gathered(articles, nameOf)
  return parts === 'year' ? groups : inOrderOf(category, groups)
}

type NamedParts = Extract<Options['parts'], readonly unknown[]>

function listed(articles: readonly Article[], parts: NamedParts, report: ReportFn): readonly Group[] {
  const left = new Map<string, Article>()
  for (const article of articles) for (const name of namesOf(article.post)) if (!left.has(name)) left.set(name, article)
  const taken = new Set<Article>()
  const groups = parts.map(({ title, posts }) => ({
    title,
    articles: posts.flatMap((name) => {
      const article = left.get(addressName(String(name)))
      if (!article || taken.has(article)) {
        report('part-post-missing', {
          post: name,
          part: title,
          reason: article ? 'it stands there already' : 'no input holds it',
        })
        return []
      }
      taken.add(article)
      return [article]
    }),
  }))
  const rest = articles.filter((article) => !taken.has(article))
  if (rest.length > 0) report('part-unlisted', { count: rest.length, first: rest[0]?.title.text ?? '' })
  return withContent([{ articles: rest }, ...groups])
}

/** What a list may call a post: its number, its slug, its address. */
function namesOf({ id, slug, url }: Post): string[] {
  return [...(id === undefined ? [] : [String(id)]), slug, ...(url ? [addressName(url)] : [])]
}

function addressName(name: string): string {
  return /^https?:/i.test(name) ? name.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '') : name
}

function gathered(articles: readonly Article[], nameOf: (post: Post) => string | undefined): readonly Group[] {
  const byName = new Map<string | undefined, Article[]>([[undefined, []]])
  for (const article of articles) {
    const name = nameOf(article.post)
    const group = byName.get(name) ?? []
    byName.set(name, group)
    group.push(article)
  }
  return withContent(
    [...byName].map(([title, group]) => ({ ...(title === undefined ? {} : { title }), articles: group })),
  )
}

function withContent(groups: readonly Group[]): readonly Group[] {
  return groups.filter(({ articles }) => articles.length > 0)
}

/** The year of the site's own clock. */
function yearOf({ published }: Post): string | undefined {
  return published?.slice(0, 4)
}

/** The first category of a post; where categories were asked for, the first of these that it has. */
function categoryOf(asked: readonly string[]): (post: Post) => string | undefined {
  return ({ terms }) => {
    const names = terms.filter(({ taxonomy }) => taxonomy === 'category').map(({ name }) => name)
    const wanted = asked.flatMap((one) => names.find((name) => folded(name) === folded(one)) ?? [])
    // WordPress files a post that has no category under this one.
    return wanted[0] ?? names.find((name) => name !== 'Uncategorized')
  }
}

/** Parts that were asked for stand as they were asked for, the others after them as they come. */
function inOrderOf(asked: readonly string[], groups: readonly Group[]): readonly Group[] {
  const places = asked.map(folded)
  const placeOf = ({ title }: Group) => {
    if (title === undefined) return -1
    const place = places.indexOf(folded(title))
    return place < 0 ? places.length : place
  }
  return [...groups].sort((one, other) => placeOf(one) - placeOf(other))
}

/** A name as its slug has it. */
export function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
