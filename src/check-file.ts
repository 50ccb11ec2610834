// The check of a file that is there already: any EPUB, whoever made it.

import { readFile, stat } from 'node:fs/promises'
import type { BookCheck } from './check/index.js'
import { failure, OffprintError } from './diagnostics.js'

export interface CheckOptions {
  /** The largest file that is read, in MB of 1 000 000 bytes. @default 500 */
  readonly maxInput?: number
  /** How long EPUBCheck may take, in seconds. @default 120 */
  readonly timeout?: number
}

/** The world that a check may touch; every part can be left out. */
export interface CheckContext {
  /** Where `OFFPRINT_EPUBCHECK_JAR` may name EPUBCheck. @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Ends the check with the error `interrupted`. */
  readonly signal?: AbortSignal
}

export interface CheckResult extends BookCheck {
  /** Whether there is no finding of severity `error`. */
  readonly ok: boolean
  readonly errors: number
  readonly warnings: number
}

const bytesName = '(bytes)'

/**
 * Checks an EPUB, also one that Offprint did not make, and measures its accessibility. EPUBCheck itself takes part where
 * Java and its jar are found.
 *
 * @param input a path, or the bytes of the file.
 * @example
 * const { ok, findings } = await check('book.epub')
 *
 * @throws OffprintError where the input cannot be read or is no EPUB by nature; an EPUB with errors is a result.
 */
export async function check(
  input: string | Uint8Array,
  options: CheckOptions = {},
  context: CheckContext = {},
): Promise<CheckResult> {
  const { maxInput = 500, timeout = 120 } = options
  if (!(maxInput > 0 && timeout > 0 && timeout <= 86_400)) {
    throw failure('usage-invalid', { problem: 'maxInput and timeout must be above 0, and timeout a day at the most.' })
  }
  const { env = process.env, signal } = context
  const goOn = () => {
    if (signal?.aborted) throw failure('interrupted', {}, signal.reason)
  }
  goOn()
  const bytes = typeof input === 'string' ? await readWhole(input, maxInput) : input
  const name = typeof input === 'string' ? input : bytesName
  requireFit(bytes, name, maxInput)
  const { checkAnyBook } = await import('./check/index.js')
  const checked = await checkAnyBook(bytes, { env, timeout: timeout * 1000, signal })
  goOn()
  const count = (severity: string) => checked.findings.filter((finding) => finding.severity === severity).length
  const errors = count('error')
  return { ok: errors === 0, errors, warnings: count('warning'), ...checked }
}

async function readWhole(path: string, maxInput: number): Promise<Uint8Array> {
  try {
    const found = await stat(path)
    // A pipe or a device has no size to hold against the limit, and may never end.
    if (!found.isFile()) throw failure('input-unreadable', { input: path, reason: 'it is no file' })
    requireSize(found.size, path, maxInput)
    return await readFile(path)
  } catch (error) {
    if (error instanceof OffprintError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw failure('input-unreadable', { input: path, reason: code ?? message }, error)
  }
}

function requireFit(bytes: Uint8Array, input: string, maxInput: number): void {
  requireSize(bytes.length, input, maxInput)
  // Some producers put a few bytes before the header (ISO 32000-1, annex H.3.4.1).
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-') && !start.startsWith('PK')) throw failure('check-pdf-unsupported', { input })
}

function requireSize(size: number, input: string, maxInput: number): void {
  if (size <= maxInput * 1_000_000) return
  throw failure('check-input-too-large', { input, size: Math.ceil(size / 1_000_000), limit: maxInput })
}
