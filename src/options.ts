// The one schema of what a build can be told: types, defaults, validation and help come from here.

import { z } from 'zod'
import { failure } from './diagnostics.js'
import { collectionFields } from './options/collection.js'
import { fetchingFields } from './options/fetching.js'
import { kindOf, type OptionHelp } from './options/help.js'
import { hintsSchema } from './options/hints.js'
import { lookFields } from './options/look.js'
import { metadataFields } from './options/metadata.js'
import { nearest } from './options/near.js'
import { paperFields } from './options/paper.js'
import { selectionFields } from './options/selection.js'

export type { OptionHelp } from './options/help.js'

/** Versions and levels of WCAG that EPUB Accessibility 1.1 lets a publication claim. */
const conformances = ['2.0', '2.1', '2.2'].flatMap((version) =>
  ['A', 'AA', 'AAA'].map((level) => `${version}-${level}`),
)
export const formats = ['epub', 'pdf'] as const
export type Format = (typeof formats)[number]

const words = z.string().trim().min(1, 'must not be empty')
const folder = z.string().min(1, 'must not be empty')

const fields = z.strictObject({
  input: z.union([z.string().min(1), z.record(z.string(), z.unknown()), z.array(z.unknown())]).meta({
    description:
      'a web address, a file, - for standard input, @list.txt, a list of these, or (in the API) the parsed JSON of the REST API',
  }),
  url: z
    .url({ protocol: /^https?$/, message: 'must be an address of the web' })
    .optional()
    .meta({ flags: '-u, --url <address>', description: 'where a saved page, a feed or standard input comes from' }),
  ...selectionFields,
  ...collectionFields,
  output: z
    .array(z.string().regex(/[^/\\]\.(epub|pdf)$/i, 'must be a name that ends in .epub or .pdf'))
    .refine((paths) => new Set(paths).size === paths.length, 'must not name a path twice')
    .optional()
    .meta({ flags: '-o, --output <path...>', description: 'where to write; the ending says the format' }),
  outputDir: folder
    .optional()
    .meta({ flags: '--output-dir <folder>', description: 'write <folder>/<slug>.epub and .pdf' }),
  format: z
    .array(z.enum(formats))
    .min(1)
    .optional()
    .meta({ flags: '-f, --format <format...>', description: 'epub, pdf or both (default: both, or what -o names)' }),
  ...metadataFields,
  tocDepth: z
    .number()
    .int('must be 1, 2 or 3')
    .min(1, 'must be 1, 2 or 3')
    .max(3, 'must be 1, 2 or 3')
    .default(2)
    .meta({ flags: '--toc-depth <1-3>', description: 'levels of the table of contents; print shows two at the most' }),
  outline: z
    .enum(['auto', 'keep'])
    .default('auto')
    .meta({ flags: '--outline <auto|keep>', description: 'find the true heading levels, or keep them as given' }),
  faq: z
    .enum(['auto', 'off'])
    .default('auto')
    .meta({ flags: '--faq <auto|off>', description: 'lay out questions and answers as such, or as plain sections' }),
  embedFonts: z
    .boolean()
    .default(false)
    .meta({ flags: '--embed-fonts', description: 'put the faces of the text into the EPUB' }),
  conformsTo: z.enum(conformances).optional().meta({
    flags: '--conforms-to <level>',
    description: 'claim EPUB Accessibility 1.1 at a level of WCAG: 2.0-A to 2.2-AAA; a person must have checked it',
  }),
  certifiedBy: words
    .optional()
    .meta({ flags: '--certified-by <name>', description: 'who checked that the EPUB conforms' }),
  ...lookFields,
  ...paperFields,
  openers: z.enum(['any', 'recto']).default('any').meta({
    flags: '--openers <any|recto>',
    description: 'pages on which chapters begin: any, or right-hand ones with blank pages before them',
  }),
  browser: z
    .string()
    .min(1)
    .optional()
    .meta({ flags: '--browser <path>', description: 'the Chrome or Chromium that prints the PDF' }),
  pdfA: z
    .boolean()
    .default(false)
    .meta({ flags: '--pdf-a', description: 'make the PDF a PDF/A-2b too, for an archive' }),
  sandbox: z
    .boolean()
    .default(true)
    .meta({ flags: '--no-sandbox', description: 'run the browser without its sandbox' }),
  timeout: z.number().positive().max(86_400, 'must be a day (86400) at the most').optional().meta({
    flags: '--timeout <seconds>',
    description: 'how long printing a book may take (default: 120, and 60 more for each MB of its text)',
  }),
  maxPages: z
    .number()
    .int()
    .positive()
    .default(20_000)
    .meta({ flags: '--max-pages <pages>', description: 'refuse to print a PDF of more pages' }),
  concurrency: z.number().int().positive().max(64).optional().meta({
    flags: '--concurrency <runs>',
    description: 'parts of a big book printed at a time (default: one for each processor)',
  }),
  ...fetchingFields,
  media: folder
    .optional()
    .meta({ flags: '--media <folder>', description: 'where the files of the pictures are, as in wp-content/uploads' }),
  cover: z
    .union([z.string().min(1), z.instanceof(Uint8Array), z.literal(false)])
    .optional()
    .meta({
      flags: '--cover <file>',
      refusal: '--no-cover',
      description: 'a picture that is the cover, in place of one that is made',
    }),
  hints: z
    .record(z.string().min(1), hintsSchema)
    .optional()
    .meta({ flags: '--hints <file>', description: 'a JSON file that says, post by post, what the rules read wrongly' }),
  sourceDateEpoch: z
    .number()
    .int()
    .nonnegative()
    .optional()
    .meta({ description: 'the date the outputs bear, in seconds since 1970; the post’s own date if absent' }),
  strict: z.boolean().default(false).meta({ flags: '--strict', description: 'fail when there is any warning' }),
})

const schema = fields
  .refine(({ series, seriesIndex }) => seriesIndex === undefined || series !== undefined, {
    path: ['seriesIndex'],
    message: 'needs the name of a series',
  })
  .refine(({ booklet, bookletSheets }) => bookletSheets === undefined || booklet, {
    path: ['bookletSheets'],
    message: 'needs booklet',
  })
  .refine(({ conformsTo, certifiedBy }) => (conformsTo === undefined) === (certifiedBy === undefined), {
    path: ['conformsTo'],
    message: 'needs certifiedBy, and certifiedBy needs it: a claim names who checked it',
  })
  .refine(({ offline, refresh }) => !(offline && refresh), {
    path: ['refresh'],
    message: 'asks servers again, which offline forbids; say one of the two',
  })

/** What a caller may say; only `input` is needed. */
export type BuildOptions = z.input<typeof schema>

/** The same with every default filled in. */
export type Options = z.output<typeof schema>

/** Checks what a caller said and fills in the defaults. Throws `usage-invalid`, naming each option that is wrong. */
export function readOptions(given: unknown): Options {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const problems = read.error.issues.flatMap(problemsOf)
  throw failure('usage-invalid', { problem: `The options do not fit: ${problems.join('; ')}.` })
}

// A key that is not known is named by its own path: what it stands in is not what is wrong.
function problemsOf(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys') return [`${path.join('.') || 'options'}: ${issue.message}`]
  return issue.keys.map((key) => `${[...path, key].join('.')}: there is no such key${meant(key, path)}`)
}

function meant(key: string, path: readonly string[]): string {
  const known = path[0] === 'hints' ? hintsSchema.shape : path.length === 0 ? fields.shape : {}
  const near = nearest(key, Object.keys(known))
  return near === undefined ? '' : `; did you mean ${near}?`
}

/** What is wrong with options of which some are still to come; nothing where they fit. */
export function problemsOfOptions(given: object): readonly string[] {
  const read = fields.partial().safeParse(given)
  return read.success ? [] : read.error.issues.flatMap(problemsOf)
}

/** The JSON Schema of a configuration, for editors. */
export function configSchema(): object {
  const book = fields.partial().extend({ $schema: z.string().optional() })
  const schema = z.union([book, z.array(book).min(1)])
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' })
}

/** The options that have a flag, in the order of the schema. */
export function optionHelp(): readonly OptionHelp[] {
  return Object.entries(fields.shape).flatMap(([name, field]) => {
    const { flags, refusal, description } = field.meta() as Pick<OptionHelp, 'refusal' | 'description'> & {
      flags?: string
    }
    if (!flags) return []
    const read = field.safeParse(undefined)
    const value = read.success ? read.data : undefined
    const shown = value === undefined || flags.startsWith('--no-') ? {} : { default: String(value) }
    return [{ name, flags, description, ...(refusal ? { refusal } : {}), ...shown, ...kindOf(field) }]
  })
}

/** What `output` names, or else `format`, or else both; a format that `output` has no path for is a mistake. */
export function formatsOf({ format, output, booklet }: Options): readonly Format[] {
  const named = output && formats.filter((one) => output.some((path) => formatOfPath(path) === one))
  const missing = format?.find((one) => named && !named.includes(one))
  const unasked = named?.find((one) => format && !format.includes(one))
  if (missing) throw failure('usage-invalid', { problem: `The format ${missing} has no output path.` })
  if (unasked)
    throw failure('usage-invalid', { problem: `An output path names ${unasked}, which is not among the formats.` })
  const wanted = named ?? format ?? formats
  if (booklet && !wanted.includes('pdf'))
    throw failure('usage-invalid', { problem: 'A booklet is made of the PDF, which is not among the formats.' })
  return wanted
}

/** The format that the ending of a path names. */
export function formatOfPath(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase()
}
