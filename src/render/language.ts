// What follows from a language tag: direction of writing, dates and lists of names in words.

import type { Author, Direction, Timestamp } from '../model.js'
import { dayWords } from './days.js'
import { formattingLocale } from './locales.js'

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

/** The day that stands in the timestamp, in words; no time zone of the machine has a part in it. */
export function dayInWords(timestamp: Timestamp, language: string): DayInWords | undefined {
  const [date, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(timestamp) ?? []
  if (date === undefined) return undefined
  return { date, words: dayWords({ year: Number(year), month: Number(month), day: Number(day) }, language) }
}

/** The authors as a reader of the language would list them; empty where there is none. */
export function namesInWords(authors: readonly Author[], language: string): string {
  const list = new Intl.ListFormat(formattingLocale(language), { type: 'conjunction' })
  return list.format(authors.map((author) => author.name))
}

/** A number as a reader of the language would write it. */
export function numberInWords(number: number, language: string): string {
  return new Intl.NumberFormat(formattingLocale(language), { maximumFractionDigits: 20 }).format(number)
}
