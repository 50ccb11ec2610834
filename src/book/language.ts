// The language of a chapter and the direction of its script.

import type { ReportFn } from '../diagnostics.js'
import type { Article, Direction } from '../model.js'
import { isTraditional } from './chinese.js'

const fallback = 'en'
// Enough to be sure of; the detector's time grows with the text.
const sampleLength = 2000

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])
const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/**
 * What the caller said, else what the post declares, else what its text reads as, else English with a warning. What the
 * post declares is not believed where its text runs the other way and reads as a language that does.
 */
export async function languageOf(article: Article, said: string | undefined, report: ReportFn): Promise<string> {
  if (said !== undefined) return canonical(said)
  const place = { post: article.post.url || article.post.slug }
  const { language: declared } = article.post
  const known = declared === undefined ? undefined : canonical(declared)
  if (known !== undefined && (article.direction ?? directionOf(known)) === directionOf(known)) return known
  const guess = await detect(`${article.title.text}\n${article.text}`)
  if (known !== undefined) {
    if (guess === undefined || directionOf(guess) !== article.direction) return known
    report('language-contradicted', { declared: known, language: guess }, place)
    return guess
  }
  report(guess === undefined ? 'language-unknown' : 'language-guessed', { language: guess ?? fallback }, place)
  return guess ?? fallback
}

export function directionOf(language: string): Direction {
  const { language: name, script } = new Intl.Locale(language)
  const isRightToLeft = script === undefined ? rightToLeft.has(name) : rightToLeftScripts.has(script)
  return isRightToLeft ? 'rtl' : 'ltr'
}

// The tables of the detector cost more to load than all else of an EPUB: only where nothing declares a language.
async function detect(text: string): Promise<string | undefined> {
  const { eld } = await import('eld/extrasmall')
  const found = eld.detect(text.slice(0, sampleLength))
  if (found.language === '' || !found.isReliable()) return undefined
  return found.language === 'zh' && isTraditional(text) ? 'zh-Hant' : found.language
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? fallback
  } catch {
    return fallback
  }
}
