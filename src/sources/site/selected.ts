// The posts of a site that are selected: listed, fetched as far as they have changed, and put in order. Each of them
// arrives or is named.

import { failure, OffprintError } from '../../diagnostics.js'
import type { Post } from '../../model.js'
import type { Selection } from '../filter.js'
import type { Api, Params } from './api.js'
import { type Ask, clause } from './ask.js'
import { type Outcome, readContents } from './contents.js'
import { type Entry, listPosts, type Query } from './listing.js'
import { inOrder, type Ordered } from './order.js'
import { isPublic, queriesOf } from './query.js'
import { wholePost } from './shown-text.js'
import type { SiteWorld } from './world.js'

interface Reading {
  readonly ask: Ask
  readonly api: Api
  readonly site: string
  readonly selection: Selection
  readonly world: SiteWorld
}

interface Found {
  readonly entry: Entry
  readonly outcome: Outcome
}

/** Throws `none-selected`, `site-unreadable` where every post failed, or a `Refusal` of the API as a whole. */
export async function readSelected(reading: Reading, archive: Params): Promise<readonly Post[]> {
  const { ask, site, selection, world } = reading
  const queries = await queriesOf(ask, selection, site, archive)
  const lists = await Promise.all(queries.map((query) => readQuery(reading, query)))
  const found = newest(lists.flatMap(({ found }) => found)).slice(0, selection.limit)
  if (found.length === 0) throw failure('none-selected', { input: site, which: '' })
  const posts: Ordered[] = []
  // One after the other: what is said stands in the order of the posts.
  for (const [index, one] of found.entries()) posts.push(...(await read(one, index, world)))
  if (posts.length === 0) {
    const { outcome } = found[0] as Found
    const reason = 'reason' in outcome ? outcome.reason : 'none of its posts can be read'
    throw failure('site-unreadable', { site, reasons: reason })
  }
  const kept = lists.reduce((sum, list) => sum + list.kept, 0)
  const counts = { count: found.length, kept, fetched: Math.max(0, found.length - kept) }
  if (kept > 0) world.report('site-read', { ...counts, site: new URL(site).host })
  return inOrder(posts, selection)
}

async function readQuery(reading: Reading, query: Query): Promise<{ found: readonly Found[]; kept: number }> {
  const { ask, api, site, selection, world } = reading
  const { entries, missing, reason } = await listPosts(ask, query, api.root, world)
  if (missing > 0) world.report('posts-unlisted', { site: new URL(site).host, count: missing, reason })
  const owner = { name: api.root, isPublic: isPublic(selection) }
  const { outcomes, kept } = await readContents(ask, query, entries, owner, world)
  const found = entries.map((entry) => ({
    entry,
    outcome: outcomes.get(entry.id) ?? { reason: 'it was not asked for' },
  }))
  return { found, kept }
}

function newest(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) => (dateOf(a.entry) < dateOf(b.entry) ? 1 : -1))
}

/** Drafts have no date in UTC. */
function dateOf({ date_gmt, date }: Entry): string {
  return date_gmt ?? date ?? ''
}

async function read({ entry, outcome }: Found, index: number, world: SiteWorld): Promise<readonly Ordered[]> {
  const { report } = world
  const address = entry.link || `number ${entry.id}`
  const place = { post: entry.link || String(entry.id) }
  const leaveOut = (fact: string, remedy: string) => {
    report('post-left-out', { fact, remedy }, place)
    return []
  }
  if ('reason' in outcome) {
    return leaveOut(
      `The post ${address} was not to be had (${outcome.reason})`,
      'Run again: only what is missing is fetched.',
    )
  }
  try {
    const post = await wholePost(outcome.value, address, index + 1, world)
    if (outcome.isBare) report('post-without-embedded', { post: address }, place)
    return [{ post, date: dateOf(entry), menu: entry.menu_order }]
  } catch (error) {
    if (!(error instanceof OffprintError)) throw error
    return leaveOut(`${clause(error)} (${address})`, error.remedy)
  }
}
