// The interface words of a book: headings and labels that Offprint adds to what the author wrote, a file for each language.

import { readFileSync } from 'node:fs'
import { type Locale, localeOf } from './locales.js'

/** A locale file. The day and its months are patterns too. */
export type Words = Readonly<Record<WordKey, string>>

type WordKey =
  | 'cover'
  | 'coverBy'
  | 'contents'
  | 'pages'
  | 'pageReference'
  | 'introduction'
  | 'titlePage'
  | 'landmarks'
  | 'startOfText'
  | 'notes'
  | 'links'
  | 'sourceCode'
  | 'faq'
  | 'colophon'
  | 'authors'
  | 'site'
  | 'published'
  | 'updated'
  | 'source'
  | 'publisher'
  | 'series'
  | 'isbn'
  | 'rights'
  | 'made'
  | 'picture'
  | 'myNotes'
  | 'date'
  | 'months'

export interface Wording {
  readonly words: Words
  /** The language of the words where it is not the book's own: they are English then. */
  readonly wordsLanguage: string | undefined
}

/** The words in a language, or English ones with their language named. */
export function wordsIn(language: string): Wording {
  const locale = localeOf(language)
  if (locale === undefined) return { words: wordsOf('en'), wordsLanguage: 'en' }
  // Nynorsk has its own words; a book in it gets those of Bokmål, and says so.
  return { words: wordsOf(locale), wordsLanguage: /^nn\b/i.test(language) ? locale : undefined }
}

/** What is said in brackets of the page `{page}`; the bare number where no words of the language are known. */
export function pageReferenceIn(language: string): string {
  const { words, wordsLanguage } = wordsIn(language)
  return wordsLanguage === undefined ? words.pageReference : '({page})'
}

const folder = new URL('../../templates/locales/', import.meta.url)
const known = new Map<Locale, Words>()

export function wordsOf(locale: Locale): Words {
  const words = known.get(locale) ?? (JSON.parse(readFileSync(new URL(`${locale}.json`, folder), 'utf8')) as Words)
  known.set(locale, words)
  return words
}
