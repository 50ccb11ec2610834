// What a user selects, as the parameters of the REST API. https://developer.wordpress.org/rest-api/reference/posts/

import { failure } from '../../diagnostics.js'
import { type Selection, usualStatuses, usualTypes } from '../filter.js'
import type { Params } from './api.js'
import type { Ask } from './ask.js'
import { numbersOfCategories, withChildren } from './categories.js'
import type { Query } from './listing.js'
import { authors, numbersOf, tags } from './terms.js'
import { type PostType, typesOf } from './types.js'

const filterNames = ['category', 'tag', 'by', 'after', 'before', 'search', 'slug', 'ids', 'limit', 'order'] as const

/** Whether anything is selected at all: an address alone may mean one post. */
export function selects(selection: Selection): boolean {
  return filterNames.some((name) => selection[name] !== undefined)
}

/** One query for each type of post. Throws `term-unknown`, `type-unknown` or `usage-invalid`. */
export async function queriesOf(
  ask: Ask,
  selection: Selection,
  site: string,
  archive: Params = {},
): Promise<readonly Query[]> {
  const types = await typesOf(ask, [...new Set(selection.type ?? usualTypes)], site)
  for (const type of types) requireTaxonomies(type, selection)
  const lists = await filters(ask, selection, site)
  const { after, before, search, limit, slug, ids } = selection
  const params = {
    ...(await archiveWithChildren(ask, archive)),
    ...given(lists),
    // What the API calls after leaves out the very second: midnight belongs to its day.
    after: after && secondBefore(after),
    before: before && momentOf(before).slice(0, 19),
    search,
    slug: slug?.join(','),
    include: ids?.join(','),
    status: isPublic(selection) ? undefined : statusesOf(selection).join(','),
  }
  return types.map(({ route }) => ({ route, params: given(params), ...(limit === undefined ? {} : { limit }) }))
}

/** Whether everybody may see what is selected. */
export function isPublic(selection: Selection): boolean {
  return statusesOf(selection).every((one) => one === 'publish')
}

/** The API counts a post with a password among those that are published. */
export function statusesOf({ status = usualStatuses }: Selection): readonly string[] {
  return [...new Set(status.map((one) => (one === 'protected' ? 'publish' : one)))]
}

/** The archive of a category shows the posts of those below it. */
async function archiveWithChildren(ask: Ask, archive: Params): Promise<Params> {
  const { categories } = archive
  return categories === undefined
    ? archive
    : { ...archive, categories: (await withChildren(ask, [Number(categories)])).join(',') }
}

async function filters(ask: Ask, { category, tag, by }: Selection, site: string): Promise<Params> {
  const [inCategories, withTags, ofAuthors] = await Promise.all([
    category && numbersOfCategories(ask, category, site),
    tag && numbersOf(ask, tags, tag, site),
    by && numbersOf(ask, authors, by, site),
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

/** A day, with a time or without, to the second. */
function momentOf(text: string): string {
  const [day = '', time = '00:00'] = text.split('T')
  return new Date(`${day}T${time}Z`).toISOString()
}

function secondBefore(text: string): string {
  return new Date(Date.parse(momentOf(text)) - 1000).toISOString().slice(0, 19)
}

function given(params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))
}
