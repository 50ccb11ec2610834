// What printing takes and gives.

import type { ReportFn } from '../diagnostics.js'
import type { PageMap, PrintFigures } from '../model.js'
import type { BrowserAhead } from './browser/ahead.js'
import type { PdfCheck } from './check/index.js'

export interface PrintSettings {
  /** The path of the browser to print with. @default the first that is found */
  readonly browser?: string
  readonly sandbox: boolean
  /** Make it PDF/A-2b, for an archive. @default false */
  readonly pdfA?: boolean
  /** Seconds that starting the browser and printing may take together. @default by the length of the text */
  readonly timeout?: number
  /** Whether the page map is to hold the text of the pages. @default false */
  readonly pageTexts?: boolean
  /** How many runs of a big book are printed at a time. @default as many as there are processors */
  readonly concurrency?: number
  /** How much of the markup is printed at once, in characters. */
  readonly longestRun?: number
  /** A book of more pages is an error. @default none is too long */
  readonly maxPages?: number
}

export interface PrintContext {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly report: ReportFn
  /** Kills the browser when it aborts. */
  readonly signal?: AbortSignal
  /** Prints, if it was not used before; else a browser is started. */
  readonly ahead?: BrowserAhead
  /** Called when printing begins: what it does then costs nobody time. */
  readonly meanwhile?: () => void
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
