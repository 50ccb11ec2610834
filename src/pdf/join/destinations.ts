// Places with names (ISO 32000-1 §12.3.2.3), and the links that lead to them from other runs.

import type { PDFDict, PDFDocument } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../library.js'
import { destinationElsewhere } from '../runs/documents.js'
import type { Copier } from './copy.js'

/** Adds the run's destinations to those that there are. */
export function addDestinations(lib: PdfLib, run: PDFDocument, copier: Copier, destinations: PDFDict): void {
  const own = run.catalog.lookupMaybe(named(lib, 'Dests'), lib.PDFDict)
  for (const [name, place] of own?.entries() ?? []) {
    if (!destinations.has(name)) destinations.set(name, copier.copy(place))
  }
}

/** Makes a link to another run, which was printed as one to an address, a link to its place in the book. */
export function resolveLinks(lib: PdfLib, pdf: PDFDocument, copier: Copier): void {
  const { PDFDict, PDFHexString, PDFName, PDFString } = lib
  for (const ref of copier.made) {
    const annotation = pdf.context.lookup(ref)
    if (!(annotation instanceof PDFDict) || annotation.get(named(lib, 'Subtype')) !== named(lib, 'Link')) continue
    const address = annotation.lookupMaybe(named(lib, 'A'), PDFDict)?.lookup(named(lib, 'URI'))
    if (!(address instanceof PDFString || address instanceof PDFHexString)) continue
    const name = destinationElsewhere(address.decodeText())
    if (name === undefined) continue
    annotation.delete(named(lib, 'A'))
    annotation.set(named(lib, 'Dest'), PDFName.of(name))
  }
}
