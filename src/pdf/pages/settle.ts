// Printing until the numbers on the pages are those of the pages. A first print, untagged and so the quicker, says where
// everything stands; a second one, with the numbers, nearly always proves it.

import type { ReportFn } from '../../diagnostics.js'
import type { PrintDocument } from '../../model.js'
import { arrange } from './blanks.js'
import { fillBlanks, fillForMeasuring, fillPlaces, hasPlacesToFill, openersOf } from './fill.js'
import { type Places, readPlaces } from './places.js'

const mostPrints = 4

export interface Settled {
  readonly raw: Uint8Array
  /** The document as it was printed. */
  readonly xhtml: string
  readonly places: Places
}

/** Prints one state of the document; `tagged`, with outline and structure, as the file is to be. */
export type PrintState = (xhtml: string, tagged: boolean) => Promise<Uint8Array>

/**
 * Prints a document whose page numbers are right. Proof is that filling it in by what the print says gives the document
 * that was printed.
 */
export async function printSettled(document: PrintDocument, print: PrintState, report: ReportFn): Promise<Settled> {
  const { xhtml, pagination } = document
  if (!hasPlacesToFill(xhtml)) {
    const raw = await print(xhtml, true)
    return { raw, xhtml, places: readPlaces(raw) }
  }
  const openers = openersOf(xhtml)
  const shown = new Set<string>()
  let blanks: ReadonlySet<string> = new Set()
  let filled = fillForMeasuring(xhtml)
  for (let prints = 1; ; prints++) {
    const raw = await print(filled, prints > 1)
    const printed = readPlaces(raw)
    const wanted = arrange(openers, printed, blanks)
    const next = fillPlaces(fillBlanks(xhtml, wanted.blanks), wanted.places, pagination, shown)
    const isSettled = prints > 1 && next === filled
    if (isSettled || prints === mostPrints) {
      if (!isSettled || /<span class="page-number"[^>]*><\/span>/.test(filled))
        report('page-numbers-unsettled', { prints })
      return { raw, xhtml: filled, places: printed }
    }
    blanks = wanted.blanks
    filled = next
  }
}

/** The document without what only the measuring needed: links that do not show. */
export function withoutPlaces(xhtml: string): string {
  return xhtml.replace(/<div class="places" hidden="hidden">(?:<a href="[^"]*"><\/a>)*<\/div>\n?/, '')
}
