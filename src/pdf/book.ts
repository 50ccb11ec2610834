// One book in a running browser: printed in runs until its numbers are right, joined, and finished.

import { availableParallelism } from 'node:os'
import { asFailure, type ReportFn } from '../diagnostics.js'
import type { PrintDocument, PrintFigures } from '../model.js'
import type { RunningBrowser } from './browser/launch.js'
import { reportCheck } from './check/index.js'
import { printFigures } from './figures/index.js'
import { finishPdf } from './finish/index.js'
import { fontsOf, type PrintFonts } from './glyphs/fallback.js'
import { reportGlyphs } from './glyphs/index.js'
import { joinRuns } from './join/index.js'
import type { PdfLib } from './library.js'
import { type Key, keyPage } from './page/keys.js'
import { printPage } from './page/print.js'
import { withoutAdditions } from './pages/additions.js'
import { editionOf } from './pages/edition.js'
import { bodyOf, labelsOf, numberingOf } from './pages/labels.js'
import { printSettled, type Settled, withoutPlaces } from './pages/settle.js'
import { textOfPages } from './pages/text.js'
import { markRuns, withoutMarks } from './runs/cut.js'
import { type PrintOfRuns, printerOfRuns } from './runs/print.js'
import type { PrintContext, PrintedPdf, PrintSettings } from './settings.js'

export type BookSettings = Omit<PrintSettings, 'browser' | 'sandbox' | 'timeout'>

/** Prints a book; what is given then finishes it, for which no browser is needed any more. */
export async function printBook(
  running: RunningBrowser,
  document: PrintDocument,
  settings: BookSettings,
  { report, meanwhile }: Pick<PrintContext, 'report' | 'meanwhile'>,
): Promise<() => Promise<PrintedPdf>> {
  const { assets, metadata, pagination } = document
  const { concurrency = availableParallelism(), maxPages, longestRun } = settings
  const fonts = await fontsOf(document.xhtml, metadata.language)
  const runs = printerOfRuns((state, tagged) => printPage(running, { xhtml: state, assets }, tagged), {
    pagination,
    concurrency,
    maxPages,
  })
  const keyed = keyPage(fonts.xhtml)
  const printing = printSettled({ ...document, xhtml: markRuns(keyed.xhtml, longestRun) }, runs, report)
  meanwhile?.()
  const [settled, lib] = await Promise.all([printing, import('@pdfme/pdf-lib')])
  const printed = { settled, fonts, keys: keyed.keys, browser: running.path }
  return () =>
    finishBook(lib, document, printed, settings, report).catch((error) => {
      // No other browser would mend it.
      throw asFailure(error)
    })
}

interface PrintedBook {
  readonly settled: Settled<PrintOfRuns>
  readonly fonts: PrintFonts
  readonly keys: readonly Key[]
  readonly browser: string
}

async function finishBook(
  lib: PdfLib,
  document: PrintDocument,
  { settled, fonts, keys, browser }: PrintedBook,
  { pageTexts = false, pdfA = false }: BookSettings,
  report: ReportFn,
): Promise<PrintedPdf> {
  const { metadata, pagination } = document
  const { places, runs } = settled.print
  const xhtml = withoutMarks(withoutPlaces(settled.xhtml))
  const pdf = await joinRuns(lib, runs)
  reportGlyphs(lib, pdf, fonts, report)
  const texts = pageTexts ? withoutAdditions(textOfPages(lib, pdf), xhtml) : []
  const numbering = numberingOf({ ...places, pages: pdf.getPageCount() }, pagination)
  const body = bodyOf(places, numbering, pagination)
  const figures = printFigures(lib, pdf, { ...document, xhtml }, { body })
  reportOverfull(figures, report)
  const identifier = editionOf(xhtml, metadata)
  const finishing = { keys, pages: { numbering, identifier }, wantsArchival: pdfA }
  const { bytes, check, archiveFault } = await finishPdf(lib, pdf, { ...document, xhtml }, finishing)
  if (archiveFault !== undefined) report('pdf-a-not-claimed', { reason: archiveFault })
  reportCheck(check, report)
  const pageMap = { ...places, pages: numbering.pages, identifier, labels: labelsOf(numbering), body, texts }
  return { bytes, pages: numbering.pages, pageMap, browser, check, figures }
}

function reportOverfull({ overfullLines: { count, pages }, typeScale }: PrintFigures, report: ReportFn): void {
  if (typeScale < 0.995) report('print-shrunk', { percent: Math.round(typeScale * 100) })
  if (count > 0)
    report('lines-overfull', { count, where: `${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}` })
}
