// The options that say what is fetched, and how much of an input is taken: a part of the schema of options.ts.

import { z } from 'zod'

export const fetchingFields = {
  offline: z
    .boolean()
    .default(false)
    .meta({ flags: '--offline', description: 'use no network, only what the cache holds' }),
  refresh: z
    .boolean()
    .default(false)
    .meta({ flags: '--refresh', description: 'ask the server even where the cache is fresh' }),
  cacheDir: z.string().min(1, 'must not be empty').optional().meta({
    flags: '--cache-dir <folder>',
    description: 'where fetched files are kept (default: as the platform does)',
  }),
  allowPrivateNetwork: z
    .boolean()
    .default(false)
    .meta({ flags: '--allow-private-network', description: 'fetch from this machine and its own network too' }),
  maxInput: z
    .number()
    .positive()
    .default(20)
    .meta({ flags: '--max-input <MB>', description: 'the largest input that is read' }),
  maxDepth: z
    .number()
    .int()
    .positive()
    .max(512)
    .optional()
    .meta({ description: 'how deep the elements of a post may nest; 512 if absent, and never more' }),
  maxNodes: z
    .number()
    .int()
    .positive()
    .optional()
    .meta({ description: 'the most elements, texts and comments of a post; 500 000 if absent' }),
  maxAttributes: z
    .number()
    .int()
    .positive()
    .optional()
    .meta({ description: 'the most attributes of an element; 256 if absent' }),
}
