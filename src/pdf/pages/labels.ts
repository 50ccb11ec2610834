// What the pages are called (ISO 32000-1 §12.4.2): the same as their style sheet prints on them.

import type { PageMap, Pagination } from '../../model.js'
import type { Places } from './places.js'

/** The first pages of the two numberings, from 0. */
export interface Numbering {
  readonly pages: number
  readonly front: number
  readonly body: number
}

/** What all pages of a cover are called: they have no number. */
export const coverLabel = 'Cover'

/** Finds where the numberings begin. What is not there takes no pages. */
export function numberingOf({ pages, pageOf }: Places, { front, body }: Pagination = {}): Numbering {
  const bodyAt = (body === undefined ? undefined : pageOf(body)) ?? 0
  const frontAt = (front === undefined ? undefined : pageOf(front)) ?? bodyAt
  return { pages, front: Math.min(frontAt, bodyAt), body: bodyAt }
}

/** The pages of the chapters; what follows them may begin on their last. */
export function bodyOf({ pageOf }: Places, { body, pages }: Numbering, { back }: Pagination = {}): PageMap['body'] {
  return { first: body, last: (back === undefined ? undefined : pageOf(back)) ?? pages - 1 }
}

export function labelsOf({ pages, front, body }: Numbering): readonly string[] {
  return Array.from({ length: pages }, (_, page) => {
    if (page >= body) return String(page - body + 1)
    return page >= front ? roman(page - front + 1) : coverLabel
  })
}

const numerals: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

export function roman(number: number): string {
  let rest = number
  return numerals
    .map(([numeral, value]) => {
      const times = Math.floor(rest / value)
      rest -= times * value
      return numeral.repeat(times)
    })
    .join('')
}
