// The booklet: the pages of a finished PDF, two to a side, in the order in which sheets are folded and stitched. It holds
// drawings of pages, without tags, outline and links: the PDF it is made of is the one to read. The pages are not moved
// inwards towards the middle of a signature: at the thicknesses that a stapler holds this stays within a millimetre.

import type { PDFDocument, PDFEmbeddedPage, PDFPage } from '@pdfme/pdf-lib'
import type { Metadata } from '../../model.js'
import { fileOf } from '../finish/file.js'
import { fillIdentifier, reserveIdentifier } from '../finish/identifier.js'
import { writeInformation } from '../finish/information.js'
import type { PdfLib } from '../library.js'
import { bookletSides } from './order.js'
import { type Sheet, sheetFor } from './sheet.js'

export interface BookletSettings {
  /** The sheets of a signature. @default all of them in one */
  readonly sheets?: number
}

export interface Booklet {
  readonly bytes: Uint8Array
  /** Sides of sheets. */
  readonly pages: number
}

/** Imposes a finished PDF; what lies outside the trim of its pages is left out. */
export async function imposeBooklet(
  reading: Uint8Array,
  metadata: Metadata,
  { sheets }: BookletSettings,
): Promise<Booklet> {
  const lib = await import('@pdfme/pdf-lib')
  const source = await lib.PDFDocument.load(reading, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
  const booklet = await lib.PDFDocument.create({ updateMetadata: false })
  const pages = source.getPages()
  const size = usualSize(pages)
  const sheet = sheetFor(size)
  const drawings = await booklet.embedPages(pages, pages.map(trimOf))
  const sides = bookletSides(pages.length, sheets, metadata.direction === 'rtl')
  for (const side of sides) {
    const page = booklet.addPage([sheet.width, sheet.height])
    side.forEach((number, half) => {
      const drawing = number === undefined ? undefined : drawings[number]
      if (drawing) draw(lib, page, drawing, { size, left: sheet.width / 2 - size.width * (1 - half) })
    })
  }
  writeInformation(lib, booklet, { ...metadata, title: bookletTitle(metadata) })
  writePrinting(lib, booklet)
  reserveIdentifier(lib, booklet, metadata)
  const bytes = await fileOf(lib, booklet)
  fillIdentifier(bytes)
  return { bytes, pages: sides.length }
}

function bookletTitle({ title }: Metadata): Metadata['title'] {
  return { ...title, text: `${title.text} (booklet)` }
}

/** The size of most pages: a table that lies across its page has a page of its own. */
function usualSize(pages: readonly PDFPage[]): Sheet {
  const sizes = pages.map((page) => page.getTrimBox())
  const counts = new Map<string, number>()
  const nameOf = ({ width, height }: Sheet) => `${width} ${height}`
  for (const size of sizes) counts.set(nameOf(size), (counts.get(nameOf(size)) ?? 0) + 1)
  const [usual] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? []
  return sizes.find((size) => nameOf(size) === usual) ?? { width: 0, height: 0 }
}

function trimOf(page: PDFPage): { left: number; bottom: number; right: number; top: number } {
  const { x, y, width, height } = page.getTrimBox()
  return { left: x, bottom: y, right: x + width, top: y + height }
}

interface Half {
  readonly size: Sheet
  /** Where the half begins. */
  readonly left: number
}

/** Draws a page in the middle of its half; one that lies across is turned, its head to the left, as in a bound book. */
function draw({ degrees }: PdfLib, page: PDFPage, drawing: PDFEmbeddedPage, { size, left }: Half): void {
  const isTurned = drawing.width > drawing.height !== size.width > size.height
  const [width, height] = isTurned ? [drawing.height, drawing.width] : [drawing.width, drawing.height]
  const scale = Math.min(1, size.width / width, size.height / height)
  const x = left + (size.width - width * scale) / 2
  const y = (page.getHeight() - height * scale) / 2
  const place = { xScale: scale, yScale: scale, y }
  if (isTurned) page.drawPage(drawing, { ...place, x: x + width * scale, rotate: degrees(90) })
  else page.drawPage(drawing, { ...place, x })
}

/** Says how the file is printed (ISO 32000-1 §12.2): both sides, turned about the short edge, at its own size. */
function writePrinting({ Duplex, PrintScaling }: PdfLib, booklet: PDFDocument): void {
  const preferences = booklet.catalog.getOrCreateViewerPreferences()
  preferences.setDisplayDocTitle(true)
  preferences.setDuplex(Duplex.DuplexFlipShortEdge)
  preferences.setPrintScaling(PrintScaling.None)
}
