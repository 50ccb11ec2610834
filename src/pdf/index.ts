// Printing: the whole book as one XHTML page in, a tagged PDF out. Nothing heavy is loaded before it is called.

import type { PrintDocument } from '../model.js'
import { type Attempt, printTwice } from './attempts.js'
import { printBook } from './book.js'
import type { BrowserAhead } from './browser/ahead.js'
import { type LaunchSettings, type RunningBrowser, withBrowser } from './browser/launch.js'
import { deadlineOf } from './deadline.js'
import type { PrintContext, PrintedPdf, PrintSettings } from './settings.js'
import { stopAfter } from './stop.js'

export { imposeBooklet } from './booklet/index.js'
export { BrowserAhead } from './browser/ahead.js'
export type { PdfCheck } from './check/index.js'
export { createPrinter, type Printer, type PrinterSettings } from './printer.js'
export type { PrintContext, PrintedPdf, PrintSettings } from './settings.js'

/**
 * Prints the document in a browser of its own and finishes what Chromium leaves undone: exact outline, document
 * information, XMP, file identifier. The same document and browser give the same bytes. A browser that crashes, or does
 * not finish in time, is replaced once.
 *
 * @throws OffprintError `browser-not-found`, `browser-failed`, `print-failed`, `pages-too-many`, `interrupted`.
 */
export async function printPdf(
  document: PrintDocument,
  settings: PrintSettings,
  context: PrintContext,
): Promise<PrintedPdf> {
  return await printTwice((report) => printOnce(document, settings, { ...context, report }), context.report)
}

async function printOnce(document: PrintDocument, settings: PrintSettings, context: PrintContext): Promise<Attempt> {
  const { env, report, signal } = context
  const stop = stopAfter(deadlineOf(document, settings), signal)
  const { browser, sandbox } = settings
  try {
    const launch = { ...(browser === undefined ? {} : { browser }), sandbox, env, report, stop: stop.signal }
    // The file is finished while the browser is being taken down.
    const { printing } = await withItsBrowser(launch, context.ahead, async (running) => {
      const finish = await printBook(running, document, settings, context)
      const printing = finish()
      // It is awaited once the browser is gone; should that fail first, this failure is not the one to tell.
      printing.catch(() => {})
      return { printing }
    })
    return { printed: await printing }
  } catch (error) {
    return { error: stop.signal.aborted ? stop.signal.reason : error }
  } finally {
    stop.end()
  }
}

function withItsBrowser<T>(
  launch: LaunchSettings,
  ahead: BrowserAhead | undefined,
  work: (running: RunningBrowser) => Promise<T>,
): Promise<T> {
  return ahead?.isThere ? ahead.use(launch, work) : withBrowser(launch, work)
}
