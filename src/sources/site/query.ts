// What a user selects, as the parameters of the REST API. https://developer.wordpress.org/rest-api/reference/posts/

import { failure } from '../../diagnostics.js'
import type { Selection } from '../../options/selection.js'
import type { Params } from './api.js'
import type { Ask } from './ask.js'
import type { Query } from './listing.js'
import { authors, categories, numbersOf, tags } from './terms.js'
import { type PostType, typesOf } from './types.js'

/** Whether anything is selected at all: an address alone may mean one post. */
export function selects(selection: Selection): boolean {
  const { type, status, ...filters } = selection
  return Object.values(filters).some((value) => value !== undefined)
}

/** One query for each type of post. Throws `term-unknown`, `type-unknown` or `usage-invalid`. */
export async function queriesOf(
  ask: Ask,
  selection: Selection,
  site: string,
  archive: Params = {},
): Promise<readonly Query[]> {
  const types = await typesOf(ask, [...new Set(selection.type)], site)
  for (const type of types) requireTaxonomies(type, selection)
  const lists = await filters(ask, selection, site)
  const { after, before, search, limit, slug, ids } = selection
  const params = {
    ...archive,
    ...lists,
    // "After" leaves out the very second, and "before" too: midnight belongs to its day.
    after: after && `${dayBefore(after)}T23:59:59`,
    before: before && `${before}T00:00:00`,
    search,
    slug: slug?.join(','),
    include: ids?.join(','),
    status: isPublic(selection) ? undefined : selection.status.join(','),
  }
  return types.map(({ route }) => ({ route, params: given(params), ...(limit === undefined ? {} : { limit }) }))
}

/** Whether everybody may see what is selected. */
export function isPublic({ status }: Pick<Selection, 'status'>): boolean {
  return status.every((one) => one === 'publish')
}

async function filters(ask: Ask, { category, tag, byAuthor }: Selection, site: string): Promise<Params> {
  const [inCategories, withTags, ofAuthors] = await Promise.all([
    category && numbersOf(ask, categories, category, site),
    tag && numbersOf(ask, tags, tag, site),
    byAuthor && numbersOf(ask, authors, byAuthor, site),
  ])
  return { categories: inCategories?.join(','), tags: withTags?.join(','), author: ofAuthors?.join(',') }
}

// A type without categories ignores the question for them, and gives everything.
function requireTaxonomies({ name, taxonomies }: PostType, { category, tag }: Selection): void {
  const lacks = category && !taxonomies.includes('category') ? 'categories' : 'tags'
  if ((category && lacks === 'categories') || (tag && !taxonomies.includes('post_tag'))) {
    throw failure('usage-invalid', { problem: `Posts of the type ${name} have no ${lacks} to select by.` })
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

function given(params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))
}
