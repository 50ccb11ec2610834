// The role map (ISO 32000-1 §14.8.4.1): what Chromium's PDF 2.0 element names stand for in PDF 1.7.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { PdfLib } from '../library.js'

const standardRoles = { Strong: 'Span', Em: 'Span', Aside: 'Sect' }

/** Maps the names that PDF 1.7 does not know; what is mapped already stays. */
export function mapRoles(lib: PdfLib, pdf: PDFDocument): void {
  const { PDFDict, PDFName } = lib
  const tree = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!tree) return
  const roles = tree.lookupMaybe(PDFName.of('RoleMap'), PDFDict) ?? PDFDict.withContext(pdf.context)
  for (const [name, role] of Object.entries(standardRoles)) {
    if (!roles.has(PDFName.of(name))) roles.set(PDFName.of(name), PDFName.of(role))
  }
  tree.set(PDFName.of('RoleMap'), roles)
}
