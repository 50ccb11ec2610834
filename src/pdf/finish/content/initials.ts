// The large initial of a paragraph. It is drawn as a text of its own, lower than the line that it begins, so that readers
// and searches would find "N" and "obody". Its letter is given to the first glyph of that line (ISO 32000-1 §14.9.4).

import type { PDFDict } from '@pdfme/pdf-lib'
import type { PdfLib } from '../../library.js'
import type { FontText } from '../../pages/pieces.js'
import { resourcesOf } from '../../pages/text.js'

/** The text that a code of a font shows, named as in the page's resources. */
type TextOf = (font: string, code: number) => string | undefined

/** Joins initials to their words; undefined where there is none. */
export type JoinInitials = (content: Uint8Array, resources: PDFDict | undefined) => Uint8Array | undefined

/** For all pages of a file, which share their fonts. */
export function joinInitials(lib: PdfLib): JoinInitials {
  const known = new Map<unknown, FontText>()
  return (content, resources) => {
    const { fontOf } = resourcesOf(lib, resources, known)
    return joinedInitials(content, (font, code) => fontOf(font).texts.get(code))
  }
}

/** The beginning of a text with its font, size and baseline, which Chromium counts from above. */
const begin = String.raw`BT\s+\/(\w+)\s([\d.]+)\sTf\s+1 0 0 -1 [\d.-]+ ([\d.-]+) Tm\s+`
/** A text of one glyph. */
const single = new RegExp(`${begin}<([\\da-f]+)> Tj\\s+(?=ET\\b)`, 'gi')
/** From its end to the first glyph of the next text. */
const next = new RegExp(`ET\\b(?:(?!\\bBT\\b)[\\s\\S]){0,200}?${begin}<([\\da-f]+)> Tj\\s`, 'iy')
/** How much larger an initial is than its text, at least. */
const larger = 2.5

export function joinedInitials(content: Uint8Array, textOf: TextOf): Uint8Array | undefined {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  const parts: string[] = []
  let from = 0
  for (const initial of text.matchAll(single)) {
    next.lastIndex = initial.index + initial[0].length
    const line = next.exec(text)
    const word = line ? wordOf(initial, line, textOf) : undefined
    if (line === null || word === undefined) continue
    parts.push(text.slice(from, initial.index), replaced('', initial), replaced(word, line))
    from = next.lastIndex
  }
  return parts.length === 0 ? undefined : Buffer.from(parts.join('') + text.slice(from), 'latin1')
}

/** The initial and the first glyph of its line, if they are that: a large letter that stands lower than what follows it. */
function wordOf(initial: RegExpExecArray, line: RegExpExecArray, textOf: TextOf): string | undefined {
  const [, font = '', size, base, glyph = ''] = initial
  const [, nextFont = '', nextSize, nextBase, nextGlyph = ''] = line
  if (Number(size) < larger * Number(nextSize) || Number(base) <= Number(nextBase)) return undefined
  const letter = textOf(font, Number.parseInt(glyph, 16)) ?? ''
  const after = textOf(nextFont, Number.parseInt(nextGlyph, 16)) ?? ''
  return /^\p{Lu}$/u.test(letter) && /^[\p{L}'’]/u.test(after) ? letter + after : undefined
}

/** What was found, with a replacement text for its glyph. */
function replaced(text: string, [whole, , , , glyph = '']: RegExpExecArray): string {
  const units = [...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, '0'))
  const start = whole.slice(0, whole.lastIndexOf('<'))
  return `${start}/Span<</ActualText <FEFF${units.join('').toUpperCase()}> >> BDC\n<${glyph}> Tj\nEMC\n`
}
