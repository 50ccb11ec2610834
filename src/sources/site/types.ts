// Types of post: where each has its route, and by what it can be filtered.

import { z } from 'zod'
import { failure } from '../../diagnostics.js'
import { type Ask, askPatiently } from './ask.js'

export interface PostType {
  readonly name: string
  /** `wp/v2/posts` */
  readonly route: string
  /** `category`, `post_tag` and others. */
  readonly taxonomies: readonly string[]
}

/** The types that every WordPress has, so that nobody need ask for them. */
const own: Readonly<Record<string, PostType>> = {
  post: { name: 'post', route: 'wp/v2/posts', taxonomies: ['category', 'post_tag'] },
  page: { name: 'page', route: 'wp/v2/pages', taxonomies: [] },
}

/** What stands in a path must be no path of its own. */
const segment = z.string().regex(/^[\w-]+$/)

const typeSchema = z.object({
  slug: segment,
  rest_base: segment,
  rest_namespace: z
    .string()
    .regex(/^[\w-]+\/[\w-]+$/)
    .catch('wp/v2'),
  taxonomies: z.array(z.string()).catch([]),
})

/** Types that hold no text of a book. */
const inner = /^(?:attachment|nav_menu_item|wp_\w+)$/

/** Every type of a site that may hold a text. */
export async function allTypes(ask: Ask): Promise<readonly PostType[]> {
  const { value } = await askPatiently(ask, 'wp/v2/types')
  return Object.values(Object(value) as object).flatMap((one): PostType[] => {
    const read = typeSchema.safeParse(one)
    if (!read.success || inner.test(read.data.slug)) return []
    const { slug, rest_base, rest_namespace, taxonomies } = read.data
    return [{ name: slug, route: `${rest_namespace}/${rest_base}`, taxonomies }]
  })
}

/** The types of the given names, which may be those of their routes (`posts`) too. Throws `type-unknown`. */
export async function typesOf(ask: Ask, names: readonly string[], site: string): Promise<readonly PostType[]> {
  if (names.every((name) => Object.hasOwn(own, name))) return names.flatMap((name) => own[name] ?? [])
  const all = await allTypes(ask)
  return names.map((name) => {
    const found = own[name] ?? all.find((type) => type.name === name || type.route.endsWith(`/${name}`))
    if (!found) throw failure('type-unknown', { site, type: name, types: all.map((type) => type.name).join(', ') })
    return found
  })
}
