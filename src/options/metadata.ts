// The options that say what the book is called and whose it is: a part of the schema of options.ts.

import { z } from 'zod'
import { isIsbn } from './isbn.js'

const bcp47 = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const words = z.string().trim().min(1, 'must not be empty')

export const metadataFields = {
  title: words.optional().meta({ flags: '-t, --title <title>', description: 'title of the book' }),
  subtitle: words.optional().meta({
    flags: '--subtitle <text>',
    description: 'subtitle, in place of what the title has after a dash or a colon',
  }),
  author: z
    .array(words)
    .optional()
    .meta({ flags: '-a, --author <name...>', description: 'author, in place of what the post says' }),
  lang: z
    .string()
    .regex(bcp47, 'must be a language tag such as en or sv-SE')
    .optional()
    .meta({ flags: '-l, --lang <tag>', description: 'language of the book' }),
  description: words
    .optional()
    .meta({ flags: '--description <text>', description: 'description, in place of the excerpt' }),
  publisher: words.optional().meta({ flags: '--publisher <name>', description: 'publisher, in place of the site' }),
  rights: words.optional().meta({ flags: '--rights <text>', description: 'copyright or licence' }),
  isbn: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, '').toUpperCase())
    .refine(isIsbn, 'must be an ISBN of 10 or 13 figures whose check digit is right')
    .optional()
    .meta({ flags: '--isbn <number>', description: 'ISBN of this edition, which becomes its identifier' }),
  series: words.optional().meta({ flags: '--series <name>', description: 'series that the book belongs to' }),
  seriesIndex: z
    .number()
    .positive()
    .optional()
    .meta({ flags: '--series-index <number>', description: 'its place in the series' }),
}
