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
}
