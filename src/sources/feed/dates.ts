// Dates as feeds write them, as moments in ISO 8601.

import type { Timestamp } from '../../model.js'

const full = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** RFC 3339, with the offset that it has. */
export function isoDate(text: string): Timestamp | undefined {
  const written = text.trim()
  if (!full.test(written) || Number.isNaN(Date.parse(written))) return undefined
  const [, minutes = '', seconds = ':00', offset = ''] = /^(.{16})(:\d\d)?(?:\.\d+)?(.+)$/.exec(written) ?? []
  return `${minutes}${seconds}${offset === '+00:00' ? 'Z' : offset}`
}

/** RFC 822 or 3339; a date that nobody could mean counts as none. */
export function dateOf(text: string): Timestamp | undefined {
  const iso = isoDate(text)
  if (iso) return iso
  // Without a year of four digits `Date.parse` guesses.
  const value = /\b\d{4}\b/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(value) || value <= 0) return undefined
  return new Date(value).toISOString().replace('.000Z', 'Z')
}
