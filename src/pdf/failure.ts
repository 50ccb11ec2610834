import { failure, OffprintError } from '../diagnostics.js'

/** What went wrong in the words of the table; what has such words already stays. */
export function printFailure(error: unknown): OffprintError {
  if (error instanceof OffprintError) return error
  return failure('print-failed', { reason: firstLine(error) }, error)
}

/** The first line of what an error says, without a stop at its end. */
export function firstLine(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return (words.split('\n')[0] ?? words).replace(/\.$/, '')
}
