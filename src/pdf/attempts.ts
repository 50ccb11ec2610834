// A book is printed once more where its browser was lost: what crashed or hung may not do so again.

import { failure, OffprintError, type ReportFn } from '../diagnostics.js'
import type { PrintedPdf } from './settings.js'
import { Late } from './stop.js'

export type Attempt =
  | { readonly printed: PrintedPdf; readonly isTakenAway?: undefined }
  | {
      readonly printed?: undefined
      readonly error: unknown
      /** Whether the browser was given up for the sake of another book: this one has its two tries all the same. */
      readonly isTakenAway?: boolean
    }

/** Prints; what is thrown has the words of the table. Of a print that is lost there is nothing to say but that. */
export async function printTwice(
  attempt: (report: ReportFn) => Promise<Attempt>,
  report: ReportFn,
): Promise<PrintedPdf> {
  const first = await telling(attempt)
  // What has a code is the fault of the document, of the caller or of the machine, and would come again.
  const isLost = !first.printed && !(first.error instanceof OffprintError)
  if (isLost) report('print-repeated', { reason: firstLine(first.error) })
  const last = isLost ? await telling(attempt) : first
  for (const one of last.said) report(...one)
  if (last.printed) return last.printed
  throw printFailure(last.error)
}

async function telling(
  attempt: (report: ReportFn) => Promise<Attempt>,
): Promise<Attempt & { readonly said: readonly Parameters<ReportFn>[] }> {
  const said: Parameters<ReportFn>[] = []
  const report = (...one: Parameters<ReportFn>) => void said.push(one)
  const tried = await attempt(report as ReportFn)
  // It ends: a book gives up two browsers at the most.
  return tried.isTakenAway ? await telling(attempt) : { ...tried, said }
}

function printFailure(error: unknown): OffprintError {
  if (error instanceof OffprintError) return error
  if (error instanceof Late) return failure('print-timeout', { seconds: error.seconds }, error)
  return failure('print-failed', { reason: firstLine(error) }, error)
}

/** The first line of what an error says, without a stop at its end. */
function firstLine(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return (words.split('\n')[0] ?? words).replace(/\.$/, '')
}
