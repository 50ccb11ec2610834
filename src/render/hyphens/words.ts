// Which words of a running text are divided: plain ones. Not names, capitals, addresses, figures, compounds that have a
// hyphen already, nor the last word of a paragraph.

import type { Hyphenate } from '../../hyphens.js'

export interface Surroundings {
  /** The end of the paragraph's text before this piece, and the character after it; empty where there is none. */
  readonly before: string
  readonly after: string
  /** Whether the language capitalises nouns, so that a capital tells no name. */
  readonly capitalisesNouns: boolean
}

/** How much of the text before a piece is looked at. */
export const lookBack = 40
/** Longer than any word, and too long to be looked at closely. */
const longest = 60

/** Letters, also joined by an apostrophe or a dash, between marks of punctuation. */
const plainWord = /^[\p{Ps}\p{Pi}"'¿¡]*[\p{L}\p{M}]+(?:[’'—–][\p{L}\p{M}]+)*[\p{P}]*$/u
const mayFollow = /^$|[\s\p{Pe}\p{Pf}.,;:!?"'…—–]/u
const mayPrecede = /^$|[\s\p{Ps}\p{Pi}"'—–]/u

/** Puts soft hyphens into a piece of text that stands between two tags. */
export function hyphenateText(text: string, around: Surroundings, hyphenate: Hyphenate): string {
  const { before, after, capitalisesNouns } = around
  const end = text.trimEnd().length
  return text.replace(/\S+/g, (token, at: number) => {
    if (token.length > longest || !plainWord.test(token)) return token
    if (at === 0 && !mayPrecede.test(before.slice(-1))) return token
    const isLast = at + token.length === end
    if (isLast && (after === '' || (end === text.length && !mayFollow.test(after)))) return token
    const beginsSentence = () => endsSentence((before + text.slice(Math.max(0, at - lookBack), at)).slice(-lookBack))
    return token.replace(/[\p{L}\p{M}]+/gu, (word) => {
      if (/^.+\p{Lu}/u.test(word)) return word
      const isName = /^\p{Lu}/u.test(word) && !capitalisesNouns && !beginsSentence()
      return isName ? word : hyphenate(word)
    })
  })
}

/** True at the beginning, and after a mark that ends a sentence; the point of `Dr.` does not. */
function endsSentence(before: string): boolean {
  const last = /(\S*)\s*$/.exec(before.slice(-lookBack))?.[1] ?? ''
  if (last === '') return true
  return /[.!?…:][\p{Pe}\p{Pf}"']*$/u.test(last) && !/^\p{Lu}\p{L}{0,3}\.$/u.test(last)
}
