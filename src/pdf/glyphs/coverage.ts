// What the fonts that a document links can print, by the `unicode-range` of their style sheets.

import { fontFile } from '../page/answers.js'

/** Tells whether a character is one of those that the linked font packages were made for. */
export async function fontCoverage(xhtml: string): Promise<(character: string) => boolean> {
  const sheets = [...xhtml.matchAll(/\bhref="fonts\/([a-z0-9-]+)\/([a-z0-9-]+\.css)"/g)]
  const texts = await Promise.all(sheets.map(([, family = '', file = '']) => fontFile(family, file)))
  const ranges = texts.flatMap((text) => unicodeRanges(Buffer.from(text ?? []).toString('utf8')))
  return (character) => {
    const code = character.codePointAt(0) ?? 0
    return ranges.some(([first, last]) => first <= code && code <= last)
  }
}

/** The ranges of all `unicode-range` descriptors (CSS Fonts Level 4 §4.5). */
function unicodeRanges(css: string): readonly (readonly [number, number])[] {
  const lists = [...css.matchAll(/unicode-range:\s*([^;}]+)/gi)].map(([, list = '']) => list)
  return lists.flatMap((list) =>
    list.split(',').map((range) => {
      const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
      return [hex(first, '0'), hex(last, 'F')] as const
    }),
  )
}

/** `4??` is the range from 400 to 4FF. */
function hex(digits: string, wildcard: string): number {
  return Number.parseInt(digits.replaceAll('?', wildcard), 16)
}
