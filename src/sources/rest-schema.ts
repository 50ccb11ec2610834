// The shape of a post in the REST API, read leniently: only what a book cannot be without is asked for.
// https://developer.wordpress.org/rest-api/reference/posts/

import { z } from 'zod'

/** A value that may be missing or of any shape; only the right shape is taken. */
function maybe<T extends z.ZodType>(type: T) {
  return type.optional().catch(undefined)
}

/** A list, without those of its members that do not fit: WordPress embeds error objects among them. */
function fitting<T extends z.ZodType>(type: T) {
  return maybe(
    z.array(z.unknown()).transform((members) =>
      members.flatMap((member) => {
        const read = type.safeParse(member)
        return read.success ? [read.data] : []
      }),
    ),
  )
}

const text = maybe(z.string())
const number = maybe(z.coerce.number().int().positive())

/** `{ rendered }` as the API has it, or the bare string of older dumps. */
const rendered = z.preprocess(
  (value) => (typeof value === 'string' ? { rendered: value } : value),
  z.object({ rendered: z.string(), protected: maybe(z.boolean()) }),
)

const person = z.object({ name: text, display_name: text, url: text, link: text, slug: text })
const term = z.object({ taxonomy: z.string(), name: z.string(), slug: text, link: text })
const media = z.object({ source_url: z.string(), alt_text: text })

const restPost = z.looseObject({
  id: number,
  link: text,
  slug: text,
  title: rendered,
  content: rendered,
  excerpt: maybe(rendered),
  date: text,
  date_gmt: text,
  modified: text,
  modified_gmt: text,
  lang: text,
  wpml_current_locale: text,
  author: maybe(z.union([z.number(), person])),
  authors: fitting(person),
  coauthors: fitting(person),
  jetpack_featured_media_url: text,
  meta: maybe(z.object({ footnotes: text })),
  _embedded: maybe(
    z.object({
      author: fitting(person),
      'wp:term': fitting(z.array(z.unknown()).transform((terms) => terms.flatMap(readTerm))),
      'wp:featuredmedia': fitting(media),
    }),
  ),
  _links: maybe(z.object({ self: fitting(z.object({ href: z.string() })) })),
})

function readTerm(value: unknown): z.output<typeof term>[] {
  const read = term.safeParse(value)
  return read.success ? [read.data] : []
}

export type RestPost = z.output<typeof restPost>

/** `{ code, message }`, which the API sends in place of a post. */
export const restError = z.object({ code: z.string(), message: z.string() })

/** The post, or in words what it lacks: `content.rendered is missing`. */
export function readRestPost(value: unknown): { post: RestPost } | { problems: readonly string[] } {
  const read = restPost.safeParse(value, { reportInput: true })
  return read.success ? { post: read.data } : { problems: read.error.issues.map(problemOf) }
}

function problemOf({ path, input }: { path: PropertyKey[]; input?: unknown }): string {
  // "content" that is missing altogether lacks the same thing as one without "rendered".
  const name = path.length === 1 ? `${String(path[0])}.rendered` : path.join('.')
  if (path.length === 0) return `it is ${nameOf(input)}, not an object`
  return input === undefined ? `${name} is missing` : `${path.join('.')} is ${nameOf(input)}, not text`
}

/** What a value is, in a word for people. */
export function nameOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return 'a list'
  return { string: 'text', number: 'a number' }[typeof value as string] ?? 'an object'
}
