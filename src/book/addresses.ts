// Which post of a book an address leads to.

import type { Post } from '../model.js'

/** A post by its place in the book, and the fragment of the address that named it. */
export interface PostAt {
  readonly index: number
  /** Without `#`; empty where there is none. */
  readonly fragment: string
}

export type FindPost = (address: string) => PostAt | undefined

/** Parameters that say where a reader came from, not what is shown. */
const ofTracking = /^(?:utm_.+|fbclid|gclid|msclkid|mc_cid|mc_eid|_ga|_gl)$/i

// What stands below a post on its site is not in the book.
const ofComments = /^(?:respond|comments?|comment-\d+|disqus_thread)$/i

/**
 * What finds the post that an address means, however it is written: with or without `www.`, TLS or a slash at the end,
 * with the parameters of a campaign, or as `?p=42`.
 */
export function addressBook(posts: readonly Post[]): FindPost {
  const byKey = new Map<string, number>()
  const hosts = new Set<string>()
  posts.forEach((post, index) => {
    for (const key of keysOfPost(post)) {
      if (!byKey.has(key)) byKey.set(key, index)
      hosts.add(hostOf(key))
    }
  })
  return (address) => {
    if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined
    const url = new URL(address)
    if (!hosts.has(bareHost(url))) return undefined
    const fragment = url.hash.slice(1)
    const index = byKey.get(keyOf(url))
    return index === undefined || ofComments.test(fragment) ? undefined : { index, fragment }
  }
}

function keysOfPost({ url, id, site }: Post): string[] {
  if (!URL.canParse(url)) return []
  const permalink = new URL(url)
  const home = site && URL.canParse(site.url) ? new URL(site.url) : new URL('/', permalink)
  const short = ['p', 'page_id'].map((name) => keyOf(new URL(`?${name}=${id}`, home)))
  return [keyOf(permalink), ...(id === undefined ? [] : short)]
}

function keyOf(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !ofTracking.test(name) && name !== 'post_type').sort()
  const query = new URLSearchParams(kept).toString()
  const path = decoded(url.pathname).replace(/\/+$/, '').toLowerCase()
  return `${bareHost(url)} ${path}${query ? `?${query}` : ''}`
}

function hostOf(key: string): string {
  return key.slice(0, key.indexOf(' '))
}

function bareHost({ host }: URL): string {
  return host.replace(/^www\./, '')
}

// WordPress percent-encodes slugs in lower case, browsers in upper case.
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
