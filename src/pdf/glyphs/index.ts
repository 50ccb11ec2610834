// No page of empty boxes without a word about it: which characters could no font print, and which only another one.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { ReportFn } from '../../diagnostics.js'
import type { PdfLib } from '../library.js'
import { visibleText } from '../page/text.js'
import { fontCoverage } from './coverage.js'
import { printedFonts } from './printed.js'

/** White space, controls, and what changes its neighbours and has no shape of its own. */
const shapeless = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u

/**
 * Reports `glyphs-missing` for characters that neither the linked fonts nor any other font of the PDF shows, and
 * `glyphs-borrowed` for those that a font of the machine shows in their place.
 */
export async function reportGlyphs(lib: PdfLib, pdf: PDFDocument, xhtml: string, report: ReportFn): Promise<void> {
  const { families, covers } = await fontCoverage(xhtml)
  const text = [...new Set(visibleText(xhtml))].filter((character) => !shapeless.test(character))
  const fonts = printedFonts(lib, pdf)
  const shows = (character: string) => fonts.some(({ characters }) => includesAll(characters, character))
  const missing = text.filter((character) => !covers(character) && !shows(character))
  if (missing.length > 0) report('glyphs-missing', counted(missing))
  // A font without a name is a linked one made bold or oblique, or holds what the linked ones do not cover.
  const foreign = fonts.filter(({ name }) => !families.some((family) => name.startsWith(family)))
  const borrowed = text.filter((character) =>
    foreign.some(({ name, characters }) => (name !== '' || !covers(character)) && includesAll(characters, character)),
  )
  if (borrowed.length > 0) report('glyphs-borrowed', counted(borrowed))
}

/** True when the glyphs of a font show a character, alone or in parts (`½` is drawn as it is, `…` may be three dots). */
function includesAll(characters: ReadonlySet<string>, character: string): boolean {
  return [...character.normalize('NFKC')].every((part) => characters.has(part))
}

function counted(characters: readonly string[]): { count: number; examples: string } {
  const examples = characters.slice(0, 8).join(' ')
  return { count: characters.length, examples: characters.length > 8 ? `${examples} …` : examples }
}
