// Soft hyphens in the text of a page. Chromium writes every one of them, also those that divide nothing, so that a search
// would not find the word; and of the one at the end of a line it makes two characters, a soft hyphen and a hyphen. What
// belongs there is a soft hyphen at the end of a line and nowhere else (ISO 32000-1 §14.8.2.2.3).

import type { PDFDict } from '@pdfme/pdf-lib'
import type { PdfLib } from '../../library.js'
import type { FontText } from '../../pages/pieces.js'
import { resourcesOf } from '../../pages/text.js'

/** Tells whether a code of a font, named as in the page's resources, shows a hyphen. */
type IsHyphen = (font: string, code: number) => boolean

/** Tidies the content of a page or a form with these resources; undefined where there is nothing to tidy. */
export type TidyHyphens = (content: Uint8Array, resources: PDFDict | undefined) => Uint8Array | undefined

/** For all pages of a file, which share their fonts. */
export function tidyHyphens(lib: PdfLib): TidyHyphens {
  const known = new Map<unknown, FontText>()
  return (content, resources) => {
    const { fontOf } = resourcesOf(lib, resources, known)
    return tidySoftHyphens(content, (font, code) => /^[-\u2010\u00ad]$/.test(fontOf(font).texts.get(code) ?? ''))
  }
}

const softHyphen = '00ad'

/** What has a soft hyphen in its replacement text (ISO 32000-1 §14.9.4), as Chromium writes it. */
const spans = /\/Span\s*<<\s*\/ActualText\s*<feff((?:[\da-f]{4})*?00ad[\da-f]*)>\s*>>\s*BDC\s([\s\S]*?)\bEMC\s/gi
/** The end of a line, and the hyphen that is drawn there as a text of its own. */
const hyphenation = /(ET\s+BT\s+\/(\w+)\s[\d.]+\sTf\s[^<>()]*?Tm\s+)<([\da-f]+)>\s*Tj\s/iy

/** The content with its soft hyphens at the ends of lines only; undefined where it has none. */
export function tidySoftHyphens(content: Uint8Array, isHyphen: IsHyphen): Uint8Array | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (!bytes.includes(softHyphen) && !bytes.includes(softHyphen.toUpperCase())) return undefined
  const text = bytes.toString('latin1')
  const parts: string[] = []
  let from = 0
  spans.lastIndex = 0
  for (let span = spans.exec(text); span; span = spans.exec(text)) {
    const [whole, units = '', body = ''] = span
    const end = span.index + whole.length
    parts.push(text.slice(from, span.index), withoutSoftHyphens(whole, units, body))
    hyphenation.lastIndex = end
    const [drawn, line = '', font = '', code = ''] = hyphenation.exec(text) ?? []
    const ends = drawn !== undefined && /00ad$/i.test(units) && isHyphen(font, Number.parseInt(code, 16))
    if (ends) parts.push(line, `/Span<</ActualText <FEFF00AD> >> BDC\n<${code}> Tj\nEMC\n`)
    from = ends ? end + drawn.length : end
    spans.lastIndex = from
  }
  return parts.length === 0 ? undefined : Buffer.from(parts.join('') + text.slice(from), 'latin1')
}

function withoutSoftHyphens(whole: string, units: string, body: string): string {
  const others = (units.match(/.{4}/g) ?? []).filter((unit) => unit.toLowerCase() !== softHyphen).join('')
  // A hyphen alone is drawn as a space of no width; what moves the pen on must stay.
  return others === '' ? body.replace(/<[\da-f]+>\s*Tj\b/gi, '') : whole.replace(units, others)
}
