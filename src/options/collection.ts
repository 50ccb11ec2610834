// The options of a book of several posts: how they are divided, and what stands before and after them.

import { z } from 'zod'

const words = z.string().trim().min(1, 'must not be empty')

/** What own texts may be; the first six have a name in EPUB and ARIA. */
export const matterKinds = [
  'foreword',
  'preface',
  'dedication',
  'acknowledgments',
  'afterword',
  'appendix',
  'about-the-author',
  'disclaimer',
  'licence',
] as const

const matter = z
  .array(
    z.union([
      words,
      z.strictObject({
        file: words.meta({ description: 'an HTML or a Markdown file' }),
        kind: z.enum(matterKinds).optional(),
        title: words.optional().meta({ description: 'in place of its first heading' }),
      }),
    ]),
  )
  .optional()

export const collectionFields = {
  parts: z
    .union([
      z.enum(['category', 'year', 'none']),
      z.array(
        z.strictObject({
          title: words,
          posts: z
            .array(z.union([words, z.number().int().positive()]))
            .min(1)
            .meta({ description: 'slugs, numbers or addresses' }),
        }),
      ),
    ])
    .default('none')
    .meta({
      flags: '--parts <category|year|none>',
      description: 'divide a book of several posts; a configuration may also list the posts of each part',
    }),
  individual: z
    .boolean()
    .default(false)
    .meta({ flags: '--individual', description: 'make a book of each post instead of one book of all' }),
  lock: z
    .boolean()
    .default(false)
    .meta({ flags: '--lock', description: 'keep offprint.lock beside the book, and say what has changed since' }),
  frontMatter: matter.meta({
    flags: '--front-matter <file...>',
    description: 'HTML or Markdown that stands before the text: a foreword',
  }),
  backMatter: matter.meta({
    flags: '--back-matter <file...>',
    description: 'HTML or Markdown that stands after it: about the author, a licence',
  }),
} as const
