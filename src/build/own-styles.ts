// The style sheet of the user's own, which `css` names.

import { readFile } from 'node:fs/promises'
import { failure } from '../diagnostics.js'
import type { Options } from '../options.js'

/** The style sheet that the user names. */
export async function ownStyles({ css }: Options): Promise<string | undefined> {
  if (css === undefined) return undefined
  try {
    return await readFile(css, 'utf8')
  } catch (error) {
    throw failure(
      'css-unreadable',
      { path: css, reason: (error as NodeJS.ErrnoException).code ?? String(error) },
      error,
    )
  }
}
