// No page of empty boxes without a word about it: which characters could no font print, and which only another one.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { ReportFn } from '../../diagnostics.js'
import { packagesFor } from '../../fonts/scripts.js'
import { wantedPackages } from '../../fonts/wanted.js'
import type { PdfLib } from '../library.js'
import type { PrintFonts } from './fallback.js'
import { printedFonts } from './printed.js'

/**
 * Reports `glyphs-missing` or `glyphs-unknown` for characters that neither the fonts of the page nor any other font of
 * the PDF shows, and `glyphs-borrowed` for those that a font of the machine shows in their place.
 */
export function reportGlyphs(
  lib: PdfLib,
  pdf: PDFDocument,
  { text, names, covers, lacking, regional, language }: PrintFonts,
  report: ReportFn,
): void {
  const fonts = printedFonts(lib, pdf)
  const shows = (character: string) => fonts.some(({ characters }) => includesAll(characters, character))
  const packages = (character: string) => lacking.get(character) ?? []
  const missing = text.filter((character) => !covers(character) && !shows(character))
  const known = missing.filter((character) => packages(character).length > 0)
  const unknown = missing.filter((character) => packages(character).length === 0)
  if (known.length > 0)
    report('glyphs-missing', { ...counted(known), packages: listed(wantedPackages(known.map(packages))) })
  if (unknown.length > 0) report('glyphs-unknown', counted(unknown))
  // A font without a name is a face of the page made bold or oblique, or holds what those do not cover.
  const foreign = fonts.filter(({ name }) => !names.some((family) => name.startsWith(family)))
  const borrowed = text.filter((character) =>
    foreign.some(({ name, characters }) => (name !== '' || !covers(character)) && includesAll(characters, character)),
  )
  const wanted = listed(wantedPackages(borrowed.map(packages)))
  const remedy =
    wanted === ''
      ? 'Another machine may print them otherwise, or not at all'
      : `Run "npm install ${wanted}" in your project, for another machine may print them otherwise, or not at all`
  if (borrowed.length > 0) report('glyphs-borrowed', { ...counted(borrowed), remedy })
  if (regional.size === 0) return
  const own = wantedPackages([...regional.keys()].map((one) => packagesFor(one, language)))
  const used = new Set(regional.values())
  report('glyphs-regional', { ...counted([...regional.keys()]), used: listed([...used]), packages: listed(own) })
}

/** True when the glyphs of a font show a character, alone or in parts (`½` is drawn as it is, `…` may be three dots). */
function includesAll(characters: ReadonlySet<string>, character: string): boolean {
  return [...character.normalize('NFKC')].every((part) => characters.has(part))
}

function listed(packages: readonly string[]): string {
  return packages.map((name) => `@fontsource/${name}`).join(' ')
}

function counted(characters: readonly string[]): { count: number; examples: string } {
  const examples = characters.slice(0, 8).join(' ')
  return { count: characters.length, examples: characters.length > 8 ? `${examples} …` : examples }
}
