// Which blank pages are wanted, and where everything will stand once they are there.

import type { Places } from './places.js'

export interface Arrangement {
  /** The ids before which a blank page is to stand. */
  readonly blanks: ReadonlySet<string>
  /** The places as they will be. */
  readonly places: Places
}

/**
 * Puts a blank page before each opener that would stand on a left-hand page. Openers begin pages of their own, so that
 * a blank page moves all after it by one page and changes nothing else: one print tells where the next has everything.
 *
 * @param printed the places of a print that had the blank pages `before`
 */
export function arrange(openers: readonly string[], printed: Places, before: ReadonlySet<string>): Arrangement {
  const blanks = new Set<string>()
  const moves = new Array<number>(printed.pages).fill(0)
  let [removed, at, move] = [0, 0, 0]
  for (const id of openers) {
    const page = printed.pageOf(id)
    if (page === undefined) continue
    moves.fill(move, at, page)
    if (before.has(id)) removed += 1
    if ((page - removed + blanks.size) % 2 === 1) blanks.add(id)
    at = page
    move = blanks.size - removed
  }
  moves.fill(move, at)
  const pageOf = (id: string) => {
    const page = printed.pageOf(id)
    return page === undefined ? undefined : page + (moves[page] ?? 0)
  }
  return { blanks, places: { pages: printed.pages + move, pageOf } }
}
