// Many books with one warm browser, a fresh page for each print.

import { failure, OffprintError } from '../diagnostics.js'
import type { PrintDocument } from '../model.js'
import { type Attempt, printTwice } from './attempts.js'
import { printBook } from './book.js'
import type { LaunchSettings } from './browser/launch.js'
import { WarmBrowser } from './browser/warm.js'
import { deadlineOf } from './deadline.js'
import type { PrintContext, PrintedPdf, PrintSettings } from './settings.js'
import { orStop, stopAfter } from './stop.js'

/** `report` hears of the browser; of a book hears that of its own print. */
export type PrinterSettings = Omit<LaunchSettings, 'stop'>

export interface Printer {
  /**
   * Prints as `printPdf` does, with the printer's own browser, whatever the settings say of it. A browser that crashes,
   * or does not finish in time, is replaced, and the book is printed once more. So are others that it was printing; where
   * it was taken down for the time of one of them, that is not counted for the others.
   */
  readonly print: (document: PrintDocument, settings: PrintSettings, context: PrintContext) => Promise<PrintedPdf>
  /** Takes the browser down; what is still printing fails. */
  readonly close: () => Promise<void>
}

export function createPrinter(settings: PrinterSettings): Printer {
  const browser = new WarmBrowser(settings)
  let isClosed = false
  const attempt = async (...given: Parameters<Printer['print']>): Promise<Attempt> => {
    const closed = failure('print-failed', { reason: 'the printer is closed' })
    if (isClosed) return { error: closed }
    const tried = await tryPrinting(browser, ...given)
    return tried.printed || !isClosed ? tried : { error: closed }
  }
  return {
    print: (document, how, context) =>
      printTwice((report) => attempt(document, how, { ...context, report }), context.report),
    close: () => {
      isClosed = true
      return browser.close()
    },
  }
}

async function tryPrinting(
  browser: WarmBrowser,
  document: PrintDocument,
  settings: PrintSettings,
  context: PrintContext,
): Promise<Attempt> {
  const { signal } = context
  const stop = stopAfter(deadlineOf(document, settings), signal)
  const lease = browser.lease()
  try {
    const running = await orStop(lease.running, stop.signal)
    const finish = await orStop(printBook(running, document, settings, context), stop.signal)
    // The limit is for the browser, which has done its part.
    stop.end()
    return { printed: await finish() }
  } catch (thrown) {
    const isGivenUp = stop.signal.aborted
    const error = isGivenUp ? stop.signal.reason : thrown
    if (!isGivenUp && error instanceof OffprintError) return { error }
    const isTakenAway = lease.isGivenUp && !isGivenUp
    // A print that is given up goes on in its page: only without its browser does it end.
    browser.replace(lease, isGivenUp)
    return { error, isTakenAway }
  } finally {
    stop.end()
  }
}
