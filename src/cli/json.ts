// The one object that --json prints. Its fields are part of the public interface; `schemaVersion` counts changes
// that take something away.

import type { BuildResult, Diagnostic, Inspection } from '../index.js'
import type { Failure } from './failure.js'

const schemaVersion = 1

/** A run that made its outputs. */
export function jsonOfResult({ outputs, posts, report, checks, timings }: BuildResult): string {
  return print({
    schemaVersion,
    ok: true,
    outputs: outputs.map(({ format, path, bytes, sha256, pages }) => ({
      format,
      path,
      bytes: bytes.length,
      sha256,
      pages,
    })),
    posts,
    outline: report.outline,
    faq: report.faq,
    losses: report.losses,
    warnings: report.diagnostics.map(warning),
    checks,
    timings,
  })
}

/** What was found in the posts, where nothing is built. */
export function jsonOfInspection({ posts, diagnostics }: Inspection): string {
  return print({ schemaVersion, ok: true, posts, warnings: diagnostics.map(warning) })
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
