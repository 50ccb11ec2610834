// Files on the disk: whole or not at all.

import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { failure } from './diagnostics.js'

interface NewFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Writes each file beside its place and renames it once all are on the disk, so that a reader of the path finds the
 * old file or the new one, never a part.
 *
 * @throws `output-unwritable`; no temporary file stays, and a file that was there is as it was.
 */
export async function writeFiles(files: readonly NewFile[]): Promise<void> {
  const waiting: { readonly temporary: string; readonly path: string }[] = []
  try {
    for (const { path, bytes } of files) {
      // One name a process: two runs at once must not write into one file.
      const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
      waiting.push({ temporary, path })
      await inPath(path, () => writeWhole(temporary, bytes))
    }
    for (const { path } of waiting) await inPath(path, () => refuseFolder(path))
    for (const { temporary, path } of waiting) await inPath(path, () => rename(temporary, path))
  } finally {
    // A failure to tidy up must not hide the failure that led here.
    await Promise.all(waiting.map(({ temporary }) => rm(temporary, { force: true }).catch(() => {})))
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

// What a rename would refuse is found out before the first one, so that it is all of the files or none.
async function refuseFolder(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined)
  if (there?.isDirectory()) throw Object.assign(new Error('It is a folder.'), { code: 'EISDIR' })
}

async function inPath(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw failure('output-unwritable', { path, reason }, error)
  }
}
