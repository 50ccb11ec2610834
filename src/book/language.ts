// The language of a chapter and the direction of its script.

import type { ReportFn } from '../diagnostics.js'
import type { Article } from '../model.js'

const fallback = 'en'
// Enough to be sure of; the detector's time grows with the text.
const sampleLength = 2000

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])
const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** What the caller said, else what the post declares, else what its text reads as, else English with a warning. */
export async function languageOf(article: Article, said: string | undefined, report: ReportFn): Promise<string> {
  const declared = said ?? article.post.language
  if (declared !== undefined) return canonical(declared)
  const place = { post: article.post.url || article.post.slug }
  const guess = await detect(`${article.title.text}\n${article.text}`)
  report(guess === undefined ? 'language-unknown' : 'language-guessed', { language: guess ?? fallback }, place)
  return guess ?? fallback
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  const { language: name, script } = new Intl.Locale(language)
  const isRightToLeft = script === undefined ? rightToLeft.has(name) : rightToLeftScripts.has(script)
  return isRightToLeft ? 'rtl' : 'ltr'
}

// The tables of the detector cost more to load than all else of an EPUB: only where nothing declares a language.
async function detect(text: string): Promise<string | undefined> {
  const { eld } = await import('eld/extrasmall')
  const found = eld.detect(text.slice(0, sampleLength))
  return found.language !== '' && found.isReliable() ? found.language : undefined
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? fallback
  } catch {
    return fallback
  }
}
