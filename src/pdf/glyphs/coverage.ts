// What the fonts that a document links can print.

import { charactersOf, type Face, facesOf, isAskedFor } from '../../fonts/faces.js'

export interface Coverage {
  readonly faces: readonly Face[]
  /** Tells whether some linked face has a glyph for the character, or for each of a sequence, and is asked for it. */
  readonly covers: (character: string) => boolean
}

/**
 * Reads the linked style sheets and the character maps of their fonts. The ranges alone will not do: they are the same
 * for all families, and promise characters that a family does not have.
 */
export async function fontCoverage(xhtml: string): Promise<Coverage> {
  const sheets = [...xhtml.matchAll(/\bhref="fonts\/([a-z0-9-]+)\/([a-z0-9-]+\.css)"/g)]
  const read = sheets.map(async ([, name = '', sheet = '']) => {
    const faces = await facesOf(name, sheet)
    return Promise.all(faces.map(async (face) => ({ face, codes: await charactersOf(name, face) })))
  })
  const known = (await Promise.all(read)).flat()
  return {
    faces: known.map(({ face }) => face),
    covers: (characters) => {
      const wanted = [...characters].map((character) => character.codePointAt(0) ?? 0)
      return known.some(({ face, codes }) => wanted.every((code) => codes.has(code) && isAskedFor(face, code)))
    },
  }
}

/** The name of a family as it stands in a PDF: without spaces. */
export function printedName({ family }: Face): string {
  return family.replaceAll(' ', '')
}
