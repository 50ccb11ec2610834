// From the address of a site or a post to posts: by the REST API, else by what the site shows to everybody.

import { failure } from '../../diagnostics.js'
import type { Post } from '../../model.js'
import { createNet, type NetContext, type NetSettings, openStore } from '../../net/index.js'
import type { Selection } from '../filter.js'
import { siteOf } from '../rest-post.js'
import { postsOf } from '../rest-response.js'
import { reportTeasers } from '../teaser.js'
import { type Api, addressOf, routeOf } from './api.js'
import { askPatiently, createAsk, Refusal } from './ask.js'
import { discoverApi } from './discover.js'
import { readElsewhere } from './elsewhere.js'
import { findPost } from './one-post.js'
import { fetchPage } from './page.js'
import { isPublic, selects, statusesOf } from './query.js'
import { readSelected } from './selected.js'
import { wholePost } from './shown-text.js'
import { type Target, targetOf } from './target.js'
import { type SiteWorld, saidOnce } from './world.js'

/**
 * Reads one post, where the address is that of a post and nothing is selected; else the posts of the site that are.
 *
 * @throws an `OffprintError` with exit code 3, or `interrupted`.
 */
export async function readSite(
  address: string,
  selection: Selection,
  settings: NetSettings,
  context: NetContext & Pick<SiteWorld, 'onProgress'>,
): Promise<readonly Post[]> {
  const report = saidOnce(context.report)
  const env = context.env ?? process.env
  const net = createNet(settings, { ...context, report })
  try {
    const world = {
      fetch: net.fetch,
      store: openStore(settings, env),
      report,
      env,
      settings,
      onProgress: context.onProgress,
    }
    const posts = await readThrough({ address, selection, world })
    reportTeasers(posts, report)
    return posts
  } finally {
    await net.close()
  }
}

interface Asked {
  readonly address: string
  readonly selection: Selection
  readonly world: SiteWorld
}

/** What was found out of an address, and need not be found out again. */
interface Known {
  readonly api: Api
  readonly target: Target
  readonly siteName?: string
}

async function readThrough(asked: Asked): Promise<readonly Post[]> {
  const { address, selection, world } = asked
  if (!isPublic(selection) && !world.env.OFFPRINT_APP_PASSWORD) {
    throw failure('login-needed', { site: new URL(address).host, status: statusesOf(selection).join(' or ') })
  }
  const within = routeOf(address)
  if (within) return readRoute(asked, within.api)
  const key = `site ${address} ${selects(selection)}`
  const known = world.settings.refresh ? undefined : ((await world.store.get(key)) as Known | undefined)
  const posts = known && (await readKnown(asked, known).catch(refusalOnly))
  if (posts && !(posts instanceof Refusal)) return posts
  return readFound(asked, key)
}

function refusalOnly(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

/** An address of the REST API itself. */
async function readRoute({ address, selection, world }: Asked, api: Api): Promise<readonly Post[]> {
  const { origin, pathname, search } = new URL(address)
  const ask = createAsk({ root: `${origin}${pathname}${search}` }, address, world, !isPublic(selection))
  const reply = await askPatiently(ask, '').catch(refusalOnly)
  if (reply instanceof Refusal) throw failure('site-unreadable', { site: addressOf(api, ''), reasons: reply.message })
  return postsOf(reply.value, address, world.report)
}

/** Looks where the API is and what the address means; without an API, reads what there is instead of it. */
async function readFound(asked: Asked, key: string): Promise<readonly Post[]> {
  const { address, selection, world } = asked
  const answer = await fetchPage(address, world)
  const page = 'reason' in answer ? undefined : answer
  const found = await discoverApi(address, page, world)
  let isList = selects(selection) || new URL(address).pathname === '/'
  let reason = 'reason' in found ? found.reason : ''
  if ('api' in found) {
    const target = targetOf(address, found.api, page, selects(selection))
    const known = { api: found.api, target, ...(page?.links.siteName ? { siteName: page.links.siteName } : {}) }
    const posts = await readKnown(asked, known).catch(refusalOnly)
    if (!(posts instanceof Refusal)) {
      await world.store.put(key, known)
      return posts
    }
    isList = target.kind === 'list'
    reason = posts.message
  }
  return readElsewhere({ address, page, isList, reason }, selection, world)
}

async function readKnown(
  { address, selection, world }: Asked,
  { api, target, siteName }: Known,
): Promise<readonly Post[]> {
  const ask = createAsk(api, address, world, !isPublic(selection))
  const posts =
    target.kind === 'list'
      ? await readSelected({ ask, api, site: address, selection, world }, target.archive)
      : [await wholePost(await findPost(ask, target, address), address, 1, world)]
  return siteName === undefined ? posts : posts.map((post) => withSiteName(post, siteName))
}

/** A post that does not say what its site is called bears the name of the host. */
function withSiteName(post: Post, name: string): Post {
  const { site } = post
  return site && site.name === siteOf(site.url, undefined)?.name ? { ...post, site: { ...site, name } } : post
}
