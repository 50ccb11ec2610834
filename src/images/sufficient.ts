// Which of several sizes of one picture to get: not the largest there is, but the smallest that shows all that a book can.

import type { PictureCandidate } from '../model.js'
import { printBox, readerBox } from './limits.js'

/** Sizes that the site made of the same picture: `source` elements may hold another crop. */
const sizes = /^(?:noscript )?(?:data-(?:lazy-)?)?srcset$/

/** The candidates in their order, but before all the smallest of those sizes that are large enough. */
export function sufficientFirst(
  candidates: readonly PictureCandidate[],
  forPrint: boolean,
): readonly PictureCandidate[] {
  const { width: needed } = forPrint ? printBox : readerBox
  const [first] = candidates
    .filter(({ reason, width = 0 }) => sizes.test(reason) && width >= needed)
    .toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0))
  return first ? [first, ...candidates.filter((one) => one !== first)] : candidates
}
