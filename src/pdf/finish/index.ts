// What Chromium leaves undone, in order; each step stands in a file of its own.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { PrintDocument } from '../../model.js'
import type { PdfLib } from '../library.js'
import type { Numbering } from '../pages/labels.js'
import { numberElements } from './element-ids.js'
import { fillIdentifier, reserveIdentifier } from './identifier.js'
import { writeInformation } from './information.js'
import { describeLinks } from './links.js'
import { rebuildOutline } from './outline.js'
import { dropUnlinked, writePageLabels } from './page-labels.js'
import { mapRoles } from './roles.js'
import { writeViewing } from './viewing.js'
import { writeXmp } from './xmp.js'

/** How the pages are numbered, and what this pagination is called. */
export interface Pages {
  readonly numbering: Numbering
  readonly identifier: string
}

/** Finishes the parsed print in place and gives its bytes. */
export async function finishPdf(
  lib: PdfLib,
  pdf: PDFDocument,
  { xhtml, headings, metadata }: PrintDocument,
  { numbering, identifier }: Pages,
): Promise<Uint8Array> {
  const hasOutline = rebuildOutline(lib, pdf, headings)
  writeViewing(lib, pdf, metadata, hasOutline)
  writePageLabels(lib, pdf, numbering)
  dropUnlinked(lib, pdf, xhtml)
  describeLinks(lib, pdf, xhtml)
  mapRoles(lib, pdf)
  numberElements(lib, pdf)
  writeInformation(lib, pdf, metadata)
  writeXmp(lib, pdf, metadata, identifier)
  reserveIdentifier(lib, pdf, metadata)
  const bytes = await pdf.save({
    useObjectStreams: true,
    updateFieldAppearances: false,
    addDefaultPage: false,
    objectsPerTick: 10_000,
  })
  fillIdentifier(bytes)
  return bytes
}
