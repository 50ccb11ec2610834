// Printing: the whole book as one XHTML page in, a tagged PDF out. Nothing heavy is loaded before it is called.

import { failure, OffprintError, type ReportFn } from '../diagnostics.js'
import type { PageMap, PrintDocument, PrintFigures } from '../model.js'
import { type RunningBrowser, withBrowser } from './browser/launch.js'
import { type PdfCheck, reportCheck } from './check/index.js'
import { printFigures } from './figures/index.js'
import { finishPdf } from './finish/index.js'
import { fontsOf } from './glyphs/fallback.js'
import { reportGlyphs } from './glyphs/index.js'
import { keyPage } from './page/keys.js'
import { printPage } from './page/print.js'
import { withoutAdditions } from './pages/additions.js'
import { editionOf } from './pages/edition.js'
import { bodyOf, labelsOf, numberingOf } from './pages/labels.js'
import { printSettled, withoutPlaces } from './pages/settle.js'
import { textOfPages } from './pages/text.js'
import { stopAfter } from './stop.js'

export { imposeBooklet } from './booklet/index.js'
export type { PdfCheck } from './check/index.js'

export interface PrintSettings {
  /** The path of the browser to print with. @default the first that is found */
  readonly browser?: string
  readonly sandbox: boolean
  /** Make it PDF/A-2b, for an archive. @default false */
  readonly pdfA?: boolean
  /** Seconds that starting the browser and printing may take together. */
  readonly timeout: number
  /** Whether the page map is to hold the text of the pages. @default false */
  readonly pageTexts?: boolean
}

export interface PrintContext {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly report: ReportFn
  /** Kills the browser when it aborts. */
  readonly signal?: AbortSignal
}

export interface PrintedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly pageMap: PageMap
  /** The path of the browser that printed. */
  readonly browser: string
  /** What our own check of its accessibility found. */
  readonly check: PdfCheck
  readonly figures: PrintFigures
}

/**
 * Prints the document in a browser of its own and finishes what Chromium leaves undone: exact outline, document
 * information, XMP, file identifier. The same document and browser give the same bytes.
 *
 * @throws OffprintError `browser-not-found`, `browser-failed`, `print-failed`, `interrupted`.
 */
export async function printPdf(
  document: PrintDocument,
  settings: PrintSettings,
  context: PrintContext,
): Promise<PrintedPdf> {
  const stop = stopAfter(settings.timeout, context.signal)
  const { browser, sandbox } = settings
  const { env, report } = context
  try {
    const launch = { ...(browser === undefined ? {} : { browser }), sandbox, env, report, stop: stop.signal }
    // The file is finished while the browser is being taken down.
    const { printing } = await withBrowser(launch, (running) => startFinishing(running, document, settings, report))
    return await printing
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason
    throw error instanceof OffprintError ? error : failure('print-failed', { reason: firstLine(error) }, error)
  } finally {
    stop.end()
  }
}

async function startFinishing(
  running: RunningBrowser,
  document: PrintDocument,
  { pageTexts = false, pdfA = false }: PrintSettings,
  report: ReportFn,
): Promise<{ readonly printing: Promise<PrintedPdf> }> {
  const { assets, metadata, pagination } = document
  const fonts = await fontsOf(document.xhtml, metadata.language)
  const keyed = keyPage(fonts.xhtml)
  const print = (state: string, tagged: boolean) => printPage(running, { xhtml: state, assets }, tagged)
  const settling = printSettled({ ...document, xhtml: keyed.xhtml }, print, report)
  const [settled, lib] = await Promise.all([settling, import('@pdfme/pdf-lib')])
  const { raw, places } = settled
  const xhtml = withoutPlaces(settled.xhtml)
  const finish = async () => {
    const pdf = await lib.PDFDocument.load(raw, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
    reportGlyphs(lib, pdf, fonts, report)
    const texts = pageTexts ? withoutAdditions(textOfPages(lib, pdf), xhtml) : []
    const numbering = numberingOf({ ...places, pages: pdf.getPageCount() }, pagination)
    const body = bodyOf(places, numbering, pagination)
    const figures = printFigures(lib, pdf, { ...document, xhtml }, { body })
    reportOverfull(figures, report)
    const identifier = editionOf(xhtml, metadata)
    const finishing = { keys: keyed.keys, pages: { numbering, identifier }, wantsArchival: pdfA }
    const { bytes, check, archiveFault } = await finishPdf(lib, pdf, { ...document, xhtml }, finishing)
    if (archiveFault !== undefined) report('pdf-a-not-claimed', { reason: archiveFault })
    reportCheck(check, report)
    const pageMap = {
      ...places,
      pages: numbering.pages,
      identifier,
      labels: labelsOf(numbering),
      body,
      texts,
    }
    return { bytes, pages: numbering.pages, pageMap, browser: running.path, check, figures }
  }
  const printing = finish()
  // It is awaited once the browser is gone; should that fail first, this failure is not the one to tell.
  printing.catch(() => {})
  return { printing }
}

function reportOverfull({ overfullLines: { count, pages }, typeScale }: PrintFigures, report: ReportFn): void {
  if (typeScale < 0.995) report('print-shrunk', { percent: Math.round(typeScale * 100) })
  if (count > 0) report('lines-overfull', { count, pages: pages.join(', ') })
}

function firstLine(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return (words.split('\n')[0] ?? words).replace(/\.$/, '')
}
