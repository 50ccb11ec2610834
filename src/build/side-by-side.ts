// Several books at once: what computes is done for one after the other, while a browser prints another.

import { availableParallelism } from 'node:os'
import { asFailure, type OffprintError } from '../diagnostics.js'

/** Bytes that a book may need in all processes while it is made; most need a tenth of it. */
const room = 1.5e9

/** More than two gain nothing: of two, one computes here while the other is printed there. */
const most = 2

/** How many books are made at a time. */
export function booksAtATime(free = process.availableMemory(), processors = availableParallelism()): number {
  return Math.max(1, Math.min(most, processors, Math.floor(free / room)))
}

/** What became of one book. */
export type Outcome<T> =
  | { readonly value: T; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: OffprintError }

interface Manner<T> {
  /** How many are made at a time. */
  readonly atOnce: number
  /** Whether after this error no other book is begun. */
  readonly endsAll: (error: OffprintError) => boolean
  /** Told of each book in their order, as soon as those before it are done. */
  readonly told?: (outcome: Outcome<T>, index: number) => void
}

/**
 * Makes all books and tells what became of each, in their order; of those that were not begun it tells nothing. What
 * `told` throws is thrown when no book is in the making any more.
 */
export async function eachBook<I, T>(
  books: readonly I[],
  make: (book: I, index: number) => Promise<T>,
  { atOnce, endsAll, told = () => {} }: Manner<T>,
): Promise<readonly Outcome<T>[]> {
  const outcomes: Outcome<T>[] = []
  let next = 0
  let toTell = 0
  let isEnded = false
  const tell = () => {
    for (let ready = outcomes[toTell]; ready; ready = outcomes[toTell]) told(ready, toTell++)
  }
  const worker = async () => {
    while (next < books.length && !isEnded) {
      const index = next++
      const outcome = await outcomeOf(() => make(books[index] as I, index))
      outcomes[index] = outcome
      try {
        isEnded ||= outcome.error !== undefined && endsAll(outcome.error)
        tell()
      } catch (error) {
        // Whoever is told and throws wants no more: the other worker must not go on and write.
        isEnded = true
        throw error
      }
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: Math.min(atOnce, books.length) }, worker))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return outcomes
}

async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() }
  } catch (error) {
    return { error: asFailure(error) }
  }
}
