// The one object that --json prints. Its fields are part of the public interface; `schemaVersion` counts changes
// that take something away.

import type {
  BookOutcome,
  BuildResult,
  CacheContents,
  CheckResult,
  Diagnostic,
  InitResult,
  Inspection,
  Output,
} from '../index.js'
import { type Failure, failureOf } from './failure.js'

const schemaVersion = 1

/** A run that made its outputs. */
export function jsonOfResult(result: BuildResult): string {
  return print(resultObject(result))
}

/** Several books of one configuration, in its order: what was made, or the error that one failed with. */
export function jsonOfOutcomes(outcomes: readonly BookOutcome[]): string {
  const books = outcomes.map(({ result, error }) => (result ? resultObject(result) : failureObject(failureOf(error))))
  return print({ schemaVersion, ok: books.every(({ ok }) => ok), books })
}

function resultObject(result: BuildResult) {
  const { outputs, posts, made, failed, changes, report, checks, accessibility, timings } = result
  return {
    schemaVersion,
    ok: failed === undefined,
    outputs: outputs.map(outputObject),
    posts,
    ...(made ? { made: made.map((book) => ({ ...book, outputs: book.outputs.map(outputObject) })) } : {}),
    ...(failed ? { failed } : {}),
    ...(changes ? { changes } : {}),
    outline: report.outline,
    faq: report.faq,
    losses: report.losses,
    print: report.print,
    warnings: report.diagnostics.map(warning),
    checks,
    accessibility,
    timings,
  }
}

function outputObject({ format, path, bytes, sha256, pages, booklet }: Output) {
  return { format, path, bytes: bytes.length, sha256, pages, booklet }
}

/** What was found in the posts, where nothing is built. */
export function jsonOfInspection({ posts, diagnostics }: Inspection): string {
  return print({ schemaVersion, ok: true, posts, warnings: diagnostics.map(warning) })
}

/** A configuration that was written. */
export function jsonOfInit({ path, asked, categories, diagnostics }: InitResult): string {
  return print({ schemaVersion, ok: true, path, asked, categories, warnings: diagnostics.map(warning) })
}

/** What the cache holds, or held before it was emptied. */
export function jsonOfCache(contents: CacheContents, cleared: boolean): string {
  return print({ schemaVersion, ok: true, ...contents, cleared })
}

/** What was found in a file; `ok` is false where it has errors. */
export function jsonOfCheck(
  file: string,
  { ok, errors, warnings, checkers, findings, accessibility }: CheckResult,
): string {
  return print({ schemaVersion, ok, file, errors, warnings, checkers, findings, accessibility })
}

/** A run that made none. */
export function jsonOfFailure(failure: Failure): string {
  return print(failureObject(failure))
}

function failureObject({ code, message, remedy, exitCode, diagnostics }: Failure) {
  return {
    schemaVersion,
    ok: false,
    error: { code, message, hint: remedy, exitCode },
    outputs: [],
    warnings: diagnostics.map(warning),
  }
}

function warning({ code, severity, message, remedy, place }: Diagnostic): object {
  return { code, severity, message, hint: remedy, source: place }
}

function print(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
