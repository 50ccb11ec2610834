// The interface words of a book: headings and labels that Offprint adds to what the author wrote.

import { readdirSync, readFileSync } from 'node:fs'

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
  | 'accessibleText'
  | 'accessibleMath'
  | 'accessibleMathWords'
  | 'accessiblePictures'
  | 'accessibleStill'
  | 'accessibleStillCover'

export interface Wording {
  readonly words: Words
  /** The language of the words where it is not the book's own: they are English then. */
  readonly wordsLanguage: string | undefined
}

const folder = new URL('../../templates/locales/', import.meta.url)
const known = new Map<string, Words>()

/** The words in a language, or English ones with their language named. */
export function wordsIn(language: string): Wording {
  const wanted = language.toLowerCase().split('-')[0] ?? ''
  const there = readdirSync(folder).includes(`${wanted}.json`)
  return there ? { words: load(wanted), wordsLanguage: undefined } : { words: load('en'), wordsLanguage: 'en' }
}

/** What is said in brackets of the page `{page}`; the bare number where no words of the language are known. */
export function pageReferenceIn(language: string): string {
  const { words, wordsLanguage } = wordsIn(language)
  return wordsLanguage === undefined ? words.pageReference : '({page})'
}

function load(language: string): Words {
  const words = known.get(language) ?? (JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Words)
  known.set(language, words)
  return words
}
