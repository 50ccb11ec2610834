// What the cache holds, and how all of it is thrown away: nothing but the files that Offprint put there, for a folder
// that the user named may hold other things.

import { readdir, rm, rmdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { failure } from '../diagnostics.js'
import { defaultCacheDir } from './cache-folder.js'

export interface CacheOptions {
  /** @default as the platform does */
  readonly cacheDir?: string
}

export interface CacheContext {
  /** Where the platform's folder may be named. @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>>
}

export interface CacheContents {
  /** The folder of the cache. */
  readonly path: string
  readonly files: number
  readonly bytes: number
}

const stores = ['', 'sites', 'articles']
const kinds: readonly (readonly [folder: string, name: RegExp])[] = [
  ['entries', /^[0-9a-f]{64}\.json$/],
  ['bodies', /^[0-9a-f]{64}$/],
  ['tmp', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
]

/** What the cache holds. */
export async function cacheContents(options: CacheOptions = {}, context: CacheContext = {}): Promise<CacheContents> {
  const path = folderOf(options, context)
  const found = await filesIn(path)
  return { path, files: found.length, bytes: found.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/**
 * Empties the cache, and tells what it held.
 *
 * @throws `output-unwritable`
 */
export async function clearCache(options: CacheOptions = {}, context: CacheContext = {}): Promise<CacheContents> {
  const contents = await cacheContents(options, context)
  for (const { path } of await filesIn(contents.path)) {
    await rm(path, { force: true }).catch((error: NodeJS.ErrnoException) => {
      throw failure('output-unwritable', { path, reason: error.code ?? error.message }, error)
    })
  }
  // A folder that holds something of somebody else's stays.
  for (const folder of folders(contents.path)) await rmdir(folder).catch(() => {})
  return contents
}

function folderOf({ cacheDir }: CacheOptions, { env = process.env }: CacheContext): string {
  return cacheDir ?? defaultCacheDir(env, process.platform, homedir())
}

/** The inner ones first. */
function folders(path: string): readonly string[] {
  const inner = stores.flatMap((store) => kinds.map(([kind]) => join(path, store, kind)))
  return [...inner, join(path, 'sites'), join(path, 'articles'), path]
}

async function filesIn(path: string): Promise<readonly { readonly path: string; readonly bytes: number }[]> {
  const files: { path: string; bytes: number }[] = []
  for (const folder of stores.flatMap((store) =>
    kinds.map(([kind, name]) => ({ at: join(path, store, kind), name })),
  )) {
    const names = await readdir(folder.at).catch(() => [])
    for (const name of names.filter((one) => folder.name.test(one))) {
      const file = join(folder.at, name)
      // Another run may remove at the same time: what is gone is gone.
      const found = await stat(file).catch(() => undefined)
      if (found?.isFile()) files.push({ path: file, bytes: found.size })
    }
  }
  return files
}
