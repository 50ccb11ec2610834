// The fonts that a text needs beside those it is set in: of each package only the files that hold its characters.

import { charactersOf, type Face, facesOf, isAskedFor } from './faces.js'
import { relativesOf } from './relatives.js'
import { packagesFor } from './scripts.js'

/** A file of a package, and what it is to print. */
export interface FontSlice {
  /** Below `@fontsource/`. */
  readonly package: string
  readonly face: Face
  /** Each a single one, or the sequence of an emoji. */
  readonly characters: readonly string[]
  /** What shaping may put in their place. */
  readonly relatives: readonly string[]
}

export interface ChosenFonts {
  readonly slices: readonly FontSlice[]
  /** For each character that no installed package has, the packages that may have it; empty where none is known. */
  readonly lacking: ReadonlyMap<string, readonly string[]>
}

/**
 * Chooses for each character the first installed package that has it; all of them in their regular weight. Of an emoji
 * sequence one file must have every part.
 */
export async function chooseFonts(characters: Iterable<string>, language: string): Promise<ChosenFonts> {
  const slices = new Map<Face, { package: string; face: Face; codes: Codes; characters: string[] }>()
  const lacking = new Map<string, readonly string[]>()
  const known = new Map<string, PackageFaces>()
  for (const character of new Set(characters)) {
    const names = packagesFor(character, language)
    const found = await firstWith(character, names, known)
    if (!found) lacking.set(character, names)
    else {
      const slice = slices.get(found.face) ?? { ...found, characters: [] }
      slice.characters.push(character)
      slices.set(found.face, slice)
    }
  }
  return {
    slices: [...slices.values()].map(({ codes, ...slice }) => ({
      ...slice,
      relatives: relativesOf(slice.characters, codes),
    })),
    lacking,
  }
}

type Codes = ReadonlySet<number>

interface FoundFace {
  readonly face: Face
  readonly codes: Codes
}

async function firstWith(
  character: string,
  names: readonly string[],
  known: Map<string, PackageFaces>,
): Promise<(FoundFace & { readonly package: string }) | undefined> {
  for (const name of names) {
    const faces = known.get(name) ?? new PackageFaces(name)
    known.set(name, faces)
    const found = await faces.faceWith(character)
    if (found) return { package: name, ...found }
  }
  return undefined
}

/** What joins the parts of a sequence, or chooses its form. */
const invisible = /\p{Default_Ignorable_Code_Point}/u

/** The faces of a package, each read once, and only when it may be needed. */
class PackageFaces {
  readonly #name: string
  readonly #faces: Promise<readonly Face[]>
  readonly #codes = new Map<Face, Promise<Codes>>()

  constructor(name: string) {
    this.#name = name
    this.#faces = facesOf(name, '400.css')
  }

  async faceWith(characters: string): Promise<FoundFace | undefined> {
    const shown = [...characters].filter((character) => !invisible.test(character))
    const wanted = shown.map((character) => character.codePointAt(0) ?? 0)
    for (const face of await this.#faces) {
      if (!wanted.every((code) => isAskedFor(face, code))) continue
      const codes = await this.#codesOf(face)
      if (wanted.every((code) => codes.has(code))) return { face, codes }
    }
    return undefined
  }

  #codesOf(face: Face): Promise<Codes> {
    const codes = this.#codes.get(face) ?? charactersOf(this.#name, face)
    this.#codes.set(face, codes)
    return codes
  }
}
