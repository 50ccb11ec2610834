// The name that an author is sorted by.

/** Families come first in these languages, or names are not turned round (Icelandic). */
const asWritten = new Set(['hu', 'is', 'ja', 'ko', 'vi', 'zh'])
const generation = /^(jr|sr|junior|senior|ii|iii|iv)\.?$/i
const withoutWordOrder = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{N}]/u

/**
 * The last word first: `Ekström, Maja`. A name of one word, one that has a comma already, and one whose script or language
 * puts the family first stay as they are. The rule is simple, and wrong for a name like `Gabriel García Márquez`.
 */
export function fileAs(name: string, language: string): string {
  const words = name.trim().split(/\s+/)
  const isPlain = words.length > 1 && !name.includes(',') && !withoutWordOrder.test(name)
  if (!isPlain || asWritten.has(language.split('-')[0] ?? '')) return name.trim()
  const suffix = words.length > 2 && generation.test(words.at(-1) ?? '') ? words.pop() : undefined
  const family = words.pop()
  return [family, words.join(' '), suffix].filter((part) => part !== undefined).join(', ')
}
