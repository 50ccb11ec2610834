// Printing until the numbers on the pages are those of the pages. A first print, untagged and so the quicker, says where
// everything stands; a second one, with the numbers, nearly always proves it.

import type { ReportFn } from '../../diagnostics.js'
import type { PrintDocument } from '../../model.js'
import { arrange } from './blanks.js'
import { fillBlanks, fillForMeasuring, fillPlaces, hasPlacesToFill, openersOf } from './fill.js'
import type { Places } from './places.js'

const mostPrints = 4

/** One state of the document, printed. */
export interface Print {
  readonly places: Places
  /** False while a part was printed as if it stood on other pages than it does. */
  readonly isInPlace: boolean
}

export interface Settled<P extends Print> {
  readonly print: P
  /** The document as it was printed. */
  readonly xhtml: string
}

/**
 * Prints one state of the document; `tagged`, with outline and structure, as the file is to be. `expected` tells where
 * everything will be, once something has been printed.
 */
export type PrintState<P extends Print> = (xhtml: string, tagged: boolean, expected?: Places) => Promise<P>

/**
 * Prints a document whose page numbers are right. Proof is that filling it in by what the print says gives the document
 * that was printed.
 */
export async function printSettled<P extends Print>(
  { xhtml, pagination }: Pick<PrintDocument, 'xhtml' | 'pagination'>,
  print: PrintState<P>,
  report: ReportFn,
): Promise<Settled<P>> {
  if (!hasPlacesToFill(xhtml)) {
    const printed = await print(xhtml, true)
    if (printed.isInPlace) return { print: printed, xhtml }
  }
  const openers = openersOf(xhtml)
  const shown = new Set<string>()
  let blanks: ReadonlySet<string> = new Set()
  let filled = fillForMeasuring(xhtml)
  let expected: Places | undefined
  for (let prints = 1; ; prints++) {
    const printed = await print(filled, prints > 1, expected)
    const wanted = arrange(openers, printed.places, blanks)
    const next = fillPlaces(fillBlanks(xhtml, wanted.blanks), wanted.places, pagination, shown)
    const isSettled = prints > 1 && next === filled && printed.isInPlace
    if (isSettled || prints === mostPrints) {
      if (!isSettled || /<span class="page-number"[^>]*><\/span>/.test(filled))
        report('page-numbers-unsettled', { prints })
      return { print: printed, xhtml: filled }
    }
    blanks = wanted.blanks
    filled = next
    expected = wanted.places
  }
}

/** The document without what only the measuring needed: links that do not show. */
export function withoutPlaces(xhtml: string): string {
  return xhtml.replace(/<div class="places" hidden="hidden">(?:<a href="[^"]*"><\/a>)*<\/div>\n?/, '')
}
