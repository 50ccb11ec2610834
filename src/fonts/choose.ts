// The fonts that a text needs beside those it is set in: of each package only the files that hold its characters.

import { charactersOf, type Face, facesOf, isAskedFor } from './faces.js'
import { packagesFor } from './scripts.js'

/** A file of a package, and what it is to print. */
export interface FontSlice {
  /** Below `@fontsource/`. */
  readonly package: string
  readonly face: Face
  readonly characters: readonly string[]
}

export interface ChosenFonts {
  readonly slices: readonly FontSlice[]
  /** For each character that no installed package has, the packages that may have it; empty where none is known. */
  readonly lacking: ReadonlyMap<string, readonly string[]>
}

/** Chooses for each character the first installed package that has it; all of them in their regular weight. */
export async function chooseFonts(characters: Iterable<string>, language: string): Promise<ChosenFonts> {
  const slices = new Map<Face, { package: string; face: Face; characters: string[] }>()
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
  return { slices: [...slices.values()], lacking }
}

async function firstWith(
  character: string,
  names: readonly string[],
  known: Map<string, PackageFaces>,
): Promise<{ package: string; face: Face } | undefined> {
  for (const name of names) {
    const faces = known.get(name) ?? new PackageFaces(name)
    known.set(name, faces)
    const face = await faces.faceWith(character)
    if (face) return { package: name, face }
  }
  return undefined
}

/** The faces of a package, each read once, and only when it may be needed. */
class PackageFaces {
  readonly #name: string
  readonly #faces: Promise<readonly Face[]>
  readonly #codes = new Map<Face, Promise<ReadonlySet<number>>>()

  constructor(name: string) {
    this.#name = name
    this.#faces = facesOf(name, '400.css')
  }

  async faceWith(character: string): Promise<Face | undefined> {
    const code = character.codePointAt(0) ?? 0
    for (const face of await this.#faces) {
      if (isAskedFor(face, code) && (await this.#codesOf(face)).has(code)) return face
    }
    return undefined
  }

  #codesOf(face: Face): Promise<ReadonlySet<number>> {
    const codes = this.#codes.get(face) ?? charactersOf(this.#name, face)
    this.#codes.set(face, codes)
    return codes
  }
}
