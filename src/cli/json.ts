// The one object that --json prints. Its fields are part of the public interface; `schemaVersion` counts changes
// that take something away.

import type { BuildResult, CheckResult, Diagnostic, InitResult, Inspection } from '../index.js'
import type { Failure } from './failure.js'

const schemaVersion = 1

/** A run that made its outputs. */
export function jsonOfResult(result: BuildResult): string {
  return print(resultObject(result))
}

/** Several books of one configuration. */
export function jsonOfResults(results: readonly BuildResult[]): string {
  const books = results.map(resultObject)
  return print({ schemaVersion, ok: books.every(({ ok }) => ok), books })
}

function resultObject({ outputs, posts, failed, changes, report, checks, accessibility, timings }: BuildResult) {
  return {
    schemaVersion,
    ok: failed === undefined,
    outputs: outputs.map(({ format, path, bytes, sha256, pages, booklet }) => ({
      format,
      path,
      bytes: bytes.length,
      sha256,
      pages,
      booklet,
    })),
    posts,
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

/** What was found in the posts, where nothing is built. */
export function jsonOfInspection({ posts, diagnostics }: Inspection): string {
  return print({ schemaVersion, ok: true, posts, warnings: diagnostics.map(warning) })
}

/** A configuration that was written. */
export function jsonOfInit({ path, asked, categories, diagnostics }: InitResult): string {
  return print({ schemaVersion, ok: true, path, asked, categories, warnings: diagnostics.map(warning) })
}

/** What was found in a file; `ok` is false where it has errors. */
export function jsonOfCheck(
  file: string,
  { ok, errors, warnings, checkers, findings, accessibility }: CheckResult,
): string {
  return print({ schemaVersion, ok, file, errors, warnings, checkers, findings, accessibility })
}

/** A run that made none. */
export function jsonOfFailure({ code, message, remedy, exitCode, diagnostics }: Failure): string {
  return print({
    schemaVersion,
    ok: false,
    error: { code, message, hint: remedy, exitCode },
    outputs: [],
    warnings: diagnostics.map(warning),
  })
}

function warning({ code, severity, message, remedy, place }: Diagnostic): object {
  return { code, severity, message, hint: remedy, source: place }
}

function print(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
