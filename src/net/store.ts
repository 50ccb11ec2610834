// What was read of a site, kept beside the answers of its server: JSON by name, each in a file that is whole or absent.

import { homedir } from 'node:os'
import { join } from 'node:path'
import { cacheFiles } from './cache-files.js'
import { defaultCacheDir } from './cache-folder.js'
import type { NetSettings } from './net.js'

export interface Store {
  /** Undefined where nothing is kept, or what is kept is damaged. */
  readonly get: (name: string) => Promise<unknown>
  readonly put: (name: string, value: unknown) => Promise<void>
}

export function openStore(
  { cacheDir }: Pick<NetSettings, 'cacheDir'>,
  env: Readonly<Record<string, string | undefined>>,
  name: 'sites' | 'articles' = 'sites',
): Store {
  const folder = cacheDir ?? defaultCacheDir(env, process.platform, homedir())
  const files = cacheFiles(join(folder, name))
  return {
    get: async (name) => {
      const found = await files.read(name)
      return found && JSON.parse(Buffer.from(found.bytes).toString('utf8'))
    },
    put: async (name, value) => {
      // A folder that cannot be written is told of by the cache of answers, which lies around this one.
      await files.write(name, '', Buffer.from(JSON.stringify(value))).catch(() => {})
    },
  }
}
