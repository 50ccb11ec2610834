// The options of what only paper needs: addresses that can be read, sheets to fold, pages to cut. A part of the schema of
// options.ts.

import { z } from 'zod'

const linkForms = ['notes', 'inline', 'qr', 'none'] as const
const shopLinkForms = ['keep', 'short', 'drop'] as const

export type LinkForm = (typeof linkForms)[number]
export type ShopLinkForm = (typeof shopLinkForms)[number]

const millimetres = { mm: 1, in: 25.4 } as const
/** Millimetres; printers ask for 3 to 5. */
const mostBleed = 10

function inMillimetres(length: string): number {
  const [, number, unit] = /^(\d{1,2}(?:\.\d{1,3})?)(mm|in)$/.exec(length) ?? []
  return unit === undefined ? Number.NaN : Number(number) * millimetres[unit as keyof typeof millimetres]
}

export const paperFields = {
  links: z.enum(linkForms).default('notes').meta({
    flags: '--links <form>',
    description: 'addresses in the PDF: notes (numbers and a list), inline, qr (one code for each post) or none',
  }),
  shopLinks: z.enum(shopLinkForms).default('short').meta({
    flags: '--shop-links <form>',
    description: 'addresses of shops in the PDF: keep, short (the name of the site) or drop (no link)',
  }),
  booklet: z.boolean().default(false).meta({
    flags: '--booklet',
    description: 'make a second PDF beside the first, two pages to a side, for sheets that are folded and stapled',
  }),
  bookletSheets: z
    .number()
    .int('must be whole')
    .positive()
    .optional()
    .meta({ flags: '--booklet-sheets <number>', description: 'sheets that are folded together (default: all)' }),
  bleed: z
    .string()
    .transform(inMillimetres)
    .refine((length) => length <= mostBleed, `must be a length such as 3mm or 0.125in, ${mostBleed}mm at the most`)
    .optional()
    .meta({ flags: '--bleed <length>', description: 'run the pages on past their trim, as printers ask: 3mm' }),
  marks: z.boolean().default(false).meta({ flags: '--marks', description: 'draw crop marks outside the trim' }),
}
