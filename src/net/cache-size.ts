// Keeps the cache within its size: what was not used for longest goes first.

import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes of all bodies together, above which the cache is made smaller when a run first writes to it. */
const most = 1_000_000_000

/** What is left then: not each run should have to remove something. */
const kept = 0.8

interface Body {
  readonly digest: string
  readonly bytes: number
  readonly used: number
}

/** Removes the bodies that were not used for longest, and the entries that name one that is not there. */
export async function keepWithinSize(folder: string, limit = most): Promise<void> {
  const bodies = await bodiesOf(join(folder, 'bodies'))
  let left = bodies.reduce((sum, { bytes }) => sum + bytes, 0)
  if (left <= limit) return
  const gone = new Set<string>()
  for (const { digest, bytes } of bodies.toSorted((a, b) => a.used - b.used)) {
    if (left <= limit * kept) break
    await rm(join(folder, 'bodies', digest), { force: true })
    gone.add(digest)
    left -= bytes
  }
  await removeEntries(join(folder, 'entries'), gone)
}

/** Says that a body was used; where the folder cannot be written, nothing is removed from it either. */
export async function touch(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => {})
}

/** Other runs may remove at the same time: what is gone is gone. */
async function bodiesOf(folder: string): Promise<readonly Body[]> {
  const bodies: Body[] = []
  for (const digest of await readdir(folder)) {
    const found = await stat(join(folder, digest)).catch(() => undefined)
    if (found) bodies.push({ digest, bytes: found.size, used: found.mtimeMs })
  }
  return bodies
}

async function removeEntries(folder: string, gone: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, digest = ''] = (await readFile(join(folder, name), 'utf8').catch(() => '')).split('\n', 2)
    if (gone.has(digest)) await rm(join(folder, name), { force: true })
  }
}
