// The files of the cache: `entries/` by address, `bodies/` by content, `tmp/` for what is being written. Every file is
// written elsewhere and renamed into place, and holds or is named by its own digest: what is torn or changed is no file.

import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keepWithinSize, touch } from './cache-size.js'

export interface CacheFiles {
  /** The text kept for an address and the bytes that go with it; absent where either is missing or damaged. */
  readonly read: (address: string) => Promise<{ readonly text: string; readonly bytes: Uint8Array } | undefined>
  readonly write: (address: string, text: string, bytes: Uint8Array) => Promise<void>
  readonly remove: (address: string) => Promise<void>
}

/** A file that has been temporary for an hour belongs to a run that was killed. */
const sweepMilliseconds = 3_600_000

export function cacheFiles(folder: string): CacheFiles {
  const entryPath = (address: string) => join(folder, 'entries', `${sha256(address)}.json`)
  const bodyPath = (digest: string) => join(folder, 'bodies', digest)
  let ready: Promise<void> | undefined

  const put = async (path: string, content: string | Uint8Array) => {
    ready ??= makeReady(folder)
    await ready
    const temporary = join(folder, 'tmp', randomUUID())
    try {
      await writeFile(temporary, content)
      await rename(temporary, path)
    } finally {
      await rm(temporary, { force: true })
    }
  }

  const read: CacheFiles['read'] = async (address) => {
    try {
      const [textDigest, bodyDigest = '', text = ''] = splitEntry(await readFile(entryPath(address), 'utf8'))
      if (sha256(`${bodyDigest}\n${text}`) !== textDigest) return undefined
      const bytes = await readFile(bodyPath(bodyDigest))
      if (sha256(bytes) !== bodyDigest) return undefined
      await touch(bodyPath(bodyDigest))
      return { text, bytes }
    } catch {
      // Whatever cannot be read is fetched anew.
      return undefined
    }
  }

  const write: CacheFiles['write'] = async (address, text, bytes) => {
    const bodyDigest = sha256(bytes)
    // The body first: an entry never names a body that is not there.
    await put(bodyPath(bodyDigest), bytes)
    await put(entryPath(address), `${sha256(`${bodyDigest}\n${text}`)}\n${bodyDigest}\n${text}`)
  }

  return { read, write, remove: (address) => rm(entryPath(address), { force: true }) }
}

function splitEntry(content: string): readonly string[] {
  const [first = '', second = ''] = content.split('\n', 2)
  return [first, second, content.slice(first.length + second.length + 2)]
}

async function makeReady(folder: string): Promise<void> {
  for (const name of ['entries', 'bodies', 'tmp']) await mkdir(join(folder, name), { recursive: true, mode: 0o700 })
  const temporary = join(folder, 'tmp')
  const old = Date.now() - sweepMilliseconds
  for (const name of await readdir(temporary)) {
    const path = join(temporary, name)
    // Another run may sweep at the same time: what is gone is gone.
    const modified = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.POSITIVE_INFINITY,
    )
    if (modified < old) await rm(path, { force: true })
  }
  await keepWithinSize(folder)
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
