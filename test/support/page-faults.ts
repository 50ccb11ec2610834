// What is wrong with whole pages, and with words that are parted by the ends of lines.

import type { Layout } from './layout.js'
import type { AreaOf } from './layout-faults.js'

/** The part of a page that may stay empty below its last line, and that where a table comes next. */
const mostEmpty = 0.4
const mostBeforeTable = 0.6

/** Pages of text that end early, although what comes next would have had room. The last two end the text and the book. */
export function holes(layout: Layout, areaOf: AreaOf, line: number): string[] {
  const { labels, pages } = layout
  return pages.slice(0, -2).flatMap((_, index) => {
    const page = index + 1
    const [here, next] = [pages[index], pages[index + 1]]
    const isTurned = here?.[0] !== pages[0]?.[0] || next?.[0] !== pages[0]?.[0]
    if (!/^\d+$/.test(labels[index] ?? '') || isTurned) return []
    const area = areaOf(page)
    const room = lowest(layout, page) - area.bottom
    const part = room / (area.top - area.bottom)
    const most = beginsWithTable(layout, page + 1) ? mostBeforeTable : mostEmpty
    const isExcused = part <= most || needOfPicture(layout, page + 1, areaOf(page + 1).top, line) > room
    return isExcused ? [] : [`page ${page} is empty below for ${Math.round(part * 100)} %`]
  })
}

function linesOn({ blocks }: Layout, page: number) {
  return blocks.flatMap(({ lines }) => lines.filter((one) => one.page === page))
}

function lowest(layout: Layout, page: number): number {
  const bottoms = layout.pictures.filter((one) => one.page === page).map(({ bottom }) => bottom)
  return Math.min(...linesOn(layout, page).map(({ baseline }) => baseline), ...bottoms)
}

function beginsWithTable({ blocks }: Layout, page: number): boolean {
  const first = blocks.findIndex(({ lines }) => lines.some((one) => one.page === page))
  return blocks.slice(first, first + 3).some(({ role }) => /^T[HD]$/.test(role))
}

/** The height that a picture near the top of a page takes, with its caption, and with what stands above it and the space that
 * this has in the middle of a page; 0 without one. */
function needOfPicture({ pictures, blocks }: Layout, page: number, top: number, line: number): number {
  const near = pictures.filter((one) => one.page === page && top - one.top < 7 * line)
  const captions = blocks.flatMap(({ role, lines }) => (role === 'Caption' ? lines : []))
  const [caption = Number.POSITIVE_INFINITY] = captions.filter((one) => one.page === page).map((one) => one.baseline)
  const last = captions.filter((one) => one.page === page && caption - one.baseline < 12 * line).at(-1)?.baseline
  return Math.max(0, ...near.map(({ bottom }) => top - Math.min(bottom, last ?? bottom) + 4 * line))
}

/** Words that go on in the next line without a hyphen; an address, and what is longer than any column, may. */
export function brokenWords({ blocks }: Layout, known: ReadonlySet<string>): string[] {
  return blocks.flatMap(({ role, lines }) => {
    if (!/^(?:P|LI|LBody|T[HD]|Caption|H[1-6])$/.test(role)) return []
    return lines.slice(0, -1).flatMap(({ page, text }) => {
      const token = /\S+$/.exec(text.trim())?.[0] ?? ''
      const word = /^[\p{Ps}\p{Pi}"']*([\p{L}\p{M}’']+)$/u.exec(token)?.[1]
      return word === undefined || known.has(letters(word)) ? [] : [`word broken, page ${page}: ${text}`]
    })
  })
}

/** The words of a text, as they are looked for. */
export function wordsKnown(text: string): ReadonlySet<string> {
  return new Set((text.match(/[\p{L}\p{M}’']+/gu) ?? []).map(letters))
}

function letters(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
}
