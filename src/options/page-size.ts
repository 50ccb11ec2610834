// The sizes of paper: those with a name, and any other as `120x180mm` or `6x9in`.

/** Width and height in millimetres. */
export type PageSize = readonly [width: number, height: number]

const named: Readonly<Record<string, PageSize>> = {
  a4: [210, 297],
  a5: [148, 210],
  letter: [215.9, 279.4],
  '6x9': [152.4, 228.6],
}

const millimetres = { mm: 1, cm: 10, in: 25.4 } as const
const pattern = /^(\d{1,4}(?:\.\d{1,3})?)x(\d{1,4}(?:\.\d{1,3})?)(mm|cm|in)$/

/** A line of 45 characters has room on the smallest, and browsers print the largest. */
const smallest: PageSize = [100, 130]
const largest = 600

/** What a page size means, or nothing where it means none that can be printed well. */
export function readPageSize(text: string): PageSize | undefined {
  const name = text.toLowerCase()
  if (Object.hasOwn(named, name)) return named[name]
  const [, width, height, unit] = pattern.exec(name) ?? []
  if (unit === undefined) return undefined
  const size = [width, height].map((side) => Number(side) * millimetres[unit as keyof typeof millimetres])
  const [wide = 0, high = 0] = size
  return wide >= smallest[0] && high >= smallest[1] && Math.max(wide, high) <= largest ? [wide, high] : undefined
}
