// Where the lines of print may end: not before a dash that stands between spaces, and inside an address where addresses
// break. Elements say so, not characters, so that words are found and copied as they were written.

import type { Xhtml } from '../model.js'
import { breakable } from './addresses.js'
import { plainText } from './print-headings.js'

/** A longer word would leave a hole in the line before it. */
const longestBound = 12

/** A word, the space behind it, and a dash with a space behind that. */
const spacedDash = new RegExp(`(?<=^|\\s)([^\\s<>–—]{1,${longestBound}} [–—])(?=\\s)`, 'g')
const address = /(?:https?:\/\/|www\.)[^\s<>"“”„»«]*[^\s<>"“”„»«.,;:!?()[\]'’]/g
const pieces = /<(?:math|svg)[\s>][\s\S]*?<\/(?:math|svg)>|<[^<>]*>|[^<>]+/g

/** Marks what stays together, and where what is long may break. */
export function markLineEnds(xhtml: Xhtml): Xhtml {
  let inCode = false
  return xhtml.replace(pieces, (piece) => {
    if (/^<\/?(?:pre|code|kbd|samp)[\s>]/.test(piece)) inCode = !piece.startsWith('</')
    if (piece.startsWith('<')) return piece
    if (inCode) return piece.replace(/\S+/g, withBreaks)
    return piece.replace(address, withBreaks).replace(spacedDash, '<span class="bound">$1</span>')
  }) as Xhtml
}

function withBreaks(words: string): string {
  const scheme = /^\W{0,3}https?:\/\//.exec(words)?.[0] ?? ''
  return scheme + breakable(plainText(words.slice(scheme.length)))
}
