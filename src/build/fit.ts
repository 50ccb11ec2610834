// Fitting a PDF into a number of pages: the type is set smaller, step by step, and never below what reads well; then the
// column for notes of a handout gives way to a second column of text.

import type { ReportFn } from '../diagnostics.js'

/** How close the text is set. */
export interface Setting {
  /** Type size as a part of the usual one. */
  readonly density: number
  /** Whether a second column of text stands in the place of the column for notes. */
  readonly crowded: boolean
}

/** What a setting makes of the page. */
interface Reckoned {
  /** Points of the type. */
  readonly size: number
  readonly columns: number
}

interface Attempt<T> {
  readonly printed: T
  readonly pages: number
}

type Step = Setting & Reckoned

/** Parts of the usual type size; a step is about half a point. */
const densities = [1, 0.95, 0.9, 0.86, 0.82, 0.78]

/**
 * Prints until there are no more than so many pages; where that cannot be, the print with the fewest stands, with a
 * warning.
 */
export async function printToFit<T>(
  wanted: number | undefined,
  reckon: (setting: Setting) => Reckoned,
  print: (setting: Setting) => Promise<Attempt<T>>,
  report: ReportFn,
): Promise<T> {
  const [first, ...closer] = stepsOf(reckon)
  let step = first
  let attempt = await print(first)
  if (wanted === undefined) return attempt.printed
  for (const next of closer) {
    if (attempt.pages <= wanted) break
    const other = await print(next)
    if (other.pages < attempt.pages || next.crowded === step.crowded) {
      attempt = other
      step = next
    }
  }
  const { pages } = attempt
  if (step.crowded) report('fit-without-notes', { pages })
  if (pages > wanted) report('fit-impossible', { size: step.size, pages, wanted })
  return attempt.printed
}

/** The settings to try, each closer than the one before. */
function stepsOf(reckon: (setting: Setting) => Reckoned): readonly [Step, ...Step[]] {
  const at = (density: number, crowded: boolean): Step => ({ density, crowded, ...reckon({ density, crowded }) })
  const first = at(1, false)
  const isClosed = at(1, true).columns > first.columns
  const all = [false, ...(isClosed ? [true] : [])].flatMap((crowded) =>
    densities.map((density) => at(density, crowded)),
  )
  const closer = all.filter(({ size, crowded }, index) => {
    const before = all[index - 1]
    return before !== undefined && (before.size !== size || before.crowded !== crowded)
  })
  return [first, ...closer]
}
