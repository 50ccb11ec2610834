// The cache of RFC 9111 on the disk: what may be kept, how long it is fresh, and how it is asked for again.

import CachePolicy from 'http-cache-semantics'
import type { ReportFn } from '../diagnostics.js'
import { cacheFiles } from './cache-files.js'
import type { Answer, Headers } from './dial.js'

/** An answer as it is kept. */
export interface Stored {
  readonly answer: Answer
  /** Whether it may be used without asking the server. */
  readonly isFresh: boolean
  /** The request that asks whether it still holds. */
  readonly conditional: Headers
  readonly policy: CachePolicy
}

export interface Cache {
  readonly find: (url: URL, headers: Headers) => Promise<Stored | undefined>
  /** Keeps an answer if it may be kept. */
  readonly keep: (url: URL, headers: Headers, answer: Answer) => Promise<void>
  /** Takes what a 304 says over into what is kept, and gives that. */
  readonly renew: (url: URL, headers: Headers, stored: Stored, notModified: Answer) => Promise<Answer>
}

/** Redirects that a cache forgets unless told otherwise: kept, but never fresh, they let a build go on offline. */
const passingRedirects: readonly number[] = [302, 303, 307]

export function createCache(folder: string, report: ReportFn): Cache {
  const files = cacheFiles(folder)
  let isWritable = true
  const change = async (work: Promise<void>) => {
    try {
      await work
    } catch (error) {
      if (isWritable) report('cache-unwritable', { path: folder, reason: (error as NodeJS.ErrnoException).code ?? '' })
      isWritable = false
    }
  }
  const store = (url: URL, policy: CachePolicy, bytes: Uint8Array) =>
    change(files.write(url.href, JSON.stringify({ policy: policy.toObject(), status: policy.toObject().st }), bytes))

  return {
    find: async (url, headers) => {
      const found = await files.read(url.href)
      if (!found) return undefined
      const { policy: kept, status } = JSON.parse(found.text) as {
        policy: CachePolicy.CachePolicyObject
        status: number
      }
      const policy = CachePolicy.fromObject(kept)
      const request = requestOf(url, headers)
      return {
        answer: { status, headers: flat(policy.responseHeaders()), bytes: found.bytes },
        isFresh: policy.satisfiesWithoutRevalidation(request),
        conditional: flat(policy.revalidationHeaders(request)),
        policy,
      }
    },
    keep: async (url, headers, { status, headers: answered, bytes }) => {
      const policy = new CachePolicy(requestOf(url, headers), { status, headers: { ...answered } }, { shared: false })
      const isForbidden = /\bno-store\b/i.test(answered['cache-control'] ?? '')
      if (!isForbidden && (policy.storable() || passingRedirects.includes(status))) await store(url, policy, bytes)
      else if (isForbidden) await change(files.remove(url.href))
    },
    renew: async (url, headers, { answer, policy: old }, { status, headers: answered }) => {
      const { policy, matches } = old.revalidatedPolicy(requestOf(url, headers), { status, headers: { ...answered } })
      if (!matches) return answer
      await store(url, policy, answer.bytes)
      return { ...answer, headers: flat(policy.responseHeaders()) }
    },
  }
}

function requestOf(url: URL, headers: Headers): CachePolicy.HttpRequest {
  return { url: url.href, method: 'GET', headers: { ...headers, host: url.host } }
}

function flat(headers: CachePolicy.Headers): Headers {
  const pairs = Object.entries(headers).filter(([name, value]) => name !== 'host' && value !== undefined)
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]))
}
