// What follows from a language tag: direction of writing, dates and lists of names in words.

import type { Author, Direction, Timestamp } from '../model.js'

/** The day of a timestamp, for the machine and for the reader. */
export interface DayInWords {
  /** `2026-01-25` */
  readonly date: string
  readonly words: string
}

export interface Speech {
  readonly language: string
  readonly rtl: boolean
}

/** A language and the direction of the text, for the `lang` and `dir` of an element. */
export function speech({ language, direction }: { readonly language: string; readonly direction: Direction }): Speech {
  return { language, rtl: direction === 'rtl' }
}

const longDay = { dateStyle: 'long', timeZone: 'UTC' } as const
/** The one used last: making one costs more than a hundred uses of it, and a collection has a date for each chapter. */
let dayFormat: { readonly language: string; readonly format: Intl.DateTimeFormat } | undefined

/** The day that stands in the timestamp, in words; no time zone of the machine has a part in it. */
export function dayInWords(timestamp: Timestamp, language: string): DayInWords | undefined {
  const [date, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(timestamp) ?? []
  if (date === undefined) return undefined
  if (dayFormat?.language !== language) {
    dayFormat = { language, format: new Intl.DateTimeFormat(formatting(language), longDay) }
  }
  return { date, words: dayFormat.format.format(Date.UTC(Number(year), Number(month) - 1, Number(day))) }
}

/** The authors as a reader of the language would list them; empty where there is none. */
export function namesInWords(authors: readonly Author[], language: string): string {
  const list = new Intl.ListFormat(formatting(language), { type: 'conjunction' })
  return list.format(authors.map((author) => author.name))
}

/** A number as a reader of the language would write it. */
export function numberInWords(number: number, language: string): string {
  return new Intl.NumberFormat(formatting(language), { maximumFractionDigits: 20 }).format(number)
}

/** Plain `en` means the wide world here, not the United States: 25 January 2026. */
function formatting(language: string): string {
  try {
    const [tag = 'en-GB'] = Intl.getCanonicalLocales(language)
    return tag === 'en' ? 'en-GB' : tag
  } catch {
    return 'en-GB'
  }
}
