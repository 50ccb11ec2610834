// Drawings: what is refused before one is drawn. Scripts never run and nothing outside is loaded, because the renderer
// gets bytes without a place to start from; entities and foreign encodings could hide what is looked for here.

import { Refusal } from './kind.js'
import { maxSvgBytes } from './limits.js'

/** @throws Refusal where the drawing asks for more than drawing. */
export function requireHarmless(bytes: Uint8Array): void {
  if (bytes.length > maxSvgBytes) throw new Refusal(`the drawing has more than ${maxSvgBytes / 1e6} MB`)
  const text = Buffer.from(bytes).toString('utf8')
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) throw new Refusal('the drawing declares entities')
  const [, encoding = 'utf-8'] = /^\uFEFF?\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/i.exec(text) ?? []
  if (!/^(?:utf-?8|us-ascii|iso-8859-1)$/i.test(encoding)) throw new Refusal(`the drawing is written in ${encoding}`)
  if (/<(?:[\w-]+:)?include[\s>]/i.test(text)) throw new Refusal('the drawing includes other files')
  requireCheap(text)
}

/**
 * What a few words can make cost minutes, and what nobody can interrupt once it is being drawn: copies of copies grow by
 * powers, and a filter looks at every pixel many times.
 */
const dear: readonly (readonly [RegExp, number])[] = [
  [/<(?:[\w-]+:)?use[\s>/]/g, 12],
  [/<(?:[\w-]+:)?(?:pattern|mask|marker)[\s>/]/g, 12],
  [/\bfilter\s*[=:]/g, 4],
  [/<(?:[\w-]+:)?fe(?:Turbulence|Morphology|ConvolveMatrix|DiffuseLighting|SpecularLighting)[\s>/]/g, 0],
]

function requireCheap(text: string): void {
  const isDear = dear.some(([pattern, most]) => (text.match(pattern)?.length ?? 0) > most)
  if (isDear) throw new Refusal('the drawing takes too long to draw')
  // A style may apply one filter to every element.
  if (/<style[\s>]/.test(text) && /<(?:[\w-]+:)?filter[\s>/]/.test(text))
    throw new Refusal('the drawing takes too long to draw')
}
