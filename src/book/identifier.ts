// The identifier of a work.

import { v5 } from 'uuid'
import type { Post } from '../model.js'

/**
 * `urn:uuid:` and a UUIDv5 (RFC 9562 §5.5) in the URL namespace: the same posts make the same identifier on every
 * machine and in every edition. A post without a permalink is known by its slug and its date.
 */
export function identifierOf(posts: readonly Post[]): string {
  const name = posts.map(({ url, slug, published = '' }) => url || `${slug} ${published}`).join('\n')
  return `urn:uuid:${v5(name, v5.URL)}`
}
