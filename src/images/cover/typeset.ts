// The texts of a cover in their places: title and subtitle from above, author and imprint from below.

import { type Block, type Room, setBlock } from './block.js'
import type { Breaking } from './pieces.js'
import type { SettableText } from './words.js'

/** Everything is measured in a cover this wide. */
export const coverWidth = 1600
const margin = 150
const columnWidth = coverWidth - 2 * margin

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A block of text and where it stands. */
export interface Placed {
  readonly block: Block
  readonly box: Box
}

export interface CoverTexts {
  readonly title: SettableText
  readonly subtitle: SettableText
  readonly authors: SettableText
  readonly imprint: SettableText
}

export interface Typeset {
  readonly rule: Box
  readonly blocks: readonly Placed[]
  readonly titleShortened: boolean
  /** Where the text ends that hangs from above. */
  readonly titleEnd: number
  /** Where the text begins that stands below. */
  readonly footStart: number
}

/** From where to where the texts may go, and how large the title may be. */
export interface Field {
  readonly top: number
  readonly bottom: number
  readonly largest: number
}

const titleSizes = [236, 212, 190, 170, 152, 136, 122, 110, 98, 88, 78, 70, 62, 56, 50, 44]
const gapBelowRule = 78

export function typeset(texts: CoverTexts, field: Field, breaking: Breaking): Typeset {
  const isRtl = texts.title.setting.direction === 'rtl'
  const set = ({ text, setting }: SettableText, height: number, sizes: readonly number[], comfortable = 0) => {
    const room: Room = { width: columnWidth, height, sizes, comfortable, lineHeight: lineHeightOf(text) }
    return setBlock(text, room, setting, breaking)
  }
  const place = (block: Block, top: number): Placed => {
    const width = Math.max(0, ...block.lines.map((line) => line.width)) * block.size
    return { block, box: { left: isRtl ? coverWidth - margin - width : margin, top, width, height: block.height } }
  }
  const imprint = place(...fromBelow(set(texts.imprint, 130, [46, 40, 34]), field.bottom))
  const overImprint = imprint.block.lines.length > 0 ? imprint.box.top - 26 : field.bottom
  const authors = place(...fromBelow(set(texts.authors, 260, [80, 68, 58, 50, 42]), overImprint))
  const footStart = authors.block.lines.length > 0 ? authors.box.top : overImprint
  const rule = { left: isRtl ? coverWidth - margin - 170 : margin, top: field.top, width: 170, height: 9 }
  const titleTop = field.top + rule.height + gapBelowRule
  const height = footStart - 90 - titleTop
  const hasSubtitle = texts.subtitle.text !== ''
  const sizes = titleSizes.filter((size) => size <= field.largest)
  const title = place(set(texts.title, hasSubtitle ? height * 0.7 : height, sizes, 110), titleTop)
  const below = titleTop + title.box.height + title.block.size * 0.28
  const room = footStart - 70 - below
  const subtitleSizes = [0.46, 0.4, 0.34].map((share) =>
    Math.round(Math.min(92, Math.max(46, title.block.size * share))),
  )
  const subtitle = place(set(texts.subtitle, room, [...subtitleSizes, 40, 34]), below)
  const blocks = [title, subtitle, authors, imprint].filter(({ block }) => block.lines.length > 0)
  return {
    rule,
    blocks,
    titleShortened: title.block.shortened,
    titleEnd: hasSubtitle ? subtitle.box.top + subtitle.box.height : titleTop + title.box.height,
    footStart,
  }
}

function fromBelow(block: Block, bottom: number): [Block, number] {
  return [block, bottom - block.height]
}

/** Scripts with marks above and below their letters need more room between the lines; full squares some. */
function lineHeightOf(text: string): number {
  if (
    /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Bengali}\p{Script=Tamil}]/u.test(
      text,
    )
  )
    return 1.5
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text) ? 1.3 : 1.1
}

/** The outlines of a block, each line at the side where it begins. */
export function outlines({ block, box }: Placed, isRtl: boolean): string {
  const paths = block.lines.flatMap((line, index) => {
    const left = isRtl ? box.left + box.width - line.width * block.size : box.left
    const baseline = box.top + block.leading * index + (block.leading - block.size) / 2 + block.size * 0.8
    return line.glyphs.map(({ path, unitsPerEm, x, y }) => {
      const scale = block.size / unitsPerEm
      const at = `${round(left + x * block.size)} ${round(baseline + y * block.size)}`
      return `<path transform="translate(${at}) scale(${round(scale, 6)} ${round(-scale, 6)})" d="${path}"/>`
    })
  })
  return paths.join('')
}

export function round(value: number, places = 2): number {
  return Number(value.toFixed(places))
}
