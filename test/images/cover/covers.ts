// Covers for tests: what they say, what was said of them, and how they read.

import sharp from 'sharp'
import { collect } from '../../../src/diagnostics.js'
import { type CoverText, makeCover } from '../../../src/images/cover/index.js'
import type { Raster } from '../../../src/model.js'

export const plain: CoverText = {
  title: 'Sleep and Light',
  authors: 'Maria Lindqvist',
  imprint: 'Example Health',
  language: 'en',
  direction: 'ltr',
  identifier: 'urn:uuid:1',
}

export async function cover(words: Partial<CoverText> = {}, picture?: Raster, fontRoots = [import.meta.url]) {
  const { report, diagnostics } = collect()
  const made = await makeCover({ ...plain, ...words }, picture, { pageRatio: 210 / 148, fontRoots, report })
  return { ...made, svg: made.page?.svg ?? '', said: diagnostics() }
}

/** A picture of one colour above and another below. */
export async function picture(width: number, height: number, above: string, below = above): Promise<Raster> {
  const half = `<rect width="${width}" height="${height / 2}" fill="${above}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${below}"/>${half}</svg>`
  return { bytes: new Uint8Array(await sharp(Buffer.from(svg)).jpeg().toBuffer()), width, height }
}

type Colour = readonly [number, number, number]

/** WCAG 2.2, written anew: the test must not believe the code that it tests. */
export function contrastOf(one: Colour, other: Colour): number {
  const linear = (value: number) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  const light = ([r, g, b]: Colour) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

export interface Inked {
  /** How many pixels of the part have the colour of the ink. */
  readonly share: number
  /** The contrast of the ink with the worst of the pixels that are not of a letter or its edge. */
  readonly worst: number
}

/** Looks at the drawn pixels of a JPEG from one height to another: the letters, and what is really behind them. */
export async function readInk({ bytes }: Raster, ink: Colour, from: number, to: number): Promise<Inked> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number): Colour => {
    const place = (y * info.width + x) * 3
    return [data[place] ?? 0, data[place + 1] ?? 0, data[place + 2] ?? 0]
  }
  const isInk = (colour: Colour) => contrastOf(colour, ink) < 1.15
  const top = Math.round(info.height * from)
  const bottom = Math.round(info.height * to)
  let inked = 0
  let worst = 21
  // Every sixth pixel: a letter is some forty pixels wide.
  const step = 6
  for (let y = top; y < bottom; y += step) {
    for (let x = 0; x < info.width; x += step) {
      if (isInk(at(x, y))) inked += 1
      // Where a letter is near, the pixel may be half a letter.
      const near = [-8, 0, 8].some((dx) => [-8, 0, 8].some((dy) => contrastOf(at(x + dx, y + dy), at(x, y)) > 1.3))
      if (!near && !isInk(at(x, y))) worst = Math.min(worst, contrastOf(at(x, y), ink))
    }
  }
  return { share: inked / (((bottom - top) * info.width) / step ** 2), worst }
}
