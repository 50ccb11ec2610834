// The options that say how the printed book looks: a part of the schema of options.ts.

import { z } from 'zod'
import { readPageSize } from './page-size.js'

const themes = ['classic', 'magazine', 'handout'] as const
const editions = ['book', 'handout', 'large-print'] as const

export type Theme = (typeof themes)[number]
export type Edition = (typeof editions)[number]

export const lookFields = {
  edition: z
    .enum(editions)
    .default('book')
    .meta({ flags: '--edition <name>', description: 'what the PDF is for: book, handout or large-print' }),
  theme: z.enum(themes).optional().meta({
    flags: '--theme <name>',
    description: 'how the PDF looks: classic, magazine or handout (default: classic; handout for a handout)',
  }),
  pageSize: z
    .string()
    .refine(
      (text) => readPageSize(text) !== undefined,
      'must be a4, a5, letter, 6x9, or a size such as 120x180mm or 6x9in, from 100x130mm to 600x600mm',
    )
    .optional()
    .meta({
      flags: '-s, --page-size <size>',
      description:
        'page of the PDF: a4, a5, letter, 6x9, or as 120x180mm (default: a5; a4 unless it is a classic book)',
    }),
  themeColor: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #1f6f54')
    .optional()
    .meta({ flags: '--theme-color <#rrggbb>', description: 'colour of headings and rules in the PDF' }),
  css: z
    .string()
    .min(1)
    .optional()
    .meta({ flags: '--css <file>', description: 'your own style sheet, which comes after all others' }),
  fit: z
    .number()
    .int('must be whole')
    .positive()
    .optional()
    .meta({ flags: '--fit <pages>', description: 'set the type smaller until the PDF has no more pages than these' }),
}
