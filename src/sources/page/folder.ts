// Where a browser puts the pictures of a page that it saves: `page_files`, in the user's language, beside `page.html`.

import { readdir } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'

/** The folder of a saved page; undefined where it has none. */
export async function mediaFolderOf(path: string): Promise<string | undefined> {
  const stem = basename(path, extname(path))
  const parent = dirname(path)
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isDirectory() && entry.name.startsWith(stem))
    .map(({ name }) => name)
    .filter((name) => /^[ _.-]\p{L}{1,20}$/u.test(name.slice(stem.length)))
    .sort()
  const name = names.find((one) => one.endsWith('_files')) ?? names[0]
  return name === undefined ? undefined : join(parent, name)
}
