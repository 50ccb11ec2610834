// Dates as PDF writes them, made of the metadata alone: no clock and no time zone of the machine.

import type { Metadata } from '../../model.js'

interface PdfDates {
  readonly created: string
  readonly modified: string
}

/** ISO 8601, to the second: the publication, and the last change; both the same where only one is known. */
export function datesOf({ published, modified }: Metadata): PdfDates {
  return { created: published && parts(published) ? published : modified, modified }
}

/** `D:YYYYMMDDHHmmSSOHH'mm'` (ISO 32000-1 §7.9.4); undefined for what is not an ISO 8601 date and time. */
export function pdfDate(timestamp: string): string | undefined {
  const found = parts(timestamp)
  if (!found) return undefined
  const { year, month, day, hour, minute, second = '00', zone = 'Z' } = found
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}'${zone.slice(-2)}'`
  return `D:${year}${month}${day}${hour}${minute}${second}${offset}`
}

function parts(timestamp: string): Record<string, string | undefined> | undefined {
  const pattern =
    /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)T(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?$/
  return pattern.exec(timestamp)?.groups
}
