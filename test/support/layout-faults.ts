// What a typesetter would not let pass, found in the layout of a PDF: a line of words for each fault.

import type { Block, Layout, Line } from './layout.js'

/** The type area of a page: what no line may leave. */
export interface Area {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type AreaOf = (page: number) => Area

/** What is wrong with a layout, a line of words each. */
export function layoutFaults(layout: Layout, areaOf: AreaOf): string[] {
  const { blocks } = layout
  return [
    ...blocks.flatMap((block) => outside(block, areaOf)),
    ...stranded(blocks),
    ...blocks.flatMap(single),
    ...collisions(layout),
    ...blocks.flatMap(ladders),
    ...pictureFaults(layout, areaOf),
    ...captionFaults(layout),
    ...headFaults(layout, areaOf),
  ]
}

function outside({ lines }: Block, areaOf: AreaOf): string[] {
  const slack = 1
  return lines
    .filter(({ page, left, right, baseline }) => {
      const area = areaOf(page)
      const isWide = left < area.left - slack || right > area.right + slack
      return isWide || baseline < area.bottom - slack || baseline > area.top + slack
    })
    .map(({ page, text }) => `outside the type area, page ${page}: ${text}`)
}

function stranded(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ role, lines }, index) => {
    const last = lines.at(-1)
    const next = blocks[index + 1]?.lines[0]
    // Below the heading or in another column: what follows it is higher up on the page.
    const isStranded =
      /^H[1-6]$/.test(role) && last && next && (next.page > last.page || next.baseline > last.baseline + 1)
    return isStranded ? [`stranded heading, page ${last.page}: ${last.text}`] : []
  })
}

function single({ role, lines }: Block): string[] {
  const pages = new Map<number, Line[]>()
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line])
  if (pages.size < 2 || !/^(P|LI|LBody|BlockQuote)$/.test(role)) return []
  const [first, last] = [[...pages.values()].at(0), [...pages.values()].at(-1)]
  return [
    ...(first?.length === 1 ? [`single line at a foot, page ${first[0]?.page}: ${first[0]?.text}`] : []),
    ...(last?.length === 1 ? [`single line at a head, page ${last[0]?.page}: ${last[0]?.text}`] : []),
  ]
}

/** Of the text, and of running heads and folios with it. */
function collisions({ blocks, loose }: Layout): string[] {
  const pages = new Map<number, Line[]>()
  for (const line of [...blocks.flatMap(({ lines }) => lines), ...loose])
    pages.set(line.page, [...(pages.get(line.page) ?? []), line])
  return [...pages.values()].flatMap((lines) => {
    const sorted = lines.toSorted((a, b) => b.baseline - a.baseline)
    return sorted.flatMap((line, index) => {
      const over = sorted.slice(index + 1, index + 8).find((other) => {
        const isNear = line.baseline - other.baseline < Math.min(line.size, other.size) * 0.6
        return isNear && Math.min(line.right, other.right) - Math.max(line.left, other.left) > 1
      })
      return over ? [`lines over each other, page ${line.page}: ${line.text} / ${over.text}`] : []
    })
  })
}

/** More than three hyphens below each other. */
function ladders({ lines }: Block): string[] {
  let run = 0
  return lines.flatMap(({ page, text }) => {
    run = /[-\u00AD\u2010]$/.test(text.trim()) ? run + 1 : 0
    return run === 4 ? [`four hyphens below each other, page ${page}: ${text}`] : []
  })
}

function pictureFaults({ pictures, blocks, pages, labels }: Layout, areaOf: AreaOf): string[] {
  const slack = 1.5
  // A cover bleeds.
  const inText = pictures.filter(({ page }) => labels[page - 1] !== 'Cover')
  const out = inText.filter(({ page, left, right, top, bottom }) => {
    const area = areaOf(page)
    return left < area.left - slack || right > area.right + slack || bottom < area.bottom - 6 || top > area.top + slack
  })
  const lines = blocks.flatMap((block) => block.lines)
  const over = inText.flatMap((picture) =>
    lines.filter(
      ({ page, left, right, baseline, size }) =>
        page === picture.page &&
        Math.min(right, picture.right) - Math.max(left, picture.left) > 1 &&
        Math.min(baseline + size * 0.6, picture.top) - Math.max(baseline, picture.bottom) > 1,
    ),
  )
  return [
    ...out.map(({ page }) => `picture outside the type area, page ${page} of ${pages.length}`),
    ...over.map(({ page, text }) => `text over a picture, page ${page}: ${text}`),
  ]
}

/** A caption stands on the page of its table, or of a picture. */
function captionFaults({ blocks, pictures }: Layout): string[] {
  return blocks.flatMap(({ role, lines }, index) => {
    const last = lines.at(-1)
    if (role !== 'Caption' || !last) return []
    const [next] = blocks[index + 1]?.lines ?? []
    const isOfTable = /^T[HD]$/.test(blocks[index + 1]?.role ?? '')
    const before = blocks[index - 1]?.lines.at(-1)
    const isParted = isOfTable
      ? next?.page !== last.page
      : !pictures.some(({ page }) => page === last.page) && before?.page !== last.page
    return isParted ? [`caption parted from what it names, page ${last.page}: ${last.text}`] : []
  })
}

/** Running heads and folios stand on the paper, a head on one line. */
function headFaults({ loose, pages }: Layout, areaOf: AreaOf): string[] {
  const edge = 8
  return loose.flatMap((line, index) => {
    const { page, left, right, baseline, size, text } = line
    const [width, height] = pages[page - 1] ?? [0, 0]
    const isOff = left < edge || right > width - edge || baseline < edge || baseline + size > height - edge
    const above = (one: Line) => one.page === page && one.baseline > areaOf(page).top
    const isSecond = above(line) && loose.slice(0, index).some((one) => above(one) && one.baseline !== baseline)
    return isOff || isSecond ? [`head or foot, page ${page}: ${text}`] : []
  })
}
