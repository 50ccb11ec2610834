// The files of `@fontsource` packages, wherever they are installed.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Offprint's own packages first, then those of the project it is run in. */
function folderOf(name: string): string | undefined {
  const project = pathToFileURL(join(process.cwd(), 'package.json'))
  for (const from of [import.meta.url, project]) {
    try {
      return dirname(createRequire(from).resolve(`@fontsource/${name}/package.json`))
    } catch {
      // Not here.
    }
  }
  return undefined
}

/** A file of a font package; undefined where the package or the file is not installed. */
export async function fontFile(name: string, file: string): Promise<Uint8Array | undefined> {
  const folder = folderOf(name)
  return folder === undefined ? undefined : readFile(join(folder, file)).catch(() => undefined)
}
