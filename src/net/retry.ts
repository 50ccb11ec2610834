// How long to wait before asking again, and when not to ask again at all.

import { type Answer, isBrokenOff } from './dial.js'

/** How often a request is made again. */
export const retries = 2

/** Who is asked to wait longer gives up: a build is no place to wait. */
const longestWait = 60_000
const firstWait = 1000

/** Milliseconds to wait before the next attempt; absent where there should be none. */
export function waitAfter(outcome: Answer | Error, attempt: number): number | undefined {
  const backOff = firstWait * 2 ** attempt
  if (outcome instanceof Error) return isBrokenOff(outcome) ? backOff : undefined
  if (outcome.status !== 429 && outcome.status !== 503) return undefined
  const wait = Math.max(retryAfter(outcome.headers) ?? 0, backOff)
  return wait <= longestWait ? wait : undefined
}

// RFC 9110 §10.2.3: seconds, or a date, which is measured by the server's own clock where it tells it.
function retryAfter(headers: Answer['headers']): number | undefined {
  const value = headers['retry-after']?.trim() ?? ''
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const wait = Date.parse(value) - Date.parse(headers.date ?? '')
  return Number.isNaN(wait) ? undefined : wait
}
