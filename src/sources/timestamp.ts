// WordPress gives each date twice, as the site's clock and as UTC, both without an offset.

import type { Timestamp } from '../model.js'

const pattern = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/

interface Clock {
  /** `2026-01-25T10:54:00` */
  readonly time: string
  readonly offset: string | undefined
  /** Milliseconds since 1970 if the time were UTC. */
  readonly value: number
}

/**
 * One moment with the site's own offset, from the site's time and UTC. Where only one of them is there, or the two
 * are no offset apart that a time zone could have, the moment is given in UTC. Dates that do not exist
 * (`0000-00-00T00:00:00` of a draft) count as absent.
 */
export function timestampOf(site: string | undefined, utc: string | undefined): Timestamp | undefined {
  const local = clockOf(site)
  const universal = clockOf(utc)
  if (local?.offset) return `${local.time}${local.offset}`
  if (!local || !universal) return zulu(universal ?? local)
  const offset = offsetOf(local.value - universal.value)
  return offset ? `${local.time}${offset}` : zulu(universal)
}

function zulu(clock: Clock | undefined): Timestamp | undefined {
  return clock && `${clock.time}${clock.offset ?? 'Z'}`
}

function clockOf(text: string | undefined): Clock | undefined {
  const [, date, time, offset] = pattern.exec(text?.trim() ?? '') ?? []
  if (!date || !time) return undefined
  const value = Date.parse(`${date}T${time}Z`)
  // Date.parse takes 30 February for 2 March.
  const exists = !Number.isNaN(value) && new Date(value).toISOString().startsWith(`${date}T${time}`)
  return exists ? { time: `${date}T${time}`, offset, value } : undefined
}

const minute = 60_000

/** Time zones lie 12 hours west to 14 hours east of UTC, in quarters of an hour. */
function offsetOf(difference: number): string | undefined {
  const minutes = difference / minute
  if (minutes % 15 !== 0 || minutes < -12 * 60 || minutes > 14 * 60) return undefined
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`
}
