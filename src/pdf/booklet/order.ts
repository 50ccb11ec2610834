// Which pages lie side by side on the sheets of a booklet that is folded and stitched through the fold.

/** A side of a sheet: the pages, from 0, on its left and right half; undefined where a half stays blank. */
export type Side = readonly [left: number | undefined, right: number | undefined]

const pagesOfSheet = 4

/**
 * The sides of all sheets, front and back in turn: the first sheet of each signature is its outermost. The last signature
 * has no more sheets than it needs, and its last pages are blank.
 *
 * @param sheets the sheets of a signature; all in one where absent
 */
export function bookletSides(pages: number, sheets: number | undefined, rightToLeft: boolean): readonly Side[] {
  const all = Math.ceil(pages / pagesOfSheet)
  const signature = sheets ?? all
  const sides: Side[] = []
  for (let first = 0; first < all; first += signature) {
    const count = Math.min(signature, all - first)
    sides.push(...signatureSides(first * pagesOfSheet, count))
  }
  const there = (page: number | undefined) => (page !== undefined && page < pages ? page : undefined)
  return sides.map(([left, right]): Side => {
    const side: Side = [there(left), there(right)]
    // A book that is read from the right is bound there.
    return rightToLeft ? [side[1], side[0]] : side
  })
}

function signatureSides(from: number, sheets: number): Side[] {
  const last = from + sheets * pagesOfSheet - 1
  return Array.from({ length: sheets }, (_, sheet): Side[] => {
    const [outer, inner] = [from + 2 * sheet, last - 2 * sheet]
    return [
      [inner, outer],
      [outer + 1, inner - 1],
    ]
  }).flat()
}
