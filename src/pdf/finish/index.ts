// What Chromium leaves undone, in order; each step stands in a file of its own.

import type { PDFDocument } from '@pdfme/pdf-lib'
import type { PrintDocument } from '../../model.js'
import { checkPdf, type PdfCheck } from '../check/index.js'
import type { PdfLib } from '../library.js'
import type { Key } from '../page/keys.js'
import type { Numbering } from '../pages/labels.js'
import { prepareForPress } from '../press/index.js'
import { archiveFault, writeOutputIntent } from './archive.js'
import { numberElements } from './element-ids.js'
import { fileOf } from './file.js'
import { fillIdentifier, reserveIdentifier } from './identifier.js'
import { writeInformation } from './information.js'
import { describeLinks } from './links.js'
import { rebuildOutline } from './outline.js'
import { dropUnlinked, writePageLabels } from './page-labels.js'
import { mapRoles } from './roles.js'
import { mendStructure } from './structure/index.js'
import { mendUnicodeMaps } from './unicode-maps.js'
import { writeViewing } from './viewing.js'
import { writeXmp } from './xmp.js'

/** How the pages are numbered, and what this pagination is called. */
export interface Pages {
  readonly numbering: Numbering
  readonly identifier: string
}

export interface Finishing {
  /** What Chromium's tags do not tell. */
  readonly keys: readonly Key[]
  readonly pages: Pages
  /** Whether the file is to be PDF/A-2b too. */
  readonly wantsArchival: boolean
}

export interface FinishedPdf {
  readonly bytes: Uint8Array
  readonly check: PdfCheck
  /** Why it is not PDF/A although it should be. */
  readonly archiveFault?: string
}

/** Finishes the parsed print in place, checks it, and gives its bytes. */
export async function finishPdf(
  lib: PdfLib,
  pdf: PDFDocument,
  { xhtml, headings, metadata, press }: PrintDocument,
  { keys, pages, wantsArchival }: Finishing,
): Promise<FinishedPdf> {
  const hasOutline = rebuildOutline(lib, pdf, headings)
  writeViewing(lib, pdf, metadata, hasOutline)
  writePageLabels(lib, pdf, pages.numbering)
  dropUnlinked(lib, pdf, xhtml)
  describeLinks(lib, pdf, xhtml)
  await mendUnicodeMaps(lib, pdf)
  await mendStructure(lib, pdf, keys)
  mapRoles(lib, pdf)
  numberElements(lib, pdf)
  if (press) prepareForPress(lib, pdf, press)
  writeInformation(lib, pdf, metadata)
  const check = checkPdf(lib, pdf)
  const fault = wantsArchival ? archiveFault(lib, pdf, check) : undefined
  const isArchival = wantsArchival && fault === undefined
  if (isArchival) writeOutputIntent(lib, pdf)
  writeXmp(lib, pdf, metadata, { edition: pages.identifier, isAccessible: check.passed, isArchival })
  reserveIdentifier(lib, pdf, metadata)
  const bytes = await fileOf(lib, pdf)
  fillIdentifier(bytes)
  return { bytes, check, ...(fault === undefined ? {} : { archiveFault: fault }) }
}
