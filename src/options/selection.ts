// The options that say which posts of an input are taken, and in which order: of a site, an export or a list alike.

import { z } from 'zod'

const words = z.string().trim().min(1, 'must not be empty')
const wholeNumber = 'must be a whole number above 0'
const names = z.array(words).min(1).optional()
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?$/, 'must be a date such as 2025-01-31, with a time if need be')
  .refine((text) => !Number.isNaN(Date.parse(`${text.slice(0, 10)}T00:00:00Z`)), 'must be a date that exists')
  .optional()

export const selectionFields = {
  type: names.meta({
    flags: '--type <type...>',
    description: 'kinds of entries: post, page or a type of your own (default: post)',
  }),
  status: names.meta({
    flags: '--status <status...>',
    description: 'draft, private, protected … of an export (default: publish)',
  }),
  category: names.meta({
    flags: '--category <name...>',
    description: 'posts in any of these categories, or of those below them',
  }),
  tag: names.meta({ flags: '--tag <name...>', description: 'posts with any of these tags' }),
  after: day.meta({ flags: '--after <date>', description: 'posts from this day on, by the clock of the site' }),
  before: day.meta({ flags: '--before <date>', description: 'posts before this day' }),
  by: names.meta({ flags: '--by <name...>', description: 'posts of any of these authors, by name or login' }),
  search: words.optional().meta({ flags: '--search <words>', description: 'posts that hold all of these words' }),
  slug: names.meta({ flags: '--slug <slug...>', description: 'posts of these slugs' }),
  ids: z
    .array(z.coerce.number(wholeNumber).int(wholeNumber).positive(wholeNumber))
    .min(1)
    .optional()
    .meta({ flags: '--ids <id...>', description: 'posts of these numbers' }),
  limit: z
    .number()
    .int('must be a whole number')
    .positive()
    .optional()
    .meta({ flags: '--limit <number>', description: 'the most posts that are taken' }),
  order: z.enum(['date', 'title', 'menu', 'input']).optional().meta({
    flags: '--order <date|title|menu|input>',
    description: 'order of the posts (default: input, as they come)',
  }),
} as const
