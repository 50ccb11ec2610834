// The way of a fetch: the address is judged, the cache asked, the host's turn awaited, the answer kept, and each
// redirect begins anew.

import { setMaxListeners } from 'node:events'
import { homedir } from 'node:os'
import { setTimeout as sleepFor } from 'node:timers/promises'
import { failure, OffprintError, type ReportFn } from '../diagnostics.js'
import type { Options } from '../options.js'
import { admit, shown } from './address.js'
import { type Cache, createCache } from './cache.js'
import { defaultCacheDir } from './cache-folder.js'
import { type Answer, createDialer, type Dialer, type Headers } from './dial.js'
import { type Lookup, resolveName } from './lookup.js'
import { type Clock, createPacer, type Pacer } from './pace.js'
import { patience, type Within } from './patience.js'
import { headersFor, userAgent, type Wish } from './request.js'
import { retries, waitAfter } from './retry.js'

export type NetSettings = Pick<Options, 'offline' | 'refresh' | 'cacheDir' | 'allowPrivateNetwork'>

/** The world that a net touches besides the network itself. */
export interface NetContext {
  readonly report: ReportFn
  /** Where the platform's cache folder may be named. @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Ends every fetch with the error `interrupted`. */
  readonly signal?: AbortSignal
  readonly clock?: Clock
  /** How names are resolved. @default the system's resolver */
  readonly lookup?: Lookup
}

/** What came of a fetch, whatever its status. */
export interface Fetched {
  /** The address that answered, after all redirects. */
  readonly url: string
  readonly status: number
  /** Of the headers, by lower-case name, those that say what the bytes are. */
  readonly headers: Headers
  readonly bytes: Uint8Array
  /** Whether the bytes came from the cache, be it that the server confirmed them. */
  readonly fromCache: boolean
}

export interface Net {
  /**
   * Fetches an address with GET.
   *
   * @throws `address-refused`, `fetch-failed`, `fetch-too-large`, `fetch-timeout`, `fetch-offline` or `interrupted`.
   */
  readonly fetch: (address: string, wish?: Wish) => Promise<Fetched>
  /** Closes every connection. */
  readonly close: () => Promise<void>
}

interface Parts {
  readonly settings: NetSettings
  readonly dialer: Dialer
  readonly pacer: Pacer
  readonly cache: Cache
  readonly agent: string
}

/** One fetch under way. */
interface Run {
  readonly wish: Wish
  readonly maxBytes: number
  readonly within: Within
  readonly signal: AbortSignal | undefined
}

const defaultMaxBytes = 20_000_000
const defaultSeconds = 30
const maxRedirects = 5
const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308]
const toldHeaders = ['content-type', 'last-modified', 'etag', 'link', 'x-wp-total', 'x-wp-totalpages']

const realClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => sleepFor(milliseconds, undefined, signal ? { signal } : {}),
}

/** Opens the one door to the network. */
export function createNet(settings: NetSettings, context: NetContext): Net {
  const { report, env = process.env, clock = realClock, lookup = resolveName } = context
  const parts: Parts = {
    settings,
    dialer: createDialer(lookup, settings.allowPrivateNetwork),
    pacer: createPacer(clock),
    cache: createCache(settings.cacheDir ?? defaultCacheDir(env, process.platform, homedir()), report),
    agent: userAgent(),
  }
  // Every fetch that waits for its turn listens: Node would take so many for a leak, and print that.
  const own = context.signal && AbortSignal.any([context.signal])
  if (own) setMaxListeners(0, own)
  const fetch: Net['fetch'] = async (address, wish = {}) => {
    const signals = [own, wish.signal].filter((one) => one !== undefined)
    const signal = signals.length > 1 ? AbortSignal.any(signals) : signals[0]
    const { maxBytes = defaultMaxBytes, timeout: seconds = defaultSeconds } = wish
    const expired = () => failure('fetch-timeout', { address: shown(address), seconds })
    try {
      signal?.throwIfAborted()
      return await follow(address, { wish, maxBytes, signal, within: patience(seconds * 1000, expired, signal) }, parts)
    } catch (error) {
      if (signal?.aborted) throw failure('interrupted', {}, signal.reason)
      throw error
    }
  }
  return { fetch, close: parts.dialer.close }
}

async function follow(address: string, run: Run, parts: Parts): Promise<Fetched> {
  const seen = new Set<string>()
  let { wish } = run
  for (let next = address; seen.size <= maxRedirects; ) {
    const url = admit(next, parts.settings.allowPrivateNetwork)
    if (seen.has(url.href)) throw failed(address, 'its redirects lead in a circle')
    seen.add(url.href)
    wish = wishFor(url, wish, address)
    const { status, headers, bytes, fromCache } = await load(url, { ...run, wish }, parts)
    const { location } = headers
    if (!redirectStatuses.includes(status) || location === undefined) {
      const told = toldHeaders.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]))
      return { url: url.href, status, headers: Object.fromEntries(told), bytes, fromCache }
    }
    if (!URL.canParse(location, url.href)) throw failed(address, 'it redirects to what is no address')
    next = new URL(location, url.href).href
  }
  throw failed(address, `it redirects more than ${maxRedirects} times`)
}

/** What is still wished where a redirect leads: another origin learns no secret, nor does one that it sends back to. */
function wishFor(url: URL, { authorization, ...wish }: Wish, address: string): Wish {
  if (wish.sameHost && url.host !== new URL(address).host) {
    throw failure('address-refused', {
      address: shown(url.href),
      reason: `${shown(address)} redirects to another host`,
    })
  }
  return authorization?.origin === url.origin ? { ...wish, authorization, cached: false } : wish
}

/** The answer of one address: kept, confirmed or new. */
async function load(url: URL, run: Run, parts: Parts): Promise<Answer & { readonly fromCache: boolean }> {
  const { cache, settings, agent } = parts
  const headers = headersFor(url, run.wish, agent)
  const isCached = run.wish.cached ?? true
  const stored = isCached ? await cache.find(url, headers) : undefined
  if (stored && (settings.offline || (stored.isFresh && !settings.refresh))) {
    return { ...fitting(stored.answer, url, run), fromCache: true }
  }
  if (settings.offline) throw failure('fetch-offline', { address: shown(url.href) })
  const answer = await ask(url, stored?.conditional ?? headers, run, parts)
  if (stored && answer.status === 304) {
    return { ...fitting(await cache.renew(url, headers, stored, answer), url, run), fromCache: true }
  }
  if (isCached) await cache.keep(url, headers, answer)
  return { ...answer, fromCache: false }
}

/** What the cache holds may have been fetched under a higher limit. */
function fitting(answer: Answer, url: URL, { maxBytes }: Run): Answer {
  if (answer.bytes.byteLength <= maxBytes) return answer
  throw failure('fetch-too-large', { address: shown(url.href), limit: maxBytes / 1_000_000 })
}

/** Asks the server, and again where it is only busy or broke off. */
async function ask(url: URL, headers: Headers, run: Run, { dialer, pacer }: Parts): Promise<Answer> {
  const { within, signal, maxBytes } = run
  const exchange = () => within((limit) => dialer.exchange(url, headers, { maxBytes, signal: limit }))
  for (let attempt = 0; ; attempt++) {
    const outcome = await pacer.turn(url.host, exchange, signal).catch((error: unknown) => {
      if (error instanceof OffprintError && !signal?.aborted) return error
      throw error
    })
    const wait = attempt < retries ? waitAfter(outcome, attempt) : undefined
    if (wait === undefined) {
      if (outcome instanceof OffprintError) throw outcome
      return outcome
    }
    pacer.hold(url.host, wait)
  }
}

function failed(address: string, reason: string): OffprintError {
  return failure('fetch-failed', { address: shown(address), reason })
}
