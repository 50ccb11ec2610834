// Fonts for the scripts that the book's own faces lack. Each is declared under the names of those faces, for the
// missing characters alone: so it serves text, running heads and code, and no style sheet has to know of it.

import { chooseFonts, type FontSlice } from '../../fonts/choose.js'
import { clustersOf } from '../../fonts/clusters.js'
import type { Face } from '../../fonts/faces.js'
import { fontFile } from '../../fonts/packages.js'
import { isOfAnotherRegion, isWideMark } from '../../fonts/scripts.js'
import { generatedText, visibleText } from '../page/text.js'
import { fontCoverage, printedName } from './coverage.js'

/** White space, controls, and what changes its neighbours and has no shape of its own. */
const shapeless = /^[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]+$/u

/** Joiners, marks of direction and variation: they belong to the font of the characters beside them. */
const joiners = ['\u200C', '\u200D', '\u200E', '\u200F', '\u20E3', '\uFE0E', '\uFE0F']

export interface PrintFonts {
  /** The page with the declarations of what it needs. */
  readonly xhtml: string
  /** The characters of the text that have a shape, and the sequences that are one picture. */
  readonly text: readonly string[]
  /** The names of the families in the PDF. */
  readonly names: readonly string[]
  /** Tells whether a face of the page has a glyph for the character. */
  readonly covers: (character: string) => boolean
  /** For each character that no face has, the packages that may have it. */
  readonly lacking: ReadonlyMap<string, readonly string[]>
  /** The ideographs that a package for another language prints, and its name. */
  readonly regional: ReadonlyMap<string, string>
  readonly language: string
}

/** Finds what the page lacks among the installed packages. */
export async function fontsOf(xhtml: string, language: string): Promise<PrintFonts> {
  const { faces, covers } = await fontCoverage(xhtml)
  const text = clustersOf(`${visibleText(xhtml)} ${generatedText(xhtml)}`).filter((cluster) => !shapeless.test(cluster))
  const isWide = (character: string) => isWideMark(character, language)
  const { slices, lacking } = await chooseFonts(
    text.filter((character) => isWide(character) || !covers(character)),
    language,
  )
  const places = placesOf(faces)
  const instead: string[] = []
  const besides: string[] = []
  for (const slice of slices) {
    const wide = slice.characters.filter(isWide)
    const others = slice.characters.filter((character) => !isWide(character))
    if (wide.length > 0) instead.push(...(await declarations(places, slice, wide)))
    const asked = [...new Set([...others.join(''), ...slice.relatives, ...joiners])]
    if (others.length > 0) besides.push(...(await declarations(places, slice, asked)))
  }
  const found = new Set(slices.flatMap(({ characters }) => characters))
  return {
    // The browser asks the face first that was declared last. What the page's own faces lack stands before them: a digit
    // in a keycap is no other digit.
    xhtml: xhtml
      .replace(/(?=<link |<style|<\/head>)/, () => styleOf(besides))
      .replace('</head>', () => `${styleOf(instead)}</head>`),
    text,
    names: [...new Set([...faces, ...slices.map(({ face }) => face)].map(printedName))],
    covers: (character) => covers(character) || found.has(character),
    lacking,
    regional: new Map(slices.flatMap((slice) => regionalIn(slice, language))),
    language,
  }
}

/** Kana and Hangul are drawn alike wherever they stand. */
function regionalIn({ package: name, characters }: FontSlice, language: string): [string, string][] {
  if (!isOfAnotherRegion(name, language)) return []
  return characters.filter((character) => /^\p{Script=Han}$/u.test(character)).map((character) => [character, name])
}

function styleOf(rules: readonly string[]): string {
  return rules.length === 0 ? '' : `<style>${rules.join('\n')}</style>\n`
}

type Place = Pick<Face, 'family' | 'style' | 'weight'>

/** Each family, style and weight once. */
function placesOf(faces: readonly Face[]): readonly Place[] {
  return [...new Map(faces.map((face) => [`${face.family} ${face.style} ${face.weight}`, face])).values()]
}

/** The file for each place: of its weight, or bold, where the package has it; no weight is made up. */
async function declarations(
  places: readonly Place[],
  { package: name, face }: FontSlice,
  characters: readonly string[],
): Promise<readonly string[]> {
  const files = new Map<string, string>()
  for (const { weight } of places) {
    const wanted = face.file.replace(/-400-/, `-${Number(weight) >= 600 ? 700 : weight}-`)
    const isThere = (await fontFile(name, `${wanted}.woff2`)) !== undefined
    files.set(weight, `fonts/${name}/${isThere ? wanted : face.file}.woff2`)
  }
  return places.map((place) => declaration(place, files.get(place.weight) ?? '', characters))
}

function declaration({ family, style, weight }: Place, file: string, characters: readonly string[]): string {
  const range = rangesOf(characters.map((character) => character.codePointAt(0) ?? 0))
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};src:url("${file}") format("woff2");unicode-range:${range}}`
}

/** A `unicode-range` (CSS Fonts 4, §4.5): a script of India has a hundred letters in a row. */
function rangesOf(codes: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const code of codes.toSorted((a, b) => a - b)) {
    const open = ranges.at(-1)
    if (open && code === open[1] + 1) open[1] = code
    else ranges.push([code, code])
  }
  const hex = (code: number) => code.toString(16)
  return ranges.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',')
}
