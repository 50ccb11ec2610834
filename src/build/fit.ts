// Fitting a PDF into a number of pages: the type is set smaller, step by step, and never below what reads well.

import type { ReportFn } from '../diagnostics.js'

interface Attempt<T> {
  readonly printed: T
  readonly pages: number
  /** Points of the type. */
  readonly size: number
}

/** Parts of the usual type size; a step is about half a point. */
const densities = [1, 0.95, 0.9, 0.86, 0.82, 0.78]

/** Prints until there are no more than so many pages; where that cannot be, the smallest type stands, with a warning. */
export async function printToFit<T>(
  wanted: number | undefined,
  print: (density: number) => Promise<Attempt<T>>,
  report: ReportFn,
): Promise<T> {
  let attempt = await print(1)
  if (wanted === undefined) return attempt.printed
  for (const density of densities.slice(1)) {
    if (attempt.pages <= wanted) return attempt.printed
    const next = await print(density)
    if (next.size === attempt.size) break
    attempt = next
  }
  if (attempt.pages > wanted) report('fit-impossible', { size: attempt.size, pages: attempt.pages, wanted })
  return attempt.printed
}
