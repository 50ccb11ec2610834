// The fonts that a cover is set in: files of @fontsource packages, each a part of its family's characters.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Blob, Font, Face as FontFace } from 'harfbuzzjs'
import { type Family, familiesFor } from './scripts.js'
import { sfntOf } from './sfnt.js'

/** One font file. */
export interface Face {
  readonly font: Font
  readonly unitsPerEm: number
  readonly codes: ReadonlySet<number>
}

/** What a text can be set in. */
export interface Faces {
  /** The first face that has the character, or every part of a sequence that shows something. */
  readonly faceOf: (character: string) => Face | undefined
  /** Characters that no face has, once each. */
  readonly missing: readonly string[]
}

/** Where packages are looked for: the modules that would see them. */
export type FontRoots = readonly string[]

/** The faces for a text: those of the family, then those of its scripts. */
export async function facesFor(text: string, family: Family, language: string, roots: FontRoots): Promise<Faces> {
  const characters = [...new Set(text.replace(invisible, ''))]
  const own = await facesOfFamily(family, characters, roots)
  const has = (faces: readonly Face[]) => (character: string) => find(faces, character) !== undefined
  const others: Face[] = []
  for (const character of characters) {
    if (has([...own, ...others])(character)) continue
    for (const name of familiesFor(character, language)) {
      const found = await facesOfFamily({ ...family, name, style: 'normal' }, characters, roots)
      others.push(...found)
      if (has(found)(character)) break
    }
  }
  // A script keeps to its own face where that has digits and marks of its own.
  const all = [...own, ...others]
  return { faceOf: (character) => find(all, character), missing: characters.filter((one) => !has(all)(one)) }
}

/** Joiners, soft hyphens, selectors of variants: they shape what stands around them and show nothing. */
export const invisible: RegExp = /[\s\p{Default_Ignorable_Code_Point}]/gu

function find(faces: readonly Face[], characters: string): Face | undefined {
  const shown = [...characters].filter((character) => characters === character || !character.match(invisible))
  const wanted = shown.map((character) => character.codePointAt(0) ?? 0)
  return faces.find(({ codes }) => wanted.every((code) => codes.has(code)))
}

async function facesOfFamily(
  family: Family,
  characters: readonly string[],
  roots: FontRoots,
): Promise<readonly Face[]> {
  const folder = folderOf(family.name, roots)
  if (folder === undefined) return []
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  const wanted = Object.entries(ranges).filter(([, list]) => {
    const within = inRanges(list)
    return characters.some((one) => within(one.codePointAt(0) ?? 0))
  })
  const faces = await Promise.all(
    wanted.map(async ([name]) => {
      const subset = name.replace(/^\[(\d+)\]$/, '$1')
      const at = (weight: number) => join(folder, 'files', `${family.name}-${subset}-${weight}-${family.style}.woff`)
      // A family of signs has one weight.
      return (await faceAt(at(family.weight))) ?? faceAt(at(400))
    }),
  )
  return faces.filter((face) => face !== undefined)
}

function folderOf(name: string, roots: FontRoots): string | undefined {
  for (const root of roots) {
    try {
      return dirname(createRequire(root).resolve(`@fontsource/${name}/package.json`))
    } catch {
      // Not seen from here.
    }
  }
  return undefined
}

function inRanges(list: string): (code: number) => boolean {
  const ranges = list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)] as const
  })
  return (code) => ranges.some(([first, last]) => first <= code && code <= last)
}

const known = new Map<string, Promise<Face | undefined>>()

/** A file is read once: what HarfBuzz holds of it stays in memory. */
function faceAt(path: string): Promise<Face | undefined> {
  const face = known.get(path) ?? readFace(path)
  known.set(path, face)
  return face
}

async function readFace(path: string): Promise<Face | undefined> {
  // A family may lack the weight for some of its parts.
  const woff = await readFile(path).catch(() => undefined)
  if (woff === undefined) return undefined
  const face = new FontFace(new Blob(sfntOf(woff)), 0)
  return { font: new Font(face), unitsPerEm: face.upem, codes: new Set(face.collectUnicodes()) }
}
