// A printer for many builds: one warm browser instead of one for each book.

import { collect, type ReportFn } from '../diagnostics.js'
import type { Printer } from '../pdf/index.js'

export interface PrinterOptions {
  /** The path of the browser. @default the first that is found */
  readonly browser?: string
  /** @default true */
  readonly sandbox?: boolean
  /** Where the browser may be named. @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Hears what there is to say of the browser. */
  readonly report?: ReportFn
}

/** Makes a printer to hand to several builds. The browser starts with the first of them and runs until `close()`. */
export async function createPrinter(options: PrinterOptions = {}): Promise<Printer> {
  const { createPrinter: create } = await import('../pdf/index.js')
  const { sandbox = true, env = process.env, report = collect().report, browser } = options
  return create({ sandbox, env, report, ...(browser === undefined ? {} : { browser }) })
}
