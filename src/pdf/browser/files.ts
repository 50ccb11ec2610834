// Questions to the file system, and the variables of the environment they depend on.

import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'

export type Environment = Readonly<Record<string, string | undefined>>

export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** True for a file that this user may run. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
