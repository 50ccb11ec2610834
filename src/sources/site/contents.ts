// The posts of a listing, whole: from what is kept where they have not changed, else a hundred a request. A request that
// fails is divided until the post is found that it fails for, so that one bad post costs itself only.

import { OffprintError } from '../../diagnostics.js'
import type { Params } from './api.js'
import { type Ask, clause, Refusal } from './ask.js'
import { type Entry, pageLength, type Query } from './listing.js'
import type { SiteWorld } from './world.js'

/** What became of one post of the listing: the object of the REST API, or why there is none. */
export type Outcome = Received | { readonly reason: string }

interface Received {
  readonly value: unknown
  /** Whether the site gave it only without its author, terms and picture. */
  readonly isBare?: boolean
}

export interface Contents {
  readonly outcomes: ReadonlyMap<number, Outcome>
  /** How many were kept from the run before. */
  readonly kept: number
}

/** After so many failures in a row a site is down, and asking on would not be polite. */
const patience = 10

const embedded: Params = { _embed: 'author,wp:term,wp:featuredmedia' }

interface Reading {
  readonly ask: Ask
  readonly query: Query
  readonly status: string | undefined
  readonly outcomes: Map<number, Outcome>
  readonly keep: (entry: Entry, value: unknown) => Promise<void>
  /** Failures since the last answer. */
  failures: number
}

/** @param isPublic whether what is read may be kept for the next run. */
export async function readContents(
  ask: Ask,
  query: Query,
  entries: readonly Entry[],
  { name, isPublic }: { readonly name: string; readonly isPublic: boolean },
  { store, settings, onProgress }: SiteWorld,
): Promise<Contents> {
  const keyOf = ({ id, modified_gmt }: Entry) => `post ${name} ${query.route} ${id} ${modified_gmt}`
  const outcomes = new Map<number, Outcome>()
  const isKept = ({ modified_gmt }: Entry) => isPublic && modified_gmt !== undefined
  if (!settings.refresh) {
    await inGroups(entries.filter(isKept), async (entry) => {
      const value = await store.get(keyOf(entry))
      if (value !== undefined) outcomes.set(entry.id, { value })
    })
  }
  const kept = outcomes.size
  const keep: Reading['keep'] = async (entry, value) => {
    if (isKept(entry) && modifiedOf(value) === entry.modified_gmt) await store.put(keyOf(entry), value)
  }
  const reading = { ask, query, status: query.params.status as string | undefined, outcomes, keep, failures: 0 }
  const wanted = entries.filter(({ id }) => !outcomes.has(id))
  const tell = () => onProgress?.(outcomes.size, entries.length)
  tell()
  const read = (chunk: readonly Entry[]) => readChunk(reading, chunk).then(tell)
  await Promise.all(chunksOf(wanted, pageLength).map(read))
  return { outcomes, kept }
}

/** A file each, but not thousands open at a time. */
async function inGroups(entries: readonly Entry[], work: (entry: Entry) => Promise<void>): Promise<void> {
  for (const group of chunksOf(entries, 32)) await Promise.all(group.map(work))
}

function chunksOf<T>(list: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, index) =>
    list.slice(index * length, (index + 1) * length),
  )
}

function modifiedOf(value: unknown): unknown {
  return (Object(value) as { modified_gmt?: unknown }).modified_gmt
}

/** How often one post is asked for; the last time without what is embedded in it, which may be what fails. */
const attemptsForOne = 3

async function readChunk(reading: Reading, chunk: readonly Entry[], attempt = 1): Promise<void> {
  const isBare = attempt === attemptsForOne
  try {
    await receive(reading, chunk, await many(reading, chunk, isBare ? {} : embedded), isBare)
  } catch (error) {
    if (!(error instanceof Refusal)) return lose(reading, chunk, error)
    reading.failures += 1
    if (isBare || reading.failures > patience) return lose(reading, chunk, error)
    if (chunk.length === 1) return readChunk(reading, chunk, attempt + 1)
    const middle = Math.ceil(chunk.length / 2)
    await Promise.all([readChunk(reading, chunk.slice(0, middle)), readChunk(reading, chunk.slice(middle))])
  }
}

async function many({ ask, query, status }: Reading, chunk: readonly Entry[], embed: Params): Promise<unknown[]> {
  const include = chunk.map(({ id }) => id).join(',')
  const params = { include, per_page: chunk.length, status, ...embed }
  const { value } = await ask(query.route, params, { cached: false })
  if (!Array.isArray(value)) throw new Refusal('trouble', 'it answered with what is no list of posts')
  return value
}

async function receive(
  reading: Reading,
  chunk: readonly Entry[],
  values: readonly unknown[],
  isBare: boolean,
): Promise<void> {
  reading.failures = 0
  const byId = new Map(values.map((value) => [Number((Object(value) as { id?: unknown }).id), value]))
  await inGroups(chunk, async (entry) => {
    const value = byId.get(entry.id)
    const isGiven = value !== undefined
    reading.outcomes.set(entry.id, isGiven ? { value, isBare } : { reason: 'the site lists it but does not give it' })
    if (isGiven && !isBare) await reading.keep(entry, value)
  })
}

function lose({ outcomes }: Reading, chunk: readonly Entry[], error: unknown): void {
  if (!(error instanceof Refusal) && !isOffline(error)) throw error
  for (const { id } of chunk) outcomes.set(id, { reason: clause(error as Error) })
}

/** Offline, what is not kept is missing; that is no reason to lose the rest. */
function isOffline(error: unknown): boolean {
  return error instanceof OffprintError && error.code === 'fetch-offline'
}
