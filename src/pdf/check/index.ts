// The check of a finished PDF, before it is written: read from its objects anew, not from what made them.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { ReportFn } from '../../diagnostics.js'
import { readStructure } from '../finish/structure/tree.js'
import type { PdfLib } from '../library.js'
import { checkContent } from './content.js'
import { checkDocument } from './document.js'
import { checkFonts } from './fonts.js'
import { checkLinks } from './links.js'
import { type PdfCheck, Tally } from './rules.js'
import { checkStructure } from './structure.js'
import { checkTables } from './tables.js'

export type { PdfCheck } from './rules.js'

export function checkPdf(lib: PdfLib, pdf: PDFDocument): PdfCheck {
  const tally = new Tally()
  checkDocument(lib, pdf, tally)
  checkFonts(lib, pdf, tally)
  const tree = readStructure(lib, pdf)
  if (tree) {
    checkContent(lib, pdf, tree, tally)
    checkStructure(lib, tree, tally)
    checkTables(lib, tree, tally)
    checkLinks(lib, pdf, tree, tally)
  }
  return tally.result()
}

/** Says why a file does not claim to be PDF/UA. */
export function reportCheck({ passed, rules }: PdfCheck, report: ReportFn): void {
  if (passed) return
  const broken = rules.filter(({ failed }) => failed > 0)
  const first = broken.map(({ rule, first }) => `${rule}: ${first}`).join('; ')
  report('pdf-ua-not-claimed', { count: broken.reduce((sum, { failed }) => sum + failed, 0), first })
}
