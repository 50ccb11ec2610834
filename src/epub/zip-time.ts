// ZIP keeps dates as MS-DOS does: no time zone, from 1980 to 2107, in steps of two seconds (APPNOTE 4.4.6).

const earliest = Date.UTC(1980, 0, 1)
const latest = Date.UTC(2107, 11, 31, 23, 59, 58)

/** The UTC time of a ZIP entry, moved to the nearest one that the format can hold. Throws `RangeError` on no date. */
export function zipTime(timestamp: string): Date {
  const time = Date.parse(timestamp)
  if (Number.isNaN(time)) throw new RangeError(`${JSON.stringify(timestamp)} is no date for a ZIP entry.`)
  return new Date(Math.min(Math.max(time, earliest), latest))
}
