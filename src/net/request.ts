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
}

/** `Offprint/1.2.3`, with the project's address once it has one. */
export function userAgent(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { version, homepage } = JSON.parse(text) as { version: string; homepage?: string }
  return `Offprint/${version}${homepage ? ` (+${homepage})` : ''}`
}

/** The headers of a request. No cookie and no credential is among them, whatever a wish says. */
export function headersFor(url: URL, { referer, accept }: Wish, agent: string): Headers {
  const from = referer === undefined ? undefined : refererFor(url, referer)
  return {
    'user-agent': agent,
    accept: accept ?? '*/*',
    'accept-encoding': acceptedCodings,
    ...(from === undefined ? {} : { referer: from }),
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
