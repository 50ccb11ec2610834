// Days in words. By patterns of our own where there is a locale file: what Intl says of a day differs between the versions
// of Node (Hindi, Bengali), and a book must be the same in all of them.

import { formattingLocale, localeOf } from './locales.js'
import { wordsOf } from './words.js'

interface Day {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
}

/** Where day and month of a language are written otherwise than in its locale file. */
const regional: Readonly<Record<string, string>> = {
  'en-US': '{month} {day}, {year}',
  'en-CA': '{month} {day}, {year}',
  'en-PH': '{month} {day}, {year}',
}
/** Months have names of their own there, which Intl knows. */
const otherMonths = /^ar-(dz|tn|ma|mr|lb|sy|jo|iq|ps)$/i
const firstDays: Readonly<Record<string, string>> = { fr: '1er', it: '1º', pt: '1º' }

const persian = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})
const buddhistEra = 543

/** A day of the Gregorian calendar as a reader of the language would write it. */
export function dayWords(day: Day, language: string): string {
  const locale = otherMonths.test(language) ? undefined : localeOf(language)
  if (locale === undefined) return byIntl(day, language)
  const words = wordsOf(locale)
  const pattern = regional[language] ?? words.date
  const there = inCalendarOf(locale, day)
  const month = words.months.split(' ')[there.month - 1] ?? ''
  const values: Readonly<Record<string, string>> = {
    year: String(there.year),
    month: language === 'de-AT' && there.month === 1 ? 'Jänner' : month,
    day: there.day === 1 ? (firstDays[locale] ?? '1') : String(there.day),
  }
  const written = pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return locale === 'fa' ? inPersianDigits(written) : written
}

/** Iran counts the years of the sun from the Hijra, Thailand from the death of the Buddha. */
function inCalendarOf(locale: string, day: Day): Day {
  if (locale === 'th') return { ...day, year: day.year + buddhistEra }
  if (locale !== 'fa') return day
  const parts = persian.formatToParts(Date.UTC(day.year, day.month - 1, day.day))
  const part = (...names: string[]) => Number(parts.find(({ type }) => names.includes(type))?.value)
  return { year: part('year', 'relatedYear'), month: part('month'), day: part('day') }
}

function inPersianDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit)))
}

const longDay = { dateStyle: 'long', timeZone: 'UTC' } as const
/** The one used last: making one costs more than a hundred uses of it, and a collection has a date for each chapter. */
let dayFormat: { readonly language: string; readonly format: Intl.DateTimeFormat } | undefined

function byIntl({ year, month, day }: Day, language: string): string {
  if (dayFormat?.language !== language) {
    dayFormat = { language, format: new Intl.DateTimeFormat(formattingLocale(language), longDay) }
  }
  return dayFormat.format.format(Date.UTC(year, month - 1, day))
}
