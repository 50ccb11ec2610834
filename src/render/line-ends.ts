// Where the lines of print may end: not before a dash that stands between spaces, not between a single letter or a figure
// and the word that it belongs to (L-glutamine, B-12), and inside an address where addresses break.
// Elements say so, not characters, so that words are found and copied as they were written.

import type { Xhtml } from '../model.js'
import { breakable } from './addresses.js'
import { plainText } from './print-headings.js'

/** A longer word would leave a hole in the line before it. */
const longestBound = 12
/** So would a longer compound, and a narrow column might have no room for it. */
const longestCompound = 18

/** A word, the space behind it, and a dash with a space behind that. */
const spacedDash = new RegExp(`(?<=^|\\s)[^\\s<>–—]{1,${longestBound}} [–—](?=\\s)`, 'u')
const address = /(?:https?:\/\/|www\.)[^\s<>"“”„»«]*[^\s<>"“”„»«.,;:!?()[\]'’]/u
/** Words joined by hyphens, the one of the keyboard or the typographic one. */
const compound = /(?<![\p{L}\p{M}\p{N}-])[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)+/u
const found = new RegExp(`(?<address>${address.source})|(?<dash>${spacedDash.source})|${compound.source}`, 'gu')
const pieces = /<(?:math|svg)[\s>][\s\S]*?<\/(?:math|svg)>|<[^<>]*>|[^<>]+/g

/** Marks what stays together, and where what is long may break. */
export function markLineEnds(xhtml: Xhtml): Xhtml {
  let inCode = false
  return xhtml.replace(pieces, (piece) => {
    if (/^<\/?(?:pre|code|kbd|samp)[\s>]/.test(piece)) inCode = !piece.startsWith('</')
    if (piece.startsWith('<')) return piece
    if (inCode) return piece.replace(/\S+/g, withBreaks)
    return piece.replace(found, (words, inAddress?: string, withDash?: string) => {
      if (inAddress !== undefined) return withBreaks(words)
      return withDash === undefined ? boundCompound(words) : bound(words)
    })
  }) as Xhtml
}

function bound(words: string): string {
  return `<span class="bound">${words}</span>`
}

const single = /^(?:\p{L}\p{M}*|\p{N}+)$/u
const lowerCase = /^\p{Ll}/u

/** The compound with those of its parts together that are no words by themselves: `L-glutamine`, `omega-3`, `a-t-il`. */
function boundCompound(words: string): string {
  const parts = words.split(/(?<=[-\u2010])/u)
  const runs: string[][] = []
  parts.forEach((part, at) => {
    const [word, before] = [part, parts[at - 1] ?? ''].map((one) => one.replace(/[-\u2010]$/u, '')) as [string, string]
    // One in the middle belongs to what stands before it (Omega-3-Öl), but for the t of `va-t-il`.
    const belongsToNext = single.test(before) && (at === 1 || lowerCase.test(before))
    const belongsToLast = at > 0 && single.test(word) && !(lowerCase.test(word) && at < parts.length - 1)
    const run = belongsToNext || belongsToLast ? runs.at(-1) : undefined
    if (run) run.push(part)
    else runs.push([part])
  })
  return runs.map((run) => marked(run)).join('')
}

function marked(run: readonly string[]): string {
  const text = run.join('')
  return run.length > 1 && text.length <= longestCompound ? bound(text) : text
}

function withBreaks(words: string): string {
  const scheme = /^\W{0,3}https?:\/\//.exec(words)?.[0] ?? ''
  return scheme + breakable(plainText(words.slice(scheme.length)))
}
