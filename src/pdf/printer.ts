// Many books with one warm browser, a fresh page for each print.

import { failure, OffprintError } from '../diagnostics.js'
import type { PrintDocument } from '../model.js'
import { printBook } from './book.js'
import type { LaunchSettings } from './browser/launch.js'
import { WarmBrowser } from './browser/warm.js'
import { firstLine, printFailure } from './failure.js'
import type { PrintContext, PrintedPdf, PrintSettings } from './settings.js'
import { orStop, stopAfter } from './stop.js'

/** `report` hears of the browser; of a book hears that of its own print. */
export type PrinterSettings = Omit<LaunchSettings, 'stop'>

export interface Printer {
  /**
   * Prints as `printPdf` does, with the printer's own browser, whatever the settings say of it. A browser that crashes,
   * or does not finish in time, is replaced, and the book is printed once more; so are others that it was printing.
   */
  readonly print: (document: PrintDocument, settings: PrintSettings, context: PrintContext) => Promise<PrintedPdf>
  /** Takes the browser down; what is still printing fails. */
  readonly close: () => Promise<void>
}

export function createPrinter(settings: PrinterSettings): Printer {
  const browser = new WarmBrowser(settings)
  let isClosed = false
  const print: Printer['print'] = async (document, how, context) => {
    for (let attempt = 1; ; attempt++) {
      if (isClosed) throw failure('print-failed', { reason: 'the printer is closed' })
      const { printed, error, isLost } = await tryPrinting(browser, document, how, context)
      if (printed) return printed
      if (isClosed || !isLost || attempt === 2) throw printFailure(error)
      context.report('print-repeated', { reason: firstLine(error) })
    }
  }
  const close = () => {
    isClosed = true
    return browser.close()
  }
  return { print, close }
}

interface Attempt {
  readonly printed?: PrintedPdf
  readonly error?: unknown
  /** The browser is to blame, and another one may do better. */
  readonly isLost?: boolean
}

async function tryPrinting(
  browser: WarmBrowser,
  document: PrintDocument,
  settings: PrintSettings,
  context: PrintContext,
): Promise<Attempt> {
  const { signal } = context
  const stop = stopAfter(settings.timeout, signal)
  const lease = browser.lease()
  try {
    const running = await orStop(lease.running, stop.signal)
    const finish = await orStop(printBook(running, document, settings, context), stop.signal)
    return { printed: await orStop(finish(), stop.signal) }
  } catch (error) {
    const isLate = stop.signal.aborted && !signal?.aborted
    const isLost = isLate || !(error instanceof OffprintError)
    // A print that is given up goes on in its page: only without its browser does it end.
    if (isLost || signal?.aborted) browser.replace(lease)
    return { error, isLost: isLost && !signal?.aborted }
  } finally {
    stop.end()
  }
}
