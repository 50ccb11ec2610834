// Fonts for the scripts that the book's own faces lack. Each is declared under the names of those faces, for the
// missing characters alone: so it serves text, running heads and code, and no style sheet has to know of it.

import { chooseFonts } from '../../fonts/choose.js'
import type { Face } from '../../fonts/faces.js'
import { fontFile } from '../../fonts/packages.js'
import { visibleText } from '../page/text.js'
import { fontCoverage, printedName } from './coverage.js'

/** White space, controls, and what changes its neighbours and has no shape of its own. */
const shapeless = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u

/** Joiners, marks of direction and variation: they belong to the font of the characters beside them. */
const joiners = ['\u200C', '\u200D', '\u200E', '\u200F', '\u20E3', '\uFE0E', '\uFE0F']

export interface PrintFonts {
  /** The page with the declarations of what it needs. */
  readonly xhtml: string
  /** The characters of the text that have a shape. */
  readonly text: readonly string[]
  /** The names of the families in the PDF. */
  readonly names: readonly string[]
  /** Tells whether a face of the page has a glyph for the character. */
  readonly covers: (character: string) => boolean
  /** For each character that no face has, the packages that may have it. */
  readonly lacking: ReadonlyMap<string, readonly string[]>
}

/** Finds what the page lacks among the installed packages. */
export async function fontsOf(xhtml: string, language: string): Promise<PrintFonts> {
  const { faces, covers } = await fontCoverage(xhtml)
  const text = [...new Set(visibleText(xhtml))].filter((character) => !shapeless.test(character))
  const { slices, lacking } = await chooseFonts(
    text.filter((character) => !covers(character)),
    language,
  )
  const places = placesOf(faces)
  const rules: string[] = []
  for (const { package: name, face, characters } of slices) {
    const files = await weightsOf(name, face)
    for (const place of places) rules.push(declaration(place, files(place.weight), [...characters, ...joiners]))
  }
  const found = new Set(slices.flatMap(({ characters }) => characters))
  const style = rules.length === 0 ? '' : `<style>${rules.join('\n')}</style>\n`
  return {
    xhtml: xhtml.replace('</head>', () => `${style}</head>`),
    text,
    names: [...new Set([...faces, ...slices.map(({ face }) => face)].map(printedName))],
    covers: (character) => covers(character) || found.has(character),
    lacking,
  }
}

type Place = Pick<Face, 'family' | 'style' | 'weight'>

/** Each family, style and weight once. */
function placesOf(faces: readonly Face[]): readonly Place[] {
  return [...new Map(faces.map((face) => [`${face.family} ${face.style} ${face.weight}`, face])).values()]
}

/** The file for a weight: bold where the package has it, as no weight is made up. */
async function weightsOf(name: string, { file }: Face): Promise<(weight: string) => string> {
  const bold = file.replace(/-400-/, '-700-')
  const hasBold = (await fontFile(name, `${bold}.woff2`)) !== undefined
  return (weight) => `fonts/${name}/${hasBold && Number(weight) >= 600 ? bold : file}.woff2`
}

function declaration({ family, style, weight }: Place, file: string, characters: readonly string[]): string {
  const range = characters.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`).join(',')
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};src:url("${file}") format("woff2");unicode-range:${range}}`
}
