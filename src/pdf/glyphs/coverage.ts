// What the fonts that a document links can print.

import { fontFile } from '../page/answers.js'
import { codePointsOf } from './woff.js'

export interface Coverage {
  /** The names of the families as they stand in a PDF: without spaces. */
  readonly families: readonly string[]
  /** Tells whether some linked face has a glyph for the character, and is asked for it. */
  readonly covers: (character: string) => boolean
}

interface Face {
  readonly family: string
  readonly ranges: readonly (readonly [number, number])[]
  readonly codes: ReadonlySet<number>
}

/**
 * Reads the linked style sheets and the character maps of their fonts. The ranges alone will not do: they are the same
 * for all families, and promise characters that a family does not have.
 */
export async function fontCoverage(xhtml: string): Promise<Coverage> {
  const sheets = [...xhtml.matchAll(/\bhref="fonts\/([a-z0-9-]+)\/([a-z0-9-]+\.css)"/g)]
  const faces = (await Promise.all(sheets.map(([, name = '', file = '']) => facesOf(name, file)))).flat()
  return {
    families: [...new Set(faces.map(({ family }) => family.replaceAll(' ', '')))],
    covers: (character) => {
      const code = character.codePointAt(0) ?? 0
      return faces.some(
        ({ codes, ranges }) => codes.has(code) && ranges.some(([first, last]) => first <= code && code <= last),
      )
    },
  }
}

async function facesOf(name: string, file: string): Promise<readonly Face[]> {
  const css = Buffer.from((await fontFile(name, file)) ?? []).toString('utf8')
  const rules = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, rule = '']) => rule)
  return Promise.all(
    rules.map(async (rule) => {
      const family = /font-family:\s*['"]?([^'";]+)/.exec(rule)?.[1] ?? ''
      const woff = /url\(\.\/(files\/[a-z0-9-]+\.woff)\)/.exec(rule)?.[1]
      const bytes = woff === undefined ? undefined : await fontFile(name, woff)
      return { family, ranges: unicodeRanges(rule), codes: codePointsOf(bytes ?? new Uint8Array()) }
    }),
  )
}

/** The ranges of a `unicode-range` descriptor (CSS Fonts Level 4 §4.5); all of Unicode where there is none. */
function unicodeRanges(rule: string): readonly (readonly [number, number])[] {
  const list = /unicode-range:\s*([^;}]+)/i.exec(rule)?.[1] ?? 'U+0-10FFFF'
  return list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return [hex(first, '0'), hex(last, 'F')] as const
  })
}

/** `4??` is the range from 400 to 4FF. */
function hex(digits: string, wildcard: string): number {
  return Number.parseInt(digits.replaceAll('?', wildcard), 16)
}
