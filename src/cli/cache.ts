// What `offprint cache` prints for people.

import type { CacheContents } from '../index.js'
import { count, harmless, size } from './words.js'

export function cacheWords({ path, files, bytes }: CacheContents, cleared: boolean): string {
  const what = `${size(bytes)} in ${count(files, 'file')}`
  return `${harmless(path)}: ${cleared ? `${what} removed` : what}\n`
}
