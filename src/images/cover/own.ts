// A cover that the user has.

import { open } from 'node:fs/promises'
import sharp from 'sharp'
import { failure } from '../../diagnostics.js'
import type { Cover, CoverPage, Raster } from '../../model.js'
import { decodePicture } from '../decode.js'
import { maxBytes } from '../limits.js'
import { type Colour, hex } from './colour.js'
import { rectangle, svgOf } from './compose.js'
import { keptOrJpeg } from './jpeg.js'
import { coverWidth } from './typeset.js'

/** How much of a picture may be cut off at its edges, to fill a page of another shape. */
const littleCut = 1.08

/** @throws OffprintError `cover-unreadable`. */
export async function ownCover(cover: string | Uint8Array, pageRatio: number | undefined): Promise<Cover> {
  const name = typeof cover === 'string' ? cover : '(bytes)'
  try {
    const bytes = typeof cover === 'string' ? await fileBytes(cover) : cover
    const { format, reader, print = reader } = await decodePicture(bytes, pageRatio !== undefined)
    const page = pageRatio === undefined ? {} : { page: await pageOf(await keptOrJpeg(format, print), pageRatio) }
    return { reader: await keptOrJpeg(format, reader), ...page }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw failure('cover-unreadable', { cover: name, reason: code ?? message.replace(/\.$/, '') }, error)
  }
}

async function fileBytes(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    if ((await file.stat()).size > maxBytes) throw new RangeError(`it has more than ${maxBytes / 1e6} MB`)
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** The whole page: filled where that cuts little off, else on the colour of the picture's own edge. */
async function pageOf(picture: Raster, pageRatio: number): Promise<CoverPage> {
  const height = Math.round(coverWidth * pageRatio)
  const ratio = (picture.height / picture.width) * (1 / pageRatio)
  const isNear = Math.max(ratio, 1 / ratio) <= littleCut
  const fit = isNear ? 'slice' : 'meet'
  const data = Buffer.from(picture.bytes).toString('base64')
  const image = `<image x="0" y="0" width="${coverWidth}" height="${height}" preserveAspectRatio="xMidYMid ${fit}" href="data:image/jpeg;base64,${data}"/>`
  const edge = await edgeColour(picture.bytes)
  return { svg: svgOf(height, rectangle(0, height, edge) + image), edge: hex(edge) }
}

/** What most of the outermost pixels look like. */
async function edgeColour(bytes: Uint8Array): Promise<Colour> {
  const side = 32
  const pixels = await sharp(bytes)
    .resize(side, side, { fit: 'fill' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer()
  const edge = Array.from({ length: side * side }, (_, index) => index).filter((index) => {
    const [row, column] = [Math.floor(index / side), index % side]
    return row === 0 || column === 0 || row === side - 1 || column === side - 1
  })
  const median = (channel: number) => {
    const values = edge.map((index) => pixels[index * 3 + channel] ?? 0).sort((a, b) => a - b)
    return values[Math.floor(values.length / 2)] ?? 0
  }
  return [median(0), median(1), median(2)]
}
