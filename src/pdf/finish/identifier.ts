// The file identifier (ISO 32000-1 §14.4): one half for the work, one for this state of it.

import { createHash } from 'node:crypto'
import type { PDFDocument } from '@pdfme/pdf-lib'
import type { Metadata } from '../../model.js'
import type { PdfLib } from '../library.js'

/** Writes an identifier that depends on what was printed and on the metadata, and on no clock. */
export function identifyFile(lib: PdfLib, pdf: PDFDocument, raw: Uint8Array, metadata: Metadata): void {
  // Chromium writes the time of printing into an object that is not compressed.
  const undated = Buffer.from(raw)
    .toString('latin1')
    .replace(/\/(?:Creation|Mod)Date \(D:[^)]*\)/g, '')
  const halves = [metadata.identifier, `${JSON.stringify(metadata)}\n${undated}`]
  const id = lib.PDFArray.withContext(pdf.context)
  for (const half of halves) id.push(lib.PDFHexString.of(digest(half)))
  pdf.context.trailerInfo.ID = id
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32).toUpperCase()
}
