// Every warning, error and loss that Offprint can speak of: code, severity, words, remedy. No text of this kind
// stands anywhere but in the tables of `diagnostics/`. The codes are part of the public interface: they are added to,
// never renamed.

import { exitCodes, type Fill, fill, type SpokenRow } from './diagnostics/rows.js'
import { errors, spoken } from './diagnostics/table.js'

export { exitCodes } from './diagnostics/rows.js'

export type ErrorCode = keyof typeof errors
export type SpokenCode = keyof typeof spoken
export type ErrorDetails<C extends ErrorCode> = Fill<(typeof errors)[C]>
export type SpokenDetails<C extends SpokenCode> = Fill<(typeof spoken)[C]>

/** Where in a post something was found: a writer knows headings and words, not line numbers. */
export interface Place {
  /** The permalink, or the slug where there is none. */
  readonly post: string
  /** The nearest heading before it. */
  readonly heading?: string
  /** The first words of it. */
  readonly excerpt?: string
}

/** A warning or a note. */
export interface Diagnostic {
  readonly code: SpokenCode
  readonly severity: 'warning' | 'note'
  readonly message: string
  readonly remedy: string
  readonly place?: Place
}

/** A class of things that the book does not hold as the post held them. */
export interface Loss {
  readonly code: SpokenCode
  /** `attribute data-start`, `empty heading`, `element iframe` … */
  readonly what: string
  readonly message: string
  readonly count: number
  /** The first place it was found at. */
  readonly place?: Place
}

/** How every stage says what it has to say besides its value. */
export type ReportFn = <C extends SpokenCode>(code: C, details: SpokenDetails<C>, place?: Place) => void

/** The one error type of the library: a sentence of fact, a remedy, a stable code and an exit code by cause. */
export class OffprintError extends Error {
  override readonly name: string = 'OffprintError'
  readonly code: ErrorCode
  readonly remedy: string
  readonly exitCode: number
  /** The warnings and notes that had been reported before the failure, where the pipeline knows them. */
  diagnostics: readonly Diagnostic[] = []

  constructor(code: ErrorCode, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.remedy = remedy
    this.exitCode = exitCodes[errors[code].cause]
  }
}

/** Makes the error of a code. `cause` is the failure below it, if there was one. */
export function failure<C extends ErrorCode>(code: C, details: ErrorDetails<C>, cause?: unknown): OffprintError {
  const row = errors[code]
  return new OffprintError(code, fill(row.message, details), fill(row.remedy, details), cause)
}

/** Whatever was thrown, as an error with words: one that nobody foresaw is a bug. */
export function asFailure(thrown: unknown): OffprintError {
  if (thrown instanceof OffprintError) return thrown
  return failure('bug', { reason: thrown instanceof Error ? thrown.message : String(thrown) }, thrown)
}

/** Collects what the stages report; losses of one kind in one post are counted together. */
export interface Collector {
  readonly report: ReportFn
  readonly diagnostics: () => readonly Diagnostic[]
  readonly losses: () => readonly Loss[]
  /** Takes in what another collector holds. */
  readonly add: (other: Pick<Collector, 'diagnostics' | 'losses'>) => void
}

export function collect(): Collector {
  const diagnostics: Diagnostic[] = []
  const losses = new Map<string, Loss>()
  const lose = (loss: Loss) => {
    const key = `${loss.message}\n${loss.place?.post ?? ''}`
    const known = losses.get(key)
    losses.set(key, known ? { ...known, count: known.count + loss.count } : loss)
  }
  const report: ReportFn = (code, details, place) => {
    const row: SpokenRow = spoken[code]
    const message = fill(row.message, details)
    const where = place ? { place } : {}
    if (row.severity !== 'loss') {
      diagnostics.push({ code, severity: row.severity, message, remedy: fill(row.remedy, details), ...where })
      return
    }
    const what = String((details as Record<string, string | number>).what)
    lose({ code, what, message, count: 1, ...where })
  }
  return {
    report,
    diagnostics: () => diagnostics,
    losses: () => [...losses.values()],
    add: (other) => {
      for (const one of other.diagnostics()) diagnostics.push(one)
      for (const loss of other.losses()) lose(loss)
    },
  }
}
