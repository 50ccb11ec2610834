// What is left where the REST API is off or blocked: the feed of the site, or the page of the post.

import { failure, OffprintError } from '../../diagnostics.js'
import type { Post } from '../../model.js'
import type { Selection } from '../filter.js'
import { isSameSite } from './api.js'
import { clause } from './ask.js'
import { inOrder } from './order.js'
import { fetchPage, type Page } from './page.js'
import type { SiteWorld } from './world.js'

export interface Closed {
  readonly address: string
  readonly page: Page | undefined
  /** Whether the address is that of a site or an archive. */
  readonly isList: boolean
  /** Why the API gave nothing. */
  readonly reason: string
}

/** The most pages of a feed that are read: a server that never says "no more" must not be asked for ever. */
const maxPages = 500

const feedTypes = 'application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.8'

/** Reads the feed or the page in place of the API, and says what that costs. Throws `site-unreadable`. */
export async function readElsewhere(closed: Closed, selection: Selection, world: SiteWorld): Promise<readonly Post[]> {
  const reasons = [`of the REST API, ${closed.reason}`]
  const addresses = closed.isList ? feedsOf(closed) : [ofOnePost(closed.address)]
  for (const feed of addresses) {
    const posts = await feedPosts(feed, closed, selection, world)
    if (typeof posts === 'string') reasons.push(`of ${feed}, ${posts}`)
    else {
      tell(closed, `the feed ${feed}`, 'featured pictures and what the feed leaves out', world)
      return inOrder(
        posts.map((post) => ({ post, date: post.published ?? '', menu: 0 })),
        selection,
      )
    }
  }
  if (!closed.isList && closed.page) {
    tell(closed, 'the page itself', 'what its markup does not tell', world)
    const { readPage } = await import('../page/index.js')
    return [await readPage(closed.page.html, closed.page.url, world.report)]
  }
  throw failure('site-unreadable', { site: closed.address, reasons: reasons.join('; ') })
}

function tell({ address, reason }: Closed, source: string, lacks: string, { report }: SiteWorld): void {
  report('api-closed', { site: new URL(address).host, reason, source, lacks }, { post: address })
}

/** WordPress has a feed below each archive; without pretty permalinks it is asked for by a parameter. */
function feedsOf({ address, page }: Closed): readonly string[] {
  const own = new URL(page?.url ?? address)
  own.search = ''
  own.pathname = `${own.pathname.replace(/\/$/, '')}/feed/`
  const named = page?.links.feed
  const plain = new URL('/?feed=rss2', own).href
  return [...new Set([own.href, ...(named && page && isSameSite(named, page.url) ? [named] : []), plain])]
}

/** The feed below a post is that of its comments, unless they are left out. */
function ofOnePost(address: string): string {
  const url = new URL(address)
  url.pathname = `${url.pathname.replace(/\/$/, '')}/feed/`
  url.searchParams.set('withoutcomments', '1')
  return url.href
}

/** The posts that are asked for; in words why there are none. */
async function feedPosts(
  feed: string,
  closed: Closed,
  selection: Selection,
  world: SiteWorld,
): Promise<readonly Post[] | string> {
  const posts = closed.isList
    ? await wholeFeed((number) => feedPage(pageOfFeed(feed, selection, number), world), selection)
    : await feedPage(feed, world)
  if (typeof posts === 'string') return posts
  const found = posts.filter((post) => isWanted(post, closed, selection)).slice(0, selection.limit)
  return found.length > 0 ? found : 'it holds no post that was asked for'
}

/** Page after page, until there is none or nothing new: some sites send the same posts whatever the number. */
async function wholeFeed(
  pageAt: (number: number) => Promise<readonly Post[] | string>,
  { limit = Number.POSITIVE_INFINITY, ids, slug, after, before }: Selection,
): Promise<readonly Post[] | string> {
  // A feed cannot be asked for these: then any page may hold what is wanted.
  const enough = ids || slug || after || before ? Number.POSITIVE_INFINITY : limit
  const seen = new Map<string, Post>()
  for (let number = 1; number <= maxPages && seen.size < enough; number++) {
    const posts = await pageAt(number)
    if (typeof posts === 'string') return number === 1 ? posts : [...seen.values()]
    const known = seen.size
    for (const post of posts) seen.set(post.url || String(post.id), post)
    if (seen.size === known) break
  }
  return [...seen.values()]
}

async function feedPage(address: string, world: SiteWorld): Promise<readonly Post[] | string> {
  const answer = await fetchPage(address, world, feedTypes)
  if ('reason' in answer) return answer.reason
  const { readFeed } = await import('../feed/index.js')
  try {
    return readFeed(answer.html, answer.url, world.report)
  } catch (error) {
    if (error instanceof OffprintError && error.code !== 'interrupted') return clause(error)
    throw error
  }
}

// The public query variables of WordPress, which hold for feeds too.
function pageOfFeed(feed: string, { category, tag, by, search, type }: Selection, number: number): string {
  const url = new URL(feed)
  const variables = {
    category_name: category?.join(','),
    tag: tag?.join(','),
    author_name: by?.join(','),
    s: search,
    post_type: type?.join(','),
    paged: number === 1 ? undefined : String(number),
  }
  for (const [name, value] of Object.entries(variables)) if (value !== undefined) url.searchParams.set(name, value)
  return url.href
}

/** What the feed cannot be asked for is looked for in what it gives. */
function isWanted({ id, url, slug, published }: Post, closed: Closed, selection: Selection): boolean {
  if (!closed.isList) return pathOf(url) === pathOf(closed.address)
  const { after, before, ids, slug: slugs } = selection
  const time = published?.slice(0, 19) ?? ''
  return (
    (after === undefined || time >= after) &&
    (before === undefined || (time !== '' && time < before)) &&
    (ids === undefined || (id !== undefined && ids.includes(id))) &&
    (slugs === undefined || slugs.includes(slug))
  )
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname.replace(/\/+$/, '') : address
}
