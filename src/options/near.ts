// The name that somebody may have meant.

import { closest, distance } from 'fastest-levenshtein'

/** The one of the names that is written most alike; nothing where none is. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const folded = new Map(names.map((one) => [one.toLowerCase(), one]))
  const plain = name.toLowerCase().replace(/[-_]/g, '')
  const found = closest(plain, [...folded.keys()])
  return distance(plain, found) <= Math.max(1, Math.floor(plain.length / 3)) ? folded.get(found) : undefined
}
