// Which posts of a site, an export or a feed go into the book. The words are those of the REST API.
// https://developer.wordpress.org/rest-api/reference/posts/#arguments

import { z } from 'zod'

export const orders = ['date', 'title', 'menu'] as const
export const statuses = ['publish', 'future', 'draft', 'pending', 'private'] as const

const name = z.string().trim().min(1, 'must not be empty')

/** `rest_base` and names of types are slugs: nothing else may become a part of a path. */
const typeName = z.string().regex(/^[\w-]+$/, 'must be the name of a type such as post or page')

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'must be a day such as 2025-01-31')
  .refine(exists, 'must be a day that exists')

/** Date.parse takes 30 February for 2 March. */
function exists(text: string): boolean {
  const value = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(value) && new Date(value).toISOString().startsWith(text)
}

const id = z.union([
  z.number().int().positive(),
  z.string().regex(/^\s*[1-9]\d{0,15}(\s*,\s*[1-9]\d{0,15})*\s*$/, 'must be numbers above 0'),
])

/** Numbers, or text with numbers between commas, as the REST API takes them. */
const ids = z
  .array(id)
  .min(1)
  .transform((given) => given.flatMap((one) => String(one).split(',').map(Number)))

export const selectionFields = {
  category: z
    .array(name)
    .optional()
    .meta({ flags: '--category <slug...>', description: 'posts of this category, by slug, name or number' }),
  tag: z.array(name).optional().meta({ flags: '--tag <slug...>', description: 'posts with this tag' }),
  byAuthor: z
    .array(name)
    .optional()
    .meta({ flags: '--by-author <slug...>', description: 'posts of this author, by slug, name or number' }),
  after: day.optional().meta({ flags: '--after <day>', description: 'posts of this day and later' }),
  before: day.optional().meta({ flags: '--before <day>', description: 'posts of the time before this day' }),
  search: name.optional().meta({ flags: '--search <words>', description: 'posts that the site finds for these words' }),
  slug: z.array(name).optional().meta({ flags: '--slug <slug...>', description: 'the posts of these slugs' }),
  ids: ids.optional().meta({ flags: '--ids <number...>', description: 'the posts of these numbers: 12,15' }),
  limit: z
    .number()
    .int()
    .positive()
    .optional()
    .meta({ flags: '--limit <number>', description: 'this many posts at the most, the newest' }),
  order: z.enum(orders).optional().meta({
    flags: '--order <order>',
    description: 'date (oldest first, as without it), title or menu; menu sorts pages as the site does',
  }),
  type: z
    .array(typeName)
    .min(1)
    .default(['post'])
    .meta({ flags: '--type <type...>', description: 'post, page, or a type of the site’s own' }),
  status: z
    .array(z.enum(statuses))
    .min(1)
    .default(['publish'])
    .meta({
      flags: '--status <status...>',
      description: `${statuses.join(', ')}; all but the first need an application password`,
    }),
}

/** What a user selects; a source may know only some of it. */
export type Selection = z.output<z.ZodObject<typeof selectionFields>>
