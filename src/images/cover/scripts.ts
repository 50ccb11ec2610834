// The faces of a cover, and what stands in for the letters that they lack.

import { packagesFor } from '../../fonts/scripts.js'

export interface Family {
  /** Below `@fontsource/`. */
  readonly name: string
  readonly weight: 400 | 500
  readonly style: 'normal' | 'italic'
}

/** The face of the titles, and its italic for what stands below them. */
export const display: Family = { name: 'eb-garamond', weight: 500, style: 'normal' }
export const text: Family = { name: 'eb-garamond', weight: 400, style: 'normal' }
export const italic: Family = { name: 'eb-garamond', weight: 400, style: 'italic' }

/** The packages that have a character; one that holds colours and no outlines cannot be drawn. */
export function familiesFor(character: string, language: string): readonly string[] {
  return packagesFor(character, language).filter((name) => name !== 'noto-color-emoji')
}
