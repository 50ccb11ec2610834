/**
 * Text as a CSS string that ends where it should, in a style sheet inside XML or HTML (CSS Syntax 3, section 4.3.5).
 * All but letters, figures, spaces and plain punctuation is written as an escape, so no quote, line end, `</style>` or
 * `<!--` comes through. White space is run together and other control characters go: neither can be printed.
 */
export function cssString(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, '')
    .trim()
  const escaped = plain.replace(/[^\p{L}\p{M}\p{N} .,:;!?()–—’‘“”…-]/gu, (character) => {
    return `\\${character.codePointAt(0)?.toString(16)} `
  })
  return `"${escaped}"`
}
