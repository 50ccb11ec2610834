// A cover as a drawing: field, picture or initial, and letters that can be read upon them.

import sharp from 'sharp'
import { type Colour, contrast, dark, hex, light, mixed, type Scheme, schemeOf } from './colour.js'
import { type CoverPicture, cutTo, isLargeEnough, schemeFrom } from './picture.js'
import type { Breaking } from './pieces.js'
import { shapeLine } from './shape.js'
import {
  type Box,
  type CoverTexts,
  coverWidth,
  outlines,
  type Placed,
  round,
  type Typeset,
  typeset,
} from './typeset.js'

/** WCAG 2.2, success criterion 1.4.3. */
export const leastContrast = 4.5

export interface Drawing {
  readonly svg: string
  /** The colour of the field. */
  readonly edge: string
  readonly hasPicture: boolean
  /** Whether the end of the title found no room. */
  readonly titleShortened: boolean
  /** Where text stands, and in what colour. */
  readonly texts: readonly { readonly box: Box; readonly ink: Colour }[]
}

export interface Composition {
  readonly texts: CoverTexts
  readonly breaking: Breaking
  readonly identifier: string
  /** For a width of 1600. */
  readonly height: number
  readonly picture?: CoverPicture | undefined
}

interface Design {
  readonly set: Typeset
  readonly scheme: Scheme
  readonly ink: Colour
  /** What stands behind the letters, upon a field of this colour. */
  readonly behind: (field: Colour) => string
}

export async function compose(composition: Composition): Promise<Drawing> {
  const { height, texts } = composition
  const withPicture = await pictureDesign(composition)
  const design = withPicture ?? letterDesign(composition)
  const { set, scheme } = design
  const isRtl = texts.title.setting.direction === 'rtl'
  const { field, ink } = await readable(design, height)
  const letters = set.blocks.map((placed) => outlines(placed, isRtl)).join('')
  const { left, top, width, height: thickness } = set.rule
  const rule = `<rect x="${left}" y="${round(top)}" width="${width}" height="${thickness}" fill="${hex(scheme.accent)}"/>`
  return {
    edge: hex(field),
    svg: svgOf(height, `${design.behind(field)}${rule}<g fill="${hex(ink)}">${letters}</g>`),
    hasPicture: withPicture !== undefined,
    titleShortened: set.titleShortened,
    texts: set.blocks.map(({ box }) => ({ box, ink })),
  }
}

export function svgOf(height: number, content: string, width: number = coverWidth): string {
  const size = `width="${width}" height="${Math.round((height * width) / coverWidth)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${coverWidth} ${height}" preserveAspectRatio="xMidYMid slice">${content}</svg>`
}

export function rectangle(top: number, height: number, colour: Colour): string {
  return `<rect x="0" y="${round(top)}" width="${coverWidth}" height="${round(height)}" fill="${hex(colour)}"/>`
}

/** Letters alone upon a field, and behind them the first of the title, large and faint. */
function letterDesign({ texts, breaking, identifier, height }: Composition): Design {
  const scheme = schemeOf(identifier)
  const set = typeset(texts, { top: height * 0.1, bottom: height * 0.935, largest: 236 }, breaking)
  const behind = (field: Colour) =>
    `${rectangle(0, height, field)}<g fill="${hex(mixed(field, light, 0.055))}">${initial(texts, height)}</g>`
  return { set, scheme, ink: light, behind }
}

function initial({ title }: CoverTexts, height: number): string {
  const { setting, text } = title
  const letter = /\p{L}\p{M}*/u.exec(text)?.[0]
  if (letter === undefined) return ''
  const line = shapeLine(letter.toLocaleUpperCase(setting.language), setting)
  const size = height * 0.98
  const width = line.width * size
  // It runs off the page where lines end.
  const left = setting.direction === 'rtl' ? -width * 0.22 : coverWidth - width * 0.78
  const placed: Placed = {
    block: { size, lines: [line], leading: size, height: size, shortened: false },
    box: { left, top: height * 0.16, width, height: size },
  }
  return outlines(placed, false)
}

/** The picture above, the letters on a field of its colour below; none where they would leave it too little room. */
async function pictureDesign({ picture, texts, breaking, height }: Composition): Promise<Design | undefined> {
  if (!picture) return undefined
  const field = { top: 0, bottom: height * 0.945, largest: 170 }
  const tried = typeset(texts, { ...field, top: height * 0.45 }, breaking)
  // The picture gets what the letters leave.
  const spare = tried.footStart - tried.titleEnd - height * 0.075
  const place = Math.round(Math.min(height * 0.64, height * 0.45 - 110 + Math.max(0, spare)))
  if (!isLargeEnough(picture, coverWidth, place)) return undefined
  const set = typeset(texts, { ...field, top: place + 110 }, breaking)
  const cut = await cutTo(picture, coverWidth, place)
  const { ink, ...scheme } = await schemeFrom(cut)
  const image = `<image x="0" y="0" width="${coverWidth}" height="${place}" preserveAspectRatio="xMidYMid slice" href="data:image/jpeg;base64,${Buffer.from(cut).toString('base64')}"/>`
  return { set, scheme, ink, behind: (colour) => rectangle(0, height, colour) + image }
}

/** The field, changed until the letters can be read upon what is really drawn behind them. */
async function readable({ set, scheme, ink, behind }: Design, height: number): Promise<{ field: Colour; ink: Colour }> {
  const away = ink === light ? dark : light
  let { field } = scheme
  for (;;) {
    const worst = await worstContrast(
      svgOf(height, behind(field), 400),
      set.blocks.map(({ box }) => box),
      ink,
    )
    if (worst >= leastContrast || contrast(field, away) < 1.05) return { field, ink }
    field = mixed(field, away, 0.15)
  }
}

/** The contrast of the ink with the pixel that is nearest to it, of those that text stands on. */
async function worstContrast(svg: string, boxes: readonly Box[], ink: Colour): Promise<number> {
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const scale = info.width / coverWidth
  // Most of a field has one colour, and each is reckoned once.
  const seen = new Set<number>()
  let worst = 21
  for (const { left, top, width, height } of boxes) {
    const bottom = Math.min(info.height, Math.ceil((top + height) * scale))
    const right = Math.min(info.width, Math.ceil((left + width) * scale))
    for (let row = Math.max(0, Math.floor(top * scale)); row < bottom; row += 1) {
      for (let column = Math.max(0, Math.floor(left * scale)); column < right; column += 1) {
        const at = (row * info.width + column) * 3
        const colour = data.readUIntBE(at, 3)
        if (seen.has(colour)) continue
        seen.add(colour)
        worst = Math.min(worst, contrast(ink, [colour >> 16, (colour >> 8) & 255, colour & 255]))
      }
    }
  }
  return worst
}
