// BMP, which WordPress lets people upload and the decoder does not know: uncompressed, with 8, 24 or 32 bits per pixel.

import { Refusal } from './kind.js'
import { maxPixels } from './limits.js'

export interface RawPixels {
  /** Red, green and blue of each pixel, from the top left. */
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** @throws Refusal where it is of another kind, ends early or is too large. */
export function readBmp(bytes: Uint8Array): RawPixels {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.length < 54 || file.readUInt32LE(14) < 40) throw new Refusal('the BMP has a header of another kind')
  const width = file.readInt32LE(18)
  const signedHeight = file.readInt32LE(22)
  const height = Math.abs(signedHeight)
  const bits = file.readUInt16LE(28)
  if (width < 1 || height < 1 || width * height > maxPixels)
    throw new Refusal(`it has ${width} × ${height} pixels, and may have 1 to ${maxPixels / 1e6} million`)
  if (![8, 24, 32].includes(bits) || !isPlain(file)) throw new Refusal('the BMP is of a kind that is not read')
  const start = file.readUInt32LE(10)
  // Each row fills whole words of 32 bits.
  const stride = Math.ceil((width * bits) / 32) * 4
  if (start + stride * height > file.length) throw new Refusal('it cannot be decoded: the file ends early')
  const data = Buffer.alloc(width * height * 3)
  for (let row = 0; row < height; row += 1) {
    const line = start + stride * (signedHeight < 0 ? row : height - 1 - row)
    for (let column = 0; column < width; column += 1) {
      const colour = colourAt(file, line + (column * bits) / 8, bits)
      const at = (row * width + column) * 3
      data[at] = file[colour + 2] ?? 0
      data[at + 1] = file[colour + 1] ?? 0
      data[at + 2] = file[colour] ?? 0
    }
  }
  return { data, width, height }
}

/** Where blue, green and red of a pixel stand: in the pixel itself, or in the palette behind the header. */
function colourAt(file: Buffer, pixel: number, bits: number): number {
  return bits === 8 ? 14 + file.readUInt32LE(14) + (file[pixel] ?? 0) * 4 : pixel
}

/** Not compressed; masks that say where the colours stand must say what is usual. */
function isPlain(file: Buffer): boolean {
  const compression = file.readUInt32LE(30)
  if (compression === 0) return true
  return compression === 3 && file.length >= 66 && file.readUInt32LE(54) === 0xff0000 && file.readUInt32LE(62) === 0xff
}
