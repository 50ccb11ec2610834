// Which posts a query finds: their numbers, addresses and times of change, a hundred a request, without their text.
// What has not changed since the last run need not be fetched again.

import { z } from 'zod'
import type { Params } from './api.js'
import { type Ask, askPatiently, Refusal, type Reply } from './ask.js'
import type { SiteWorld } from './world.js'

const text = z.string().optional().catch(undefined)

const entrySchema = z.object({
  id: z.number().int().positive(),
  link: z.string().catch(''),
  date: text,
  date_gmt: text,
  modified: text,
  modified_gmt: text,
  menu_order: z.number().catch(0),
  title: z
    .object({ rendered: z.string() })
    .transform(({ rendered }) => rendered)
    .or(z.string())
    .catch(''),
})

/** A post as the listing has it. */
export type Entry = z.output<typeof entrySchema>

const fields = 'id,link,date,date_gmt,modified,modified_gmt,menu_order,title'

/** The most that the REST API gives at once. */
export const pageLength = 100

export interface Listing {
  readonly entries: readonly Entry[]
  /** How many posts could not be listed, and why. */
  readonly missing: number
  readonly reason: string
}

interface Kept {
  readonly total: number
  readonly entries: readonly Entry[]
}

/** One list of posts to be read. */
export interface Query {
  readonly route: string
  readonly params: Params
  readonly limit?: number
}

interface Reading {
  readonly ask: Ask
  readonly query: Query
  readonly length: number
}

/** Lists what a query finds, newest first. */
export async function listPosts(ask: Ask, query: Query, name: string, world: SiteWorld): Promise<Listing> {
  const key = `listing ${name} ${JSON.stringify(query)}`
  const { offline, refresh } = world.settings
  const kept = refresh ? undefined : ((await world.store.get(key)) as Kept | undefined)
  if (offline && kept) return { entries: kept.entries, missing: 0, reason: '' }
  const reading = { ask, query, length: Math.min(pageLength, query.limit ?? pageLength) }
  const known = kept && (await renewed(reading, kept))
  if (kept && known) {
    await world.store.put(key, { total: kept.total, entries: known })
    return { entries: known, missing: 0, reason: '' }
  }
  const first = await pageOf(reading, 1)
  const entries = entriesOf(first)
  const { total } = first
  const wanted = Math.min(total ?? Number.POSITIVE_INFINITY, query.limit ?? Number.POSITIVE_INFINITY)
  if (entries.length >= wanted) return { entries, missing: 0, reason: '' }
  const listing = await readOn(reading, first, entries)
  if (listing.missing > 0 || query.limit !== undefined || total === undefined) return listing
  // The same question that the next run begins with; it finds what changed while the pages were read, too.
  const settled = (await renewed(reading, { total, entries: listing.entries })) ?? listing.entries
  await world.store.put(key, { total, entries: settled })
  return { ...listing, entries: settled }
}

function pageOf({ ask, query, length }: Reading, page: number, more: Params = {}): Promise<Reply> {
  const order = { orderby: 'date', order: 'desc', _fields: fields }
  return askPatiently(ask, query.route, { ...query.params, ...order, per_page: length, page, ...more })
}

function entriesOf({ value }: Reply): Entry[] {
  if (!Array.isArray(value)) throw new Refusal('trouble', 'it answered with what is no list of posts')
  return value.flatMap((one) => {
    const read = entrySchema.safeParse(one)
    return read.success ? [read.data] : []
  })
}

/** The pages after the first. A page that cannot be had costs its posts, and says how many. */
async function readOn(reading: Reading, first: Reply, entries: readonly Entry[]): Promise<Listing> {
  const { query, length } = reading
  if (first.pages === undefined) return readInTurn(reading, entries)
  const wanted = Math.min(first.total ?? Number.POSITIVE_INFINITY, query.limit ?? Number.POSITIVE_INFINITY)
  const pages = Math.min(first.pages, Math.ceil(wanted / length))
  let reason = ''
  const others = await Promise.all(
    Array.from({ length: Math.max(0, pages - 1) }, async (_, index) => {
      try {
        return entriesOf(await pageOf(reading, index + 2))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        // The site may have lost posts since it counted its pages.
        if (error.code !== 'rest_post_invalid_page_number') reason ||= error.message
        return []
      }
    }),
  )
  // While pages are read, a new post moves every other one down: the last of a page is then the first of the next.
  const found = distinct([entries, ...others].flat()).slice(0, query.limit)
  return { entries: found, missing: reason === '' ? 0 : Math.max(0, wanted - found.length), reason }
}

/** Where a proxy took the counts away, page after page until one is not full. */
async function readInTurn(reading: Reading, first: readonly Entry[]): Promise<Listing> {
  const { query, length } = reading
  const entries = [...first]
  let last = first.length
  for (let page = 2; last === length && entries.length < (query.limit ?? Number.POSITIVE_INFINITY); page++) {
    const next = await pageOf(reading, page).then(entriesOf, (error) => {
      if (error instanceof Refusal && error.kind === 'missing') return []
      throw error
    })
    last = next.length
    entries.push(...next)
  }
  return { entries: distinct(entries).slice(0, query.limit), missing: 0, reason: '' }
}

function distinct(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}

/**
 * A listing brought up to date by one question: how many posts are there, and which of them changed last? Undefined
 * where more must be asked. What is published late bears the time of its last change: it shows by the count.
 */
async function renewed(reading: Reading, { total, entries }: Kept): Promise<readonly Entry[] | undefined> {
  const known = new Map(entries.map((entry) => [entry.id, entry]))
  const reply = await pageOf({ ...reading, length: pageLength }, 1, { orderby: 'modified' })
  const latest = entriesOf(reply)
  if (reply.total !== total || latest.some(({ id }) => !known.has(id))) return undefined
  // Only if the last of them is as it was, so are all that changed before it.
  const oldest = latest.at(-1)
  if (oldest && known.get(oldest.id)?.modified !== oldest.modified) return undefined
  for (const entry of latest) known.set(entry.id, entry)
  return [...known.values()]
}
