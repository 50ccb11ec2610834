// Where the configuration is: in a folder or the nearest one above it.

import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** In the order in which they are preferred. */
const names = ['ts', 'mts', 'js', 'mjs', 'json'].map((ending) => `offprint.config.${ending}`)

/** The path of the configuration: a file of its own, or a `package.json` with the key `offprint`. */
export async function findConfig(folder: string): Promise<string | undefined> {
  for (let here = resolve(folder); ; here = dirname(here)) {
    const found = await configIn(here)
    if (found !== undefined) return join(here, found)
    if (dirname(here) === here) return undefined
  }
}

async function configIn(folder: string): Promise<string | undefined> {
  const there: readonly string[] = await readdir(folder).catch(() => [])
  const own = names.find((name) => there.includes(name))
  if (own !== undefined || !there.includes('package.json')) return own
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '')
  return text.includes('"offprint"') && hasKey(text) ? 'package.json' : undefined
}

// A package.json that cannot be read is another program's affair.
function hasKey(text: string): boolean {
  try {
    const { offprint } = JSON.parse(text) as { offprint?: unknown }
    return typeof offprint === 'object' && offprint !== null
  } catch {
    return false
  }
}
