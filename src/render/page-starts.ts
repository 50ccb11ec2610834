// Where in a running text each page of a print begins. The page knows its pieces of text; most of them stand in the text
// as they are, and those that do not (a repeated head of a table, "(page 34)", a list's number) are passed over.

import { lettersOf } from './letters.js'

/** How many letters make a place certain. */
const certain = 24
/** How far a page may be from where the last one ended, in letters: more than any page holds. */
const reach = 12_000

/** For each page the offset in `letters` at which it begins; undefined for one that is not found. */
export function pageStarts(letters: string, pages: readonly (readonly string[])[]): readonly (number | undefined)[] {
  let end = 0
  /** True where the last page was found to its last letter, so that the next begins there. */
  let isExact = true
  return pages.map((page) => {
    const text = page.map(lettersOf).filter((piece) => piece !== '')
    const near = letters.slice(end, end + reach)
    const first = firstMatch(near, text)
    const last = lastMatch(near, text.slice(first?.index ?? 0), first?.at ?? 0)
    const known = isExact ? end : undefined
    if (!first || !last) {
      // A page of pictures alone, or of what the text lacks: nothing was passed over that could not stand on it.
      isExact = false
      return text.length === 0 || known === letters.length ? undefined : known
    }
    const start = end + first.at
    const skipped = first.passed
    end += last.end
    isExact = last.passed === 0
    // What the page begins with and the text does not hold comes before; then the end of the last page is the better place.
    return skipped > 0 && known !== undefined && start - known <= skipped + certain ? known : start
  })
}

interface First {
  readonly at: number
  /** Its number among the pieces. */
  readonly index: number
  /** The letters before it that were not found. */
  readonly passed: number
}

function firstMatch(near: string, pieces: readonly string[]): First | undefined {
  let passed = 0
  for (const [index, piece] of pieces.entries()) {
    const key = joinedFrom(pieces, index)
    const at = near.indexOf(key)
    // Short pieces, at the end of a page, prove nothing far away.
    if (at >= 0 && (key.length >= certain || at <= certain)) return { at, index, passed }
    passed += piece.length
  }
  return undefined
}

function joinedFrom(pieces: readonly string[], from: number): string {
  let key = ''
  for (let index = from; index < pieces.length && key.length < certain; index++) key += pieces[index]
  return key
}

interface Last {
  readonly end: number
  readonly passed: number
}

/** The last piece that is found; of several places the one where the page, from its beginning on, should have it. */
function lastMatch(near: string, pieces: readonly string[], from: number): Last | undefined {
  let left = pieces.reduce((sum, piece) => sum + piece.length, 0)
  let passed = 0
  for (let index = pieces.length - 1; index >= 0; index--) {
    const key = joinedTo(pieces, index)
    const wanted = from + left - key.length
    const places = [near.lastIndexOf(key, wanted), near.indexOf(key, wanted)].filter((at) => at >= from)
    const [nearest] = places.sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))
    if (nearest !== undefined && Math.abs(nearest - wanted) < left + certain)
      return { end: nearest + key.length, passed }
    left -= pieces[index]?.length ?? 0
    passed += pieces[index]?.length ?? 0
  }
  return undefined
}

function joinedTo(pieces: readonly string[], to: number): string {
  let key = ''
  for (let index = to; index >= 0 && key.length < certain; index--) key = pieces[index] + key
  return key
}
