// Categories by what people call them, with those below them. The REST API gives only the posts of the very numbers that
// it is asked for; the archives of the site show those of the children too. One listing tells names and tree.
// https://developer.wordpress.org/rest-api/reference/categories/

import { z } from 'zod'
import { failure } from '../../diagnostics.js'
import { withDescendants } from '../descendants.js'
import { plainText } from '../plain-text.js'
import type { Params } from './api.js'
import { type Ask, askPatiently, Refusal } from './ask.js'
import { folded, isNumber, nearestWords } from './terms.js'

const route = 'wp/v2/categories'
const listed = z.array(
  z.object({
    id: z.number().int().positive(),
    slug: z.string().catch(''),
    name: z.string().catch(''),
    parent: z.number().int().catch(0),
  }),
)
type Category = z.output<typeof listed>[number]

/** The numbers of categories that are named by slug, name or number. Throws `term-unknown`, `term-unlisted`. */
export async function numbersOfCategories(
  ask: Ask,
  names: readonly string[],
  site: string,
): Promise<readonly number[]> {
  const all = await allCategories(ask).catch((error) => {
    if (!(error instanceof Refusal) || error.kind === 'closed') throw error
    const unknown = names.find((name) => !isNumber(name))
    if (unknown === undefined) return []
    throw failure('term-unlisted', { site, kind: 'category', name: unknown, reason: error.message })
  })
  return below(
    names.map((name) => numberOf(name, all, site)),
    all,
  )
}

/** The numbers of categories of which the numbers are known. */
export async function withChildren(ask: Ask, numbers: readonly number[]): Promise<readonly number[]> {
  const all = await allCategories(ask).catch((error) => {
    if (error instanceof Refusal) return []
    throw error
  })
  return below(numbers, all)
}

function numberOf(name: string, all: readonly Category[], site: string): number {
  const bySlug = all.find(({ slug }) => folded(slug) === folded(name))
  const found = bySlug ?? all.find((one) => folded(plainText(one.name)) === folded(name))
  if (found) return found.id
  if (isNumber(name)) return Number(name)
  throw failure('term-unknown', { site, kind: 'category', name, near: nearestWords(name, all) })
}

function below(numbers: readonly number[], all: readonly Category[]): readonly number[] {
  return withDescendants(
    numbers,
    all.map(({ id, parent }) => ({ key: id, parent })),
  )
}

/** All of them, a hundred a request. */
async function allCategories(ask: Ask): Promise<readonly Category[]> {
  const pageOf = async (page: number) => {
    const params: Params = { per_page: 100, _fields: 'id,slug,name,parent', ...(page > 1 ? { page } : {}) }
    const { value, pages } = await askPatiently(ask, route, params)
    const read = listed.safeParse(value)
    if (!read.success) throw new Refusal('trouble', 'it answered with what is no list of categories')
    return { found: read.data, pages: pages ?? (read.data.length === 100 ? page + 1 : page) }
  }
  const all: Category[] = []
  for (let page = 1, last = 1; page <= last; page++) {
    const { found, pages } = await pageOf(page)
    all.push(...found)
    // A proxy may take the count of pages away: then an empty page is the last.
    last = found.length === 0 ? page : pages
  }
  return all
}
