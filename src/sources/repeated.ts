// A post that several inputs hold stands in the book once.

import type { ReportFn } from '../diagnostics.js'
import type { Post } from '../model.js'

/** The posts, each once, the first of them; those that are left out are reported. */
export function withoutRepeated(posts: readonly Post[], report: ReportFn): readonly Post[] {
  const numbers = new Set<string>()
  const addresses = new Map<string, number | undefined>()
  return posts.filter((post) => {
    const number = numberOf(post)
    const address = addressOf(post)
    const isKnown = (number !== undefined && numbers.has(number)) || isSame(post, address, addresses)
    if (number !== undefined) numbers.add(number)
    if (address !== '' && !addresses.has(address)) addresses.set(address, post.id)
    const name = post.url || post.slug
    if (isKnown) report('post-repeated', { post: name }, { post: name })
    return !isKnown
  })
}

// Plugins for several languages give the versions of a post one number: the language belongs to it.
function numberOf({ id, site, language }: Post): string | undefined {
  return id !== undefined && site ? `${site.url.replace(/^https?:/, '')} ${id} ${language ?? ''}` : undefined
}

function addressOf({ url }: Post): string {
  return url
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
    .replace(/^https?:/, '')
}

/** Two numbers at one address are two posts: nothing is left out in doubt. */
function isSame({ id }: Post, address: string, addresses: ReadonlyMap<string, number | undefined>): boolean {
  if (!addresses.has(address)) return false
  const known = addresses.get(address)
  return id === undefined || known === undefined || id === known
}
