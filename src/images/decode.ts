// Decoding, scaling and encoding. The only place that knows the decoder.

import sharp, { type Sharp } from 'sharp'
import type { Raster } from '../model.js'
import { readBmp } from './bmp.js'
import { isInk } from './ink.js'
import { type Kind, kindOf, Refusal } from './kind.js'
import { type Box, maxPixels, maxPngBytes, maxSeconds, printBox, readerBox } from './limits.js'
import { requireHarmless } from './svg.js'
import { isBare } from './traces.js'

/** A picture as a book holds it: once for e-readers and, where paper shows more, once for print. */
export interface Decoded {
  readonly format: 'jpeg' | 'png' | 'gif'
  readonly reader: Raster
  readonly print?: Raster
  /** Whether it is a drawing in ink on no ground. */
  readonly ink?: true
}

interface Source {
  readonly kind: Kind
  readonly bytes: Uint8Array
  /** Pixels of one frame as it is shown. */
  readonly width: number
  readonly height: number
  readonly frames: number
  readonly hasAlpha: boolean
  readonly bare: boolean
  /** Dots per inch that a drawing is drawn at. */
  readonly density: number
}

// What was decoded once is not decoded again, so the decoder need remember nothing.
sharp.cache(false)

/** @throws Refusal where it is no whole picture, or too large a one. */
export async function decodePicture(bytes: Uint8Array, forPrint: boolean): Promise<Decoded> {
  const kind = kindOf(bytes)
  if (kind === 'svg') requireHarmless(bytes)
  try {
    const source = kind === 'bmp' ? await bmpSource(bytes) : await readSource(kind, bytes)
    if (kind === 'gif' && source.frames > 1 && fits(source, readerBox)) return await animation(source)
    return await stillPicture(source, forPrint)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`it cannot be decoded: ${firstLine(error)}`)
  }
}

async function readSource(kind: Kind, bytes: Uint8Array): Promise<Source> {
  const read = await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata()
  if (read.format !== (kind === 'avif' ? 'heif' : kind)) throw new Refusal('its first bytes say what it is not')
  const { width, height } = read.autoOrient
  const frames = read.pages ?? 1
  if (width * height * (kind === 'gif' ? frames : 1) > maxPixels)
    throw new Refusal(`it has ${width} × ${height} pixels, more than ${maxPixels / 1e6} million`)
  const hasAlpha = read.hasAlpha && !(await pipeline({ bytes, density: 72 }).stats()).isOpaque
  const isTurned = (read.orientation ?? 1) > 1
  const bare = isBare(kind, bytes) && !isTurned && (read.space === 'srgb' || read.space === 'b-w')
  const source: Source = { kind, bytes, width, height, frames, hasAlpha, bare, density: 72 }
  return kind === 'svg' ? drawn(source) : source
}

async function bmpSource(bytes: Uint8Array): Promise<Source> {
  const { data, width, height } = readBmp(bytes)
  const png = await sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return { kind: 'bmp', bytes: png, width, height, frames: 1, hasAlpha: false, bare: false, density: 72 }
}

/** A drawing has no pixels of its own: it gets twice those of its size, so that it stays sharp and an icon stays small. */
function drawn(source: Source): Source {
  const { width, height } = scaled({ width: source.width * 2, height: source.height * 2 }, readerBox)
  return { ...source, width, height, density: Math.max(1, Math.round((72 * width) / source.width)) }
}

function pipeline({ bytes, density }: Pick<Source, 'bytes' | 'density'>, animated = false): Sharp {
  const input = { failOn: 'error', limitInputPixels: maxPixels, sequentialRead: true, density, animated } as const
  return sharp(bytes, input).timeout({ seconds: maxSeconds })
}

async function animation(source: Source): Promise<Decoded> {
  const { bytes, width, height } = source
  // All frames are decoded, so that none is found broken by a reader.
  await pipeline(source, true).raw().toBuffer()
  const kept = source.bare ? bytes : await pipeline(source, true).gif().toBuffer()
  return { format: 'gif', reader: { bytes: kept, width, height } }
}

async function stillPicture(source: Source, forPrint: boolean): Promise<Decoded> {
  if (source.kind === 'gif' && fits(source, readerBox)) return animation(source)
  const wanted = await formatFor(source)
  const first = await copyOf(source, wanted, readerBox)
  const isHeavy = wanted === 'png' && !source.hasAlpha && first.bytes.length > maxPngBytes
  const format = isHeavy ? 'jpeg' : wanted
  const reader = isHeavy ? await copyOf(source, format, readerBox) : first
  const isLarger = scaled(source, printBox).width > reader.width
  return {
    format,
    reader,
    ...(forPrint && isLarger ? { print: await copyOf(source, format, printBox) } : {}),
    ...(source.hasAlpha && (await isDrawnInInk(source)) ? { ink: true } : {}),
  }
}

async function isDrawnInInk(source: Source): Promise<boolean> {
  const small = pipeline(source).resize(200, 200, { kernel: 'nearest', fit: 'fill', fastShrinkOnLoad: false })
  return isInk(await small.toColourspace('srgb').ensureAlpha().raw().toBuffer())
}

/** JPEG and PNG stay what they are; of the others, what JPEG would spoil becomes PNG. */
async function formatFor(source: Source): Promise<'jpeg' | 'png'> {
  const { kind, hasAlpha } = source
  if (kind === 'jpeg') return 'jpeg'
  return kind === 'png' || kind === 'svg' || kind === 'gif' || hasAlpha || (await hasFewColours(source))
    ? 'png'
    : 'jpeg'
}

/** Told from a small copy whose pixels are pixels of the picture. */
async function hasFewColours(source: Source): Promise<boolean> {
  const small = pipeline(source).resize(200, 200, { kernel: 'nearest', fit: 'fill', fastShrinkOnLoad: false })
  const pixels = await small.toColourspace('srgb').removeAlpha().raw().toBuffer()
  const colours = new Set<number>()
  for (let at = 0; at + 2 < pixels.length; at += 3) colours.add(pixels.readUIntBE(at, 3))
  return colours.size <= 256
}

async function copyOf(source: Source, format: 'jpeg' | 'png', box: Box): Promise<Raster> {
  if (source.bare && source.kind === format && fits(source, box)) {
    await pipeline(source).raw().toBuffer()
    return source
  }
  const { width, height } = scaled(source, box)
  const resized = pipeline(source).autoOrient().resize(width, height, { fit: 'fill' }).toColourspace('srgb')
  const flat = source.hasAlpha ? resized : resized.removeAlpha()
  const encoded = format === 'jpeg' ? flat.jpeg({ quality: 85 }) : flat.png({ compressionLevel: 9 })
  return { bytes: await encoded.toBuffer(), width, height }
}

function fits({ width, height }: Source, box: Box): boolean {
  return width <= box.width && width * height <= box.pixels
}

/** The same shape inside the box, never larger than it is. */
function scaled(
  size: { readonly width: number; readonly height: number },
  box: Box,
): { width: number; height: number } {
  const factor = Math.min(1, box.width / size.width, Math.sqrt(box.pixels / (size.width * size.height)))
  const pixels = (length: number) => Math.max(1, Math.floor(length * factor + 1e-6))
  return { width: pixels(size.width), height: pixels(size.height) }
}

function firstLine(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return (words.split('\n')[0] ?? words).replace(/\.$/, '')
}
