// The REST API filters by numbers; people know slugs and names.

import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { failure } from '../../diagnostics.js'
import { plainText } from '../plain-text.js'
import { type Ask, askPatiently, Refusal } from './ask.js'

/** What a post can be filtered by. */
export interface Kind {
  /** `category`, for people. */
  readonly word: string
  readonly route: string
}

export const tags: Kind = { word: 'tag', route: 'wp/v2/tags' }
export const authors: Kind = { word: 'author', route: 'wp/v2/users' }

const listed = z.array(z.object({ id: z.number().int().positive(), slug: z.string(), name: z.string().catch('') }))
type Listed = z.output<typeof listed>[number]

const fields = 'id,slug,name'

/** The number of each; a slug comes before a name, and a name before a number. Throws `term-unknown`. */
export async function numbersOf(ask: Ask, kind: Kind, names: readonly string[], site: string): Promise<number[]> {
  const found = await Promise.all(names.map((name) => numberOf(ask, kind, name, site)))
  return [...new Set(found)]
}

async function numberOf(ask: Ask, kind: Kind, name: string, site: string): Promise<number> {
  try {
    const [bySlug] = await list(ask, kind, { slug: name })
    if (bySlug) return bySlug.id
    const byName = (await list(ask, kind, { search: longestWord(name), per_page: 100 })).find(
      (one) => folded(plainText(one.name)) === folded(name),
    )
    if (byName) return byName.id
    if (isNumber(name)) return Number(name)
    const all = await list(ask, kind, { per_page: 100 })
    throw failure('term-unknown', { site, kind: kind.word, name, near: nearestWords(name, all) })
  } catch (error) {
    if (!(error instanceof Refusal) || (error.kind === 'closed' && kind !== authors)) throw error
    // Many a site keeps the names of its authors to itself; a number needs none.
    if (isNumber(name)) return Number(name)
    throw failure('term-unlisted', { site, kind: kind.word, name, reason: error.message })
  }
}

async function list(ask: Ask, { route }: Kind, params: Record<string, string | number>): Promise<readonly Listed[]> {
  const { value } = await askPatiently(ask, route, { ...params, _fields: fields })
  const read = listed.safeParse(value)
  if (!read.success) throw new Refusal('trouble', 'it answered with what is no list of names')
  return read.data
}

/** The site keeps names as markup: an ampersand within one would not be found. */
function longestWord(name: string): string {
  return name.split(/[^\p{L}\p{N}\p{M}]+/u).reduce((a, b) => (b.length > a.length ? b : a), '')
}

export function isNumber(name: string): boolean {
  return /^[1-9]\d{0,9}$/.test(name)
}

export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

/** The three slugs that are written most alike, or that hold the word. */
export function nearestWords(name: string, all: readonly Pick<Listed, 'slug'>[]): string {
  const wanted = folded(name)
  const far = (slug: string) => (slug.includes(wanted) ? 0 : distance(wanted, slug) / Math.max(slug.length, 1))
  const slugs = all
    .map(({ slug }) => ({ slug, far: far(folded(slug)) }))
    .sort((a, b) => a.far - b.far || (a.slug < b.slug ? -1 : 1))
    .slice(0, 3)
    .map(({ slug }) => slug)
  return slugs.length === 0 ? '' : `; near it are ${slugs.join(', ')}`
}
