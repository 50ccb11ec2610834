// The picture of a cover: cut to its place, and asked for the colour of what stands below it.

import sharp from 'sharp'
import { type Colour, contrast, dark, light, mixed, type Scheme } from './colour.js'

/** A smaller picture would be drawn larger than its pixels allow. */
export const leastWidth = 640

export interface CoverPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** The part of a picture that a place shows, where the eye goes first; never enlarged. */
export async function cutTo(picture: CoverPicture, width: number, height: number): Promise<Uint8Array> {
  const scale = Math.min(1, picture.width / width, picture.height / height)
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
  return await sharp(picture.bytes)
    .flatten({ background: '#fff' })
    .resize({ ...size, fit: 'cover', position: 'attention' })
    .toColourspace('srgb')
    .jpeg({ quality: 88 })
    .toBuffer()
}

/** Whether it fills a place of that shape without being blown up. */
export function isLargeEnough(picture: CoverPicture, width: number, height: number): boolean {
  return Math.min(picture.width, (picture.height * width) / height) >= leastWidth
}

/** A field that belongs to the picture: its own colour, deep and calm; paper where the picture is all but white. */
export async function schemeFrom(bytes: Uint8Array): Promise<Scheme & { readonly ink: Colour }> {
  const { dominant } = await sharp(bytes).resize(64, 64, { fit: 'fill' }).removeAlpha().toColourspace('srgb').stats()
  const own: Colour = [dominant.r, dominant.g, dominant.b]
  const spread = Math.max(...own) - Math.min(...own)
  if (contrast(own, [0, 0, 0]) > 14 && spread < 40)
    return { field: [244, 239, 228], accent: mixed([244, 239, 228], dark, 0.55), ink: dark }
  const grey = (own[0] + own[1] + own[2]) / 3
  let field = mixed(own, [grey, grey, grey], 0.25)
  while (contrast(field, light) < 8) field = mixed(field, dark, 0.12)
  // Black would be a hole in the page.
  while (contrast(field, light) > 15) field = mixed(field, light, 0.06)
  return { field, accent: mixed(field, light, 0.6), ink: light }
}
