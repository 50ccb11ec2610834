// What may be said of a post, where the rules read it wrongly.

import { z } from 'zod'

export const hintsSchema = z.strictObject({
  levels: z.record(z.string().min(1), z.number().int().min(1).max(6)).optional(),
  drop: z.array(z.string().min(1)).optional(),
  keep: z.array(z.string().min(1)).optional(),
  alt: z.record(z.string().min(1), z.string()).optional(),
  faq: z.enum(['auto', 'on', 'off']).optional(),
  outline: z.enum(['auto', 'keep']).optional(),
  title: z.string().min(1).optional(),
})
