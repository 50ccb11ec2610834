// What a request says of itself: who asks, what for, and from which page.

import { readFileSync } from 'node:fs'
import { acceptedCodings } from './body.js'
import type { Headers } from './dial.js'

/** What a caller wants of an address. */
export interface Wish {
  /** The page that shows or links what is fetched: a post. */
  readonly referer?: string
  /** Media types, as the header says them. @default any */
  readonly accept?: string
  /** The most bytes, as they are sent and as they decode. @default 20 000 000 */
  readonly maxBytes?: number
  /** Seconds that the address may take, with its redirects and retries. @default 30 */
  readonly timeout?: number
  readonly signal?: AbortSignal
  /** Whether the cache may give the answer and keep it. @default true */
  readonly cached?: boolean
  /** Refuses redirects to another host: for what must come from the very site that was named. */
  readonly sameHost?: boolean
  /**
   * The value of `Authorization`, for one origin alone: no other is told it, and none once a redirect led away. What is
   * asked with it is never kept.
   */
  readonly authorization?: { readonly origin: string; readonly value: string }
}

/** `Offprint/1.2.3`, with the project's address once it has one, and until then what it does. */
export function userAgent(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { version, homepage } = JSON.parse(text) as { version: string; homepage?: string }
  return `Offprint/${version} (${homepage ? `+${homepage}` : 'makes EPUB and PDF of WordPress posts'})`
}

/** The headers of a request. No cookie is among them, and no credential but to the origin that it is for. */
export function headersFor(url: URL, { referer, accept, authorization }: Wish, agent: string): Headers {
  const from = referer === undefined ? undefined : refererFor(url, referer)
  return {
    'user-agent': agent,
    accept: accept ?? '*/*',
    'accept-encoding': acceptedCodings,
    ...(from === undefined ? {} : { referer: from }),
    ...(authorization?.origin === url.origin ? { authorization: authorization.value } : {}),
  }
}

// Referrer Policy §3: strict-origin-when-cross-origin, as browsers do. Another host learns the site, not the page.
function refererFor(url: URL, referer: string): string | undefined {
  if (!URL.canParse(referer)) return undefined
  const page = new URL(referer)
  if (page.protocol !== 'http:' && page.protocol !== 'https:') return undefined
  if (page.protocol === 'https:' && url.protocol === 'http:') return undefined
  if (page.origin !== url.origin) return `${page.origin}/`
  return `${page.origin}${page.pathname}${page.search}`
}
