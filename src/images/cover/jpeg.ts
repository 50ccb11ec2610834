// Covers as JPEG files: stores and devices take no other kind everywhere.

import sharp from 'sharp'
import type { Raster } from '../../model.js'

/** What Kindle asks for, at a width of 1600. */
export const readerHeight = 2560

/** Kobo takes no larger cover. */
const maxCoverBytes = 3_000_000

/** Encodes a drawing or a picture as it is; only one that would be too large for a store loses more. */
export async function coverJpeg(picture: Uint8Array): Promise<Raster> {
  for (const quality of [90, 80, 68, 55, 40]) {
    const { data, info } = await sharp(picture)
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true })
    if (data.length < maxCoverBytes || quality === 40) {
      return { bytes: new Uint8Array(data), width: info.width, height: info.height }
    }
  }
  throw new RangeError('Some quality is the last one.')
}

/** The same, where the file is a small JPEG already: it is kept byte for byte. */
export async function keptOrJpeg(format: string, raster: Raster): Promise<Raster> {
  return format === 'jpeg' && raster.bytes.length < maxCoverBytes ? raster : coverJpeg(raster.bytes)
}
