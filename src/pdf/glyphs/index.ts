// No page of empty boxes without a word about it: which characters could no font print, and which only another one.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { ReportFn } from '../../diagnostics.js'
import type { PdfLib } from '../library.js'
import { visibleText } from '../page/text.js'
import { fontCoverage } from './coverage.js'
import { printedCharacters } from './printed.js'

/** White space, controls, and what changes its neighbours and has no shape of its own. */
const shapeless = /[\s\p{C}\p{Default_Ignorable_Code_Point}]/u

/**
 * Reports `glyphs-missing` for characters that neither the book's fonts nor any other font of the PDF shows, and
 * `glyphs-borrowed` for those that a font of the machine shows in their place.
 */
export async function reportGlyphs(lib: PdfLib, pdf: PDFDocument, xhtml: string, report: ReportFn): Promise<void> {
  const covered = await fontCoverage(xhtml)
  const characters = [...new Set(visibleText(xhtml))].filter((character) => !shapeless.test(character))
  const foreign = characters.filter((character) => !covered(character))
  if (foreign.length === 0) return
  const printed = printedCharacters(lib, pdf)
  const missing = foreign.filter((character) => !printed.has(character.normalize('NFKC')))
  const borrowed = foreign.filter((character) => !missing.includes(character))
  if (missing.length > 0) report('glyphs-missing', counted(missing))
  if (borrowed.length > 0) report('glyphs-borrowed', counted(borrowed))
}

function counted(characters: readonly string[]): { count: number; examples: string } {
  const examples = characters.slice(0, 8).join(' ')
  return { count: characters.length, examples: characters.length > 8 ? `${examples} …` : examples }
}
