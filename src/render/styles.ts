// The style sheets of the package.

import { readFileSync } from 'node:fs'

const folder = new URL('../../styles/', import.meta.url)
const known = new Map<string, string>()

/** Style sheets joined into one, in the order in which they override each other. */
export function joinStyles(...names: readonly string[]): string {
  return names.map(read).join('\n')
}

function read(name: string): string {
  const text = known.get(name) ?? readFileSync(new URL(`${name}.css`, folder), 'utf8')
  known.set(name, text)
  return text
}
