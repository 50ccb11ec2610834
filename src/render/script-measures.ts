// What a language's script asks of the page: more room between the lines where signs stand above and below the letters,
// and smaller type where each character fills a square.

import type { Tokens } from './theme.js'

interface ScriptMeasures {
  /** The least line to type size. */
  readonly leading: number
  /** Type size as a part of that of Latin. */
  readonly size: number
}

const measures: readonly (readonly [RegExp, ScriptMeasures])[] = [
  [/^(zh|yue|ja)\b/i, { leading: 1.65, size: 0.88 }],
  [/^ko\b/i, { leading: 1.6, size: 0.92 }],
  [/^(th|lo|km|my|bo)\b/i, { leading: 1.55, size: 1 }],
  [/^(hi|mr|ne|sa|bn|as|pa|gu|or|ta|te|kn|ml|si)\b/i, { leading: 1.5, size: 1 }],
  [/^(ar|fa|ps|ckb|ug|sd)\b/i, { leading: 1.5, size: 1.08 }],
  // Nastaliq runs downwards.
  [/^ur\b/i, { leading: 1.8, size: 1 }],
  [/^(he|yi|vi)\b/i, { leading: 1.42, size: 1 }],
]

/** The measures of a theme for a language. A tag that names the Latin script is set as Latin is. */
export function inScriptOf(language: string, tokens: Tokens): Tokens {
  const found = measures.find(([pattern]) => pattern.test(language))?.[1]
  if (!found || /-latn\b/i.test(language)) return tokens
  return {
    ...tokens,
    leading: Math.max(tokens.leading, found.leading),
    // The same measure holds more of smaller type.
    charactersPerLine: tokens.charactersPerLine / found.size,
  }
}
