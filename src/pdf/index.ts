// Printing: the whole book as one XHTML page in, a tagged PDF out. Nothing heavy is loaded before it is called.

import { failure, OffprintError, type ReportFn } from '../diagnostics.js'
import type { PrintDocument } from '../model.js'
import { type RunningBrowser, withBrowser } from './browser/launch.js'
import { finishPdf } from './finish/index.js'
import { reportGlyphs } from './glyphs/index.js'
import { printPage } from './page/print.js'
import { stopAfter } from './stop.js'

export interface PrintSettings {
  /** The path of the browser to print with. @default the first that is found */
  readonly browser?: string
  readonly sandbox: boolean
  /** Seconds that starting the browser and printing may take together. */
  readonly timeout: number
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
  /** The path of the browser that printed. */
  readonly browser: string
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
    const { printing } = await withBrowser(launch, (running) => startFinishing(running, document, report))
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
  report: ReportFn,
): Promise<{ readonly printing: Promise<PrintedPdf> }> {
  const [raw, lib] = await Promise.all([printPage(running, document), import('@pdfme/pdf-lib')])
  const finish = async () => {
    const pdf = await lib.PDFDocument.load(raw, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
    await reportGlyphs(lib, pdf, document.xhtml, report)
    const bytes = await finishPdf(lib, pdf, document)
    return { bytes, pages: pdf.getPageCount(), browser: running.path }
  }
  const printing = finish()
  // It is awaited once the browser is gone; should that fail first, this failure is not the one to tell.
  printing.catch(() => {})
  return { printing }
}

function firstLine(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return (words.split('\n')[0] ?? words).replace(/\.$/, '')
}
