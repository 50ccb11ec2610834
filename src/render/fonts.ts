// Faces inside an EPUB, where they are asked for: those alone that its documents use, as WOFF 1.0, which every reader
// that takes fonts can read (EPUB 3.3, §3.2).

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ContainerFile } from '../model.js'

/** A family of the packages that are there for print too, and what stands in for it. */
const family = { name: 'EB Garamond', package: 'eb-garamond', fallback: 'Georgia, serif' } as const

export interface EmbeddedFonts {
  /** Paths relative to the package document; the licence, which must go with the fonts, comes last. */
  readonly files: readonly ContainerFile[]
  /** What names them, for a style sheet that stands in a folder beside theirs. */
  readonly css: string
}

interface Face {
  /** `eb-garamond-latin-400-normal` */
  readonly name: string
  readonly style: string
  readonly weight: string
  readonly range: string
}

const italic = /<(?:em|i|cite|dfn|var|blockquote|h4|h6)[\s>]|class="(?:subtitle|byline|work)"|data-label=/
const bold = /<(?:b|strong|th|dt|h[235])[\s>]|class="question"/

/** The faces that the documents need: upright always, italic and bold where something is set in them. */
export function embeddedFonts(documents: readonly string[]): EmbeddedFonts {
  const root = dirname(createRequire(import.meta.url).resolve(`@fontsource/${family.package}/package.json`))
  // Landmarks are there for the reading system alone.
  const shown = documents.map((document) => document.replace(/<nav[^>]*\shidden=.*?<\/nav>/gs, ''))
  const has = (pattern: RegExp) => shown.some((document) => pattern.test(document))
  const sheets = ['400', ...(has(italic) ? ['400-italic'] : []), ...(has(bold) ? ['700'] : [])]
  const codes = new Set(shown.flatMap((document) => [...document.replace(/<[^>]*>/g, '')].map(codeOf)))
  const faces = sheets
    .flatMap((sheet) => facesOf(readFileSync(join(root, `${sheet}.css`), 'utf8')))
    .filter(({ range }) =>
      rangesOf(range).some(([first, last]) => [...codes].some((code) => first <= code && code <= last)),
    )
  const fonts = faces.map(({ name }) => ({
    path: `fonts/${name}.woff`,
    content: new Uint8Array(readFileSync(join(root, 'files', `${name}.woff`))),
  }))
  const licence = { path: 'fonts/OFL.txt', content: readFileSync(join(root, 'LICENSE'), 'utf8') }
  return { files: [...fonts, licence], css: [...faces.map(rule), text].join('\n') }
}

// Latin comes last: an engine that knows no ranges takes the last face of a kind for all of it.
function facesOf(css: string): Face[] {
  const pattern =
    /font-style: (?<style>\w+);[^}]*?font-weight: (?<weight>\d+);[^}]*?\/(?<name>[\w-]+)\.woff\)[^}]*?unicode-range: (?<range>[^;]+);/g
  return [...css.matchAll(pattern)].map(({ groups }) => ({ ...(groups as unknown as Face) }))
}

function rule({ name, style, weight, range }: Face): string {
  return `@font-face {
  font-family: "${family.name}";
  font-style: ${style};
  font-weight: ${weight};
  src: url("../fonts/${name}.woff") format("woff");
  unicode-range: ${range};
}
`
}

const text = `body {
  font-family: "${family.name}", ${family.fallback};
}
`

/** CSS Fonts Level 4, §4.5; the packages write no wildcards. */
function rangesOf(list: string): (readonly [first: number, last: number])[] {
  return list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace('U+', '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
  })
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}
