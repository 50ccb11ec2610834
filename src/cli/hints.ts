// The file that --hints names.

import { readFileSync } from 'node:fs'
import { UsageError } from './failure.js'

/** What the file says; whether it fits is the library's to judge. */
export function readHints(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new UsageError(`The hints ${path} cannot be read (${code ?? message}).`, { cause: error })
  }
}
