// Headings go down by one level at a time (ISO 14289-1 §7.4.2), also where one in a quotation does not.

import { type Element, elementsOf } from './tree.js'

export function mendHeadings(roots: readonly Element[]): void {
  let last = 0
  for (const element of elementsOf(roots)) {
    const level = Number(/^H([1-6])$/.exec(element.type)?.[1] ?? 0)
    if (level === 0) continue
    last = Math.min(level, last + 1)
    element.type = `H${last}`
  }
}
