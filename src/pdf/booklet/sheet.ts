// The sheet on which two pages lie side by side.

export interface Sheet {
  readonly width: number
  readonly height: number
}

const point = 72 / 25.4
/** Sheets that can be bought, on their long side, in points. */
const stock: readonly Sheet[] = [
  { width: 297 * point, height: 210 * point },
  { width: 420 * point, height: 297 * point },
  { width: 594 * point, height: 420 * point },
  { width: 11 * 72, height: 8.5 * 72 },
  { width: 17 * 72, height: 11 * 72 },
]
/** A5 is half a millimetre less than half of A4. */
const tolerance = 1.5 * point

/** Two pages wide: a sheet that can be bought where one is as good as that, so that A5 goes on A4. */
export function sheetFor(page: Sheet): Sheet {
  const exact = { width: page.width * 2, height: page.height }
  const near = (one: Sheet) =>
    Math.abs(one.width - exact.width) <= tolerance && Math.abs(one.height - exact.height) <= tolerance
  return stock.find(near) ?? exact
}
