// The faces that a style sheet of a font package declares (CSS Fonts Level 4 §4).

import { fontFile } from './packages.js'
import { codePointsOf } from './woff.js'

export interface Face {
  readonly family: string
  readonly style: string
  readonly weight: string
  /** Below the folder of the package, without its ending. */
  readonly file: string
  /** What the style sheet asks it for; the same for all families, so that a face may lack some of it. */
  readonly ranges: readonly (readonly [number, number])[]
}

/** The faces of a sheet, in its order; none where the package is not installed. */
export async function facesOf(name: string, sheet: string): Promise<readonly Face[]> {
  const css = Buffer.from((await fontFile(name, sheet)) ?? []).toString('utf8')
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, rule = '']) => {
    const file = /url\(\.\/(files\/[a-z0-9-]+)\.woff\)/.exec(rule)?.[1]
    if (file === undefined) return []
    const of = (property: string, otherwise: string) =>
      new RegExp(`${property}:\\s*['"]?([^'";]+)`).exec(rule)?.[1] ?? otherwise
    const face = { family: of('font-family', ''), style: of('font-style', 'normal'), weight: of('font-weight', '400') }
    return [{ ...face, file, ranges: unicodeRanges(rule) }]
  })
}

/** The characters that a face of a package has glyphs for. */
export async function charactersOf(name: string, { file }: Face): Promise<ReadonlySet<number>> {
  return codePointsOf((await fontFile(name, `${file}.woff`)) ?? new Uint8Array())
}

/** Tells whether the face is asked for the character. */
export function isAskedFor({ ranges }: Face, code: number): boolean {
  return ranges.some(([first, last]) => first <= code && code <= last)
}

/** The ranges of a `unicode-range` descriptor (§4.5); all of Unicode where there is none. */
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
