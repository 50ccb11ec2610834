// The file identifier (ISO 32000-1 §14.4): one half for the work, one for this state of it.

import { createHash } from 'node:crypto'
import type { PDFDocument } from '@pdfme/pdf-lib'
import type { Metadata } from '../../model.js'
import type { PdfLib } from '../library.js'

const blank = '0'.repeat(32)

/** Writes the identifier of the work, and room for that of the file, which `fillIdentifier` makes of its bytes. */
export function reserveIdentifier(lib: PdfLib, pdf: PDFDocument, metadata: Metadata): void {
  const id = lib.PDFArray.withContext(pdf.context)
  for (const half of [digest(metadata.identifier), blank]) id.push(lib.PDFHexString.of(half))
  pdf.context.trailerInfo.ID = id
}

/** Fills the room in place: files that differ in anything have different identifiers. */
export function fillIdentifier(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The dictionary that holds it stands at the end and is never compressed.
  const room = file.lastIndexOf(`<${blank}>`)
  if (room >= 0) file.write(digest(bytes), room + 1, 'latin1')
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32).toUpperCase()
}
