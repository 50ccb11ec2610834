// What a reader of a post would see, to be held against what came out.

import { load } from 'cheerio'

/** The words of a piece of markup in order: letters and digits only, so that quotes and breaks do not count. */
export function wordsOfMarkup(html: string, without: readonly string[] = []): string[] {
  const $ = load(`<!DOCTYPE html><body>${html}`)
  for (const selector of ['script, style, template, noscript', ...without]) $(selector).remove()
  $('p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, div, br').append(' ')
  return wordsOf($('body').text())
}

export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The words of `all` that stand fewer times in `found`. */
export function missingWords(all: readonly string[], found: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1)
  return all.filter((word) => {
    const left = counts.get(word) ?? 0
    counts.set(word, left - 1)
    return left <= 0
  })
}
