// How wide the numbers of a list are: they stand outside its text, where a small screen ends.

import { isElement, type XElement } from './xhtml.js'

/** A list's usual indent holds this many characters and a full stop. */
const usual = 2

/** The class of a list whose numbers need more room: how many characters the widest has; nothing where few do. */
export function numbersClass(
  attributes: Readonly<Record<string, string>>,
  items: readonly XElement[],
): string | undefined {
  const widest = Math.max(...numbersOf(attributes, items).map((number) => widthOf(number, attributes.type)))
  return widest > usual ? `numbers-${Math.min(widest, 6)}` : undefined
}

/** HTML Living Standard §4.4.5 and §4.4.8: each item counts on from the one before it, or from its own `value`. */
function numbersOf({ start, reversed }: Readonly<Record<string, string>>, items: readonly XElement[]): number[] {
  const step = reversed === undefined ? 1 : -1
  let next = Number(start ?? (reversed === undefined ? 1 : items.filter(isElement).length))
  return items.map(({ attributes: { value } }) => {
    const number = value === undefined ? next : Number(value)
    next = number + step
    return number
  })
}

/** The length of a decimal digit as a Roman one. */
const roman = [0, 1, 2, 3, 2, 1, 2, 3, 4, 2]

function widthOf(number: number, type: string | undefined): number {
  const figures = String(number)
  if (type === 'i' || type === 'I') {
    // Numbers that Rome cannot write are shown as decimals.
    const isRoman = number > 0 && number < 4000
    return isRoman ? [...figures].reduce((sum, figure) => sum + (roman[Number(figure)] ?? 0), 0) : figures.length
  }
  return type === 'a' || type === 'A' ? 1 : figures.length
}
