// Several books of one run, such as those of a configuration: one browser, and one that fails costs itself alone.

import { failure, type OffprintError } from '../diagnostics.js'
import type { BuildOptions } from '../options.js'
import { Places } from './places.js'
import type { BuildContext, BuildResult, Company } from './run.js'
import { withSharedPrinter } from './shared-printer.js'
import { booksAtATime, eachBook } from './side-by-side.js'
import { oneAtATime } from './stages.js'

/** What became of one of several books. */
export type BookOutcome =
  | { readonly result: BuildResult; readonly error?: undefined }
  | { readonly result?: undefined; readonly error: OffprintError }

export interface BuildAllContext extends BuildContext {
  /** Told of each book in their order, as soon as it and those before it are done. */
  readonly onBook?: (outcome: BookOutcome, index: number) => void
}

type BuildBook = (options: BuildOptions, context: BuildContext, company: Company) => Promise<BuildResult>

export async function buildBooks(
  books: readonly BuildOptions[],
  { onBook = () => {}, ...context }: BuildAllContext,
  buildBook: BuildBook,
): Promise<readonly BookOutcome[]> {
  const company = { exclusive: oneAtATime(), places: new Places() }
  const outcomes: BookOutcome[] = []
  const tell = (outcome: BookOutcome) => {
    outcomes.push(outcome)
    onBook(outcome, outcomes.length - 1)
  }
  await withSharedPrinter(context, (shared) =>
    eachBook(
      books,
      (options, index) => {
        const onEvent: BuildContext['onEvent'] = (event) =>
          context.onEvent?.({ book: { number: index + 1, total: books.length }, ...event })
        return buildBook(options, { ...shared, onEvent }, company)
      },
      {
        atOnce: booksAtATime(),
        endsAll: ({ code }) => code === 'interrupted',
        told: ({ value, error }) => tell(value ? { result: value } : { error }),
      },
    ),
  )
  while (outcomes.length < books.length) tell({ error: failure('interrupted', {}) })
  return outcomes
}
