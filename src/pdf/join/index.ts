// Prints of the runs of a book, joined into one file: pages, tags, outline, destinations and links are as if they had
// been printed at once. Each run is read, copied and let go before the next, so that no two are held whole.

import type { PDFDocument } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../library.js'
import { Copier, type Shared } from './copy.js'
import { addDestinations, resolveLinks } from './destinations.js'
import { JoinedOutline } from './outline.js'
import { writePageTree } from './pages.js'
import { JoinedStructure } from './structure.js'

export interface RunToJoin {
  readonly raw: Uint8Array
  /** How many pages at its beginning do not belong to the book. */
  readonly lead: number
}

export async function joinRuns(lib: PdfLib, runs: readonly RunToJoin[]): Promise<PDFDocument> {
  const [only, ...others] = runs
  if (only && others.length === 0) return load(lib, only.raw)
  const pdf = await lib.PDFDocument.create({ updateMetadata: false })
  const shared: Shared = new Map()
  const [structure, outline] = [new JoinedStructure(lib, pdf), new JoinedOutline(lib, pdf)]
  const destinations = lib.PDFDict.withContext(pdf.context)
  const pages: ReturnType<Copier['copy']>[] = []
  for (const [number, { raw, lead }] of runs.entries()) {
    const run = await load(lib, raw)
    const copier = new Copier(lib, run.context, pdf.context, shared)
    structure.prepare(run, copier, number)
    outline.prepare(run, copier)
    if (number === 0) copyCatalog(lib, run, pdf, copier)
    detachPages(lib, run)
    for (const { ref } of run.getPages().slice(lead)) pages.push(copier.copy(ref))
    addDestinations(lib, run, copier, destinations)
    resolveLinks(lib, pdf, copier)
    structure.add(run, copier)
    outline.add(run, copier)
  }
  writePageTree(
    lib,
    pdf,
    pages.filter((page) => page instanceof lib.PDFRef),
  )
  structure.write()
  outline.write()
  if (destinations.keys().length > 0) pdf.catalog.set(named(lib, 'Dests'), pdf.context.register(destinations))
  return pdf
}

function load(lib: PdfLib, raw: Uint8Array): Promise<PDFDocument> {
  return lib.PDFDocument.load(raw, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
}

/** What the whole file says of itself is the same in all runs. */
function copyCatalog(lib: PdfLib, run: PDFDocument, pdf: PDFDocument, copier: Copier): void {
  pdf.context.header = run.context.header
  for (const key of ['MarkInfo', 'ViewerPreferences', 'Lang'].map((name) => named(lib, name))) {
    const value = run.catalog.get(key)
    if (value) pdf.catalog.set(key, copier.copy(value))
  }
  const { Info } = run.context.trailerInfo
  if (Info) pdf.context.trailerInfo.Info = copier.copy(Info)
}

/** From a page its siblings must not be reached. */
function detachPages(lib: PdfLib, run: PDFDocument): void {
  for (const page of run.getPages()) page.node.delete(named(lib, 'Parent'))
}
