// Ordered lists whose numbers need more room than two figures: `<ol class="digits-3">` and so on.

import type { Xhtml } from '../model.js'
import { withClass } from './markup.js'

/** What the style sheets have rules for. */
const fewest = 3
const most = 8

interface List {
  readonly type: string
  readonly step: 1 | -1
  /** Absent in a list that counts down from the number of its items. */
  readonly start: number | undefined
  items: number
  next: number
  widest: number
}

/** Marks every list by the digits of its widest number. */
export function markNumbers(xhtml: Xhtml): Xhtml {
  const lists = orderedLists(xhtml)
  let index = 0
  return xhtml.replace(/(<ol(?:\s[^<>]*)?)>/g, (whole, tag: string) => {
    const list = lists[index++]
    const digits = list ? digitsOf(list) : 0
    return digits < fewest ? whole : `${withClass(tag, `digits-${Math.min(digits, most)}`)}>`
  }) as Xhtml
}

/** The ordered lists in the order of their start tags. */
function orderedLists(xhtml: Xhtml): List[] {
  const lists: List[] = []
  const open: (List | undefined)[] = []
  for (const [, end, name, attributes = ''] of xhtml.matchAll(/<(\/?)(ol|ul|li)((?:\s[^<>]*)?)>/g)) {
    if (name === 'li') {
      if (end === '') count(open.at(-1), numberIn(attributes, 'value'))
    } else if (end !== '') open.pop()
    else {
      const list = name === 'ol' ? listOf(attributes) : undefined
      open.push(list)
      if (list) lists.push(list)
    }
  }
  return lists
}

function listOf(attributes: string): List {
  const start = numberIn(attributes, 'start')
  const isReversed = /\sreversed="/.test(attributes)
  return {
    type: /\stype="([^"]*)"/.exec(attributes)?.[1] ?? '1',
    step: isReversed ? -1 : 1,
    start: start ?? (isReversed ? undefined : 1),
    items: 0,
    next: start ?? 1,
    widest: 0,
  }
}

function numberIn(attributes: string, name: 'start' | 'value'): number | undefined {
  const found = new RegExp(`\\s${name}="(-?\\d+)"`).exec(attributes)
  return found ? Number(found[1]) : undefined
}

function count(list: List | undefined, value: number | undefined): void {
  if (!list) return
  const number = value ?? list.next
  list.items += 1
  list.next = number + list.step
  if (list.start !== undefined || value !== undefined) {
    list.widest = Math.max(list.widest, labelWidth(number, list.type))
  }
}

function digitsOf({ start, items, type, widest }: List): number {
  return start === undefined ? Math.max(widest, labelWidth(items, type)) : widest
}

/** The width of a number in figures. */
function labelWidth(number: number, type: string): number {
  if (number < 1 || !/^[aAiI]$/.test(type)) return String(number).length
  if (type.toLowerCase() === 'a') return Math.ceil((1 + Math.floor(Math.log(number) / Math.log(27))) * 1.5)
  return Math.ceil(romanLength(number) * (type === 'i' ? 0.7 : 1.2))
}

/** Letters of a Roman numeral: so many for each figure, and one for each thousand. */
function romanLength(number: number): number {
  const letters = [0, 1, 2, 3, 2, 1, 2, 3, 4, 2]
  const figures = [...String(number % 1000)].reduce((sum, figure) => sum + (letters[Number(figure)] ?? 0), 0)
  // Browsers write what is above 3999 in Arabic figures.
  return number > 3999 ? String(number).length : figures + Math.floor(number / 1000)
}
