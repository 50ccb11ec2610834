// A post that several inputs hold stands in the book once.

import type { ReportFn } from '../diagnostics.js'
import type { Post } from '../model.js'

/** The posts, each once, the first of them; those that are left out are reported. */
export function withoutRepeated(posts: readonly Post[], report: ReportFn): readonly Post[] {
  const seen = new Set<string>()
  return posts.filter((post) => {
    const keys = keysOf(post)
    const isRepeated = keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    const name = post.url || post.slug
    if (isRepeated) report('post-repeated', { post: name }, { post: name })
    return !isRepeated
  })
}

// Plugins for several languages give the versions of a post one number: the language belongs to it.
function keysOf({ id, url, site, language }: Post): readonly string[] {
  const address = url
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
    .replace(/^https?:/, '')
  const number = id !== undefined && site ? [`${site.url.replace(/^https?:/, '')} ${id} ${language ?? ''}`] : []
  return address === '' ? number : [address, ...number]
}
