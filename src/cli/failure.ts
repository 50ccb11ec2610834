// Whatever was thrown, as something that can be told to people.

import { asFailure, exitCodes, type OffprintError, optionHelp } from '../index.js'

/** An error as it is told: that of the library, or one that nobody foresaw. */
export interface Failure extends Pick<OffprintError, 'message' | 'remedy' | 'exitCode' | 'diagnostics'> {
  readonly code: OffprintError['code']
  readonly stack?: string | undefined
}

export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof UsageError) return { ...usageFailure(thrown.message), stack: stackOf(thrown) }
  const failed = asFailure(thrown)
  const { code, message, remedy, exitCode, diagnostics, cause } = failed
  const told = code === 'usage-invalid' ? withFlags(message) : message
  // Of a bug, what nobody foresaw says where it is.
  return { code, message: told, remedy, exitCode, diagnostics, stack: stackOf(code === 'bug' ? cause : failed) }
}

/** A mistake of the caller that the command finds before the library does. */
export class UsageError extends Error {}

/** A command line that could not be read; `text` is what commander says of it. */
export function usageFailure(text: string): Failure {
  const message = text.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
  const remedy = 'Run "offprint --help" for the options.'
  return { code: 'usage-invalid', message, remedy, exitCode: exitCodes.usage, diagnostics: [] }
}

/** The stacks of an error and of what caused it. */
function stackOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined
  const cause = stackOf(thrown.cause)
  return [thrown.stack, ...(cause ? [`caused by ${cause}`] : [])].join('\n')
}

/** The library names options as its callers write them (`pageSize`, `output.0`); here they have flags. */
function withFlags(message: string): string {
  return optionHelp().reduce((text, { name, flags }) => {
    const flag = /--[\w-]+/.exec(flags)?.[0] ?? name
    return text.replace(new RegExp(`(?<=[:;] )${name}(?:\\.\\d+)?(?=: )`, 'g'), flag)
  }, message)
}
