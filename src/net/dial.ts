// One request and its answer over the wire, without redirects, retries or cache.

import type { Agent, Dispatcher } from 'undici'
import { failure, OffprintError } from '../diagnostics.js'
import { shown } from './address.js'
import { readBody, TooLarge } from './body.js'
import { guardedLookup, type Lookup } from './lookup.js'

export type Headers = Readonly<Record<string, string>>

/** What a server said to one request, its body decoded. */
export interface Answer {
  readonly status: number
  /** By lower-case name; cookies are left out. */
  readonly headers: Headers
  readonly bytes: Uint8Array
}

export interface Limits {
  readonly maxBytes: number
  readonly signal: AbortSignal
}

export interface Dialer {
  readonly exchange: (url: URL, headers: Headers, limits: Limits) => Promise<Answer>
  readonly close: () => Promise<void>
}

const maxHeaderBytes = 32 * 1024
const connectMilliseconds = 10_000

/** What a body may hold that nobody reads: it is drained so that the connection can be used again. */
const drainBytes = 64 * 1024

export function createDialer(lookup: Lookup, allowPrivateNetwork: boolean): Dialer {
  let agent: Promise<Agent> | undefined
  const open = async () => {
    const { Agent } = await import('undici')
    return new Agent({
      connect: {
        lookup: guardedLookup(lookup, allowPrivateNetwork),
        timeout: connectMilliseconds,
      },
      maxHeaderSize: maxHeaderBytes,
      // The caller's deadline holds for headers and body together.
      headersTimeout: 0,
      bodyTimeout: 0,
    })
  }
  const exchange: Dialer['exchange'] = async (url, headers, limits) => {
    agent ??= open()
    try {
      const { origin, pathname, search } = url
      const response = await (await agent).request({
        origin,
        path: `${pathname}${search}`,
        method: 'GET',
        headers,
        signal: limits.signal,
      })
      return await answerOf(response, limits)
    } catch (error) {
      throw fetchFailure(error, url, limits)
    }
  }
  return { exchange, close: async () => (await agent)?.destroy() }
}

async function answerOf({ statusCode, headers, body }: Dispatcher.ResponseData, limits: Limits): Promise<Answer> {
  const plain = plainHeaders(headers)
  const isRead = !(statusCode >= 300 && statusCode < 400)
  if (!isRead) {
    await body.dump({ limit: drainBytes, signal: limits.signal })
    return { status: statusCode, headers: plain, bytes: new Uint8Array() }
  }
  try {
    if (Number(plain['content-length']) > limits.maxBytes) throw new TooLarge()
    const bytes = await readBody(body, plain['content-encoding'] ?? '', limits.maxBytes, limits.signal)
    return { status: statusCode, headers: plain, bytes }
  } finally {
    // A body that was not read to its end would hold its connection for ever.
    body.on('error', () => {}).destroy()
  }
}

function plainHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const pairs = Object.entries(headers).filter(([name]) => !name.startsWith('set-cookie'))
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
}

function fetchFailure(error: unknown, url: URL, { maxBytes, signal }: Limits): unknown {
  if (signal.aborted) return signal.reason
  if (error instanceof OffprintError) return error
  const address = shown(url.href)
  if (error instanceof TooLarge) return failure('fetch-too-large', { address, limit: maxBytes / 1_000_000 })
  return failure('fetch-failed', { address, reason: reasonOf(error) }, error)
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name could not be looked up now',
  ECONNREFUSED: 'the host refused the connection',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
  UND_ERR_SOCKET: 'the connection was closed',
  UND_ERR_CONNECT_TIMEOUT: 'the host did not answer',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too large',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return reasons[code ?? ''] ?? (message || code || 'for no reason given')
}

/** Whether a failure may pass by itself: the connection was there and broke off. */
export function isBrokenOff(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? {}) as { code?: string }
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET'
}
