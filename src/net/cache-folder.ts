// Where each platform keeps what may be thrown away.

import { isAbsolute, join, posix, win32 } from 'node:path'

/** The folder of the cache where the user names none. */
export function defaultCacheDir(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (platform === 'win32') {
    return win32.join(env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), 'offprint', 'Cache', 'http')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'offprint', 'http')
  // XDG Base Directory Specification: a relative path is invalid and to be ignored.
  const named = env.XDG_CACHE_HOME
  return join(named && isAbsolute(named) ? named : join(home, '.cache'), 'offprint', 'http')
}
