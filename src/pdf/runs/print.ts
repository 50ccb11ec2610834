// A cut document, printed run by run: several at a time, and only those that have changed since they were printed last.

import { failure } from '../../diagnostics.js'
import type { Pagination } from '../../model.js'
import { numberingOf } from '../pages/labels.js'
import { type Places, readPlaces } from '../pages/places.js'
import type { Print, PrintState } from '../pages/settle.js'
import { splitRuns } from './cut.js'
import { openingOf, type RunDocument, type RunStart, runDocuments } from './documents.js'
import { inParallel } from './parallel.js'

export interface PrintedRun {
  readonly raw: Uint8Array
  /** Pages to throw away. */
  readonly lead: number
}

export interface PrintOfRuns extends Print {
  readonly runs: readonly PrintedRun[]
}

export interface RunSettings {
  readonly pagination: Pagination | undefined
  /** How many runs are printed at a time. */
  readonly concurrency: number
  readonly maxPages?: number | undefined
}

interface Known {
  readonly xhtml: string
  readonly tagged: boolean
  readonly raw: Uint8Array
  readonly places: Places
}

/** Prints the states of one document. Nothing depends on which run is printed first, or beside which. */
export function printerOfRuns(
  print: (xhtml: string, tagged: boolean) => Promise<Uint8Array>,
  { pagination, concurrency, maxPages = Number.POSITIVE_INFINITY }: RunSettings,
): PrintState<PrintOfRuns> {
  const known: Known[] = []
  return async (marked, tagged, expected) => {
    const starts = expected && startsOf(marked, expected, pagination)
    const documents = runDocuments(marked, starts)
    let pages = 0
    const printed = await inParallel(documents, concurrency, async ({ xhtml }, index) => {
      const before = known[index]
      if (before?.xhtml === xhtml && before.tagged === tagged) return before
      const raw = await print(xhtml, tagged)
      const places = readPlaces(raw)
      pages += places.pages
      if (pages > maxPages) throw failure('pages-too-many', { limit: maxPages })
      // What is printed to be measured is not needed again.
      const now = { xhtml, tagged, places, raw: tagged ? raw : new Uint8Array() }
      known[index] = now
      return now
    })
    const { places, firsts } = placesOfAll(documents, printed)
    return {
      places,
      isInPlace: documents.length === 1 || (starts?.every(({ page }, index) => page === firsts[index]) ?? false),
      runs: printed.map(({ raw }, index) => ({ raw, lead: documents[index]?.lead ?? 0 })),
    }
  }
}

function startsOf(marked: string, expected: Places, pagination: Pagination | undefined): readonly RunStart[] {
  const { body } = numberingOf(expected, pagination)
  return splitRuns(marked).map((run, index) => {
    const { id, hasBlank } = openingOf(run)
    const page = index === 0 || id === undefined ? 0 : (expected.pageOf(id) ?? 0) - (hasBlank ? 1 : 0)
    return { page, numbered: page - body }
  })
}

/** The places of the runs, one after the other and without their leads. */
function placesOfAll(documents: readonly RunDocument[], printed: readonly Known[]) {
  let pages = 0
  const runs = printed.map(({ places }, index) => {
    const lead = documents[index]?.lead ?? 0
    const first = pages
    pages += places.pages - lead
    return { first, lead, pageOf: places.pageOf }
  })
  const pageOf = (id: string) => {
    for (const { first, lead, pageOf } of runs) {
      const page = pageOf(id)
      if (page !== undefined) return first + page - lead
    }
    return undefined
  }
  return { places: { pages, pageOf }, firsts: runs.map(({ first }) => first) }
}
