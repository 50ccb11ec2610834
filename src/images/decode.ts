// Decoding, scaling and encoding. The only place that knows the decoder.

import sharp, { type Sharp } from 'sharp'
import type { Raster } from '../model.js'
import { readBmp } from './bmp.js'
import { isInk } from './ink.js'
import { type Kind, kindOf, Refusal } from './kind.js'
import { type Box, maxPixels, maxPngBytes, maxReaderBytes, maxSeconds, printBox, readerBox } from './limits.js'
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
  /** Present where the bytes are pixels already. */
  readonly raw?: { readonly width: number; readonly height: number; readonly channels: 3 }
}

// What was decoded once is not decoded again, so the decoder need remember nothing. Several pictures at a time keep the
// processors busier than several threads at one picture.
sharp.cache(false)
sharp.concurrency(1)

/** @throws Refusal where it is no whole picture, or too large a one. */
export async function decodePicture(bytes: Uint8Array, forPrint: boolean): Promise<Decoded> {
  const kind = kindOf(bytes)
  if (kind === 'svg') requireHarmless(bytes)
  try {
    const source = kind === 'bmp' ? bmpSource(bytes) : await readSource(kind, bytes)
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

function bmpSource(bytes: Uint8Array): Source {
  const { data, width, height } = readBmp(bytes)
  const raw = { width, height, channels: 3 } as const
  return { kind: 'bmp', bytes: data, width, height, frames: 1, hasAlpha: false, bare: false, density: 72, raw }
}

/** A drawing has no pixels of its own: it gets twice those of its size, so that it stays sharp and an icon stays small. */
function drawn(source: Source): Source {
  const { width, height } = scaled({ width: source.width * 2, height: source.height * 2 }, readerBox)
  return { ...source, width, height, density: Math.max(1, Math.round((72 * width) / source.width)) }
}

function pipeline({ bytes, density, raw }: Pick<Source, 'bytes' | 'density' | 'raw'>, animated = false): Sharp {
  const limits = { failOn: 'error', limitInputPixels: maxPixels, sequentialRead: true } as const
  const input = raw ? { ...limits, raw } : { ...limits, density, animated }
  return sharp(bytes, input).timeout({ seconds: maxSeconds })
}

async function animation(source: Source): Promise<Decoded> {
  const { bytes, width, height } = source
  // All frames are decoded, so that none is found broken by a reader.
  await pipeline(source, true).raw().toBuffer()
  const kept = source.bare ? bytes : await pipeline(source, true).gif().toBuffer()
  if (kept.length <= maxReaderBytes) return { format: 'gif', reader: { bytes: kept, width, height } }
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) }
  const small = await pipeline(source, true)
    .resize(half.width, half.height, { fit: 'fill' })
    .gif({ effort: 3 })
    .toBuffer()
  return {
    format: 'gif',
    reader: small.length < kept.length ? { bytes: small, ...half } : { bytes: kept, width, height },
  }
}

async function stillPicture(given: Source, forPrint: boolean): Promise<Decoded> {
  if (given.kind === 'gif' && fits(given, readerBox)) return animation(given)
  const source = isDecodedTwice(given) ? await inPixels(given) : given
  const wanted = await formatFor(source)
  const first = await copyOf(source, wanted, readerBox)
  const isHeavy = wanted === 'png' && !source.hasAlpha && first.bytes.length > maxPngBytes
  const format = isHeavy ? 'jpeg' : wanted
  const reader = await withinWeight(source, format, isHeavy ? await copyOf(source, format, readerBox) : first)
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

/** Whether its colours are counted and it is then encoded as it is. */
function isDecodedTwice(source: Source): boolean {
  return (source.kind === 'webp' || source.kind === 'avif') && !source.hasAlpha && fits(source, readerBox)
}

/** What is tried in turn with a picture of too many bytes: nobody sees the first steps, and the last ones little. */
const lighter: readonly { readonly quality: number; readonly scale: number }[] = [
  { quality: 85, scale: 1 },
  { quality: 70, scale: 1 },
  { quality: 70, scale: 0.75 },
  { quality: 70, scale: 0.5 },
]

/** The copy for e-readers, or the first lighter one that they take; the lightest where none is. */
async function withinWeight(source: Source, format: 'jpeg' | 'png', copy: Raster): Promise<Raster> {
  let best = copy
  for (const { quality, scale } of lighter) {
    if (best.bytes.length <= maxReaderBytes) break
    const { width, height } = scaled(source, readerBox)
    const box = { width: width * scale, pixels: width * height * scale * scale }
    const next = await encoded(source, format, box, quality)
    if (next.bytes.length < best.bytes.length) best = next
  }
  return best
}

async function inPixels(source: Source): Promise<Source> {
  const pixels = pipeline(source).autoOrient().toColourspace('srgb').removeAlpha().raw()
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true })
  return { ...source, bytes: data, raw: { width: info.width, height: info.height, channels: 3 } }
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
  for (let at = 0; at + 2 < pixels.length && colours.size <= 256; at += 3) colours.add(pixels.readUIntBE(at, 3))
  return colours.size <= 256
}

async function copyOf(source: Source, format: 'jpeg' | 'png', box: Box): Promise<Raster> {
  if (source.bare && source.kind === format && fits(source, box)) {
    await pipeline(source).raw().toBuffer()
    return source
  }
  return encoded(source, format, box, usualQuality)
}

const usualQuality = 85

async function encoded(source: Source, format: 'jpeg' | 'png', box: Box, quality: number): Promise<Raster> {
  const { width, height } = scaled(source, box)
  const resized = pipeline(source).autoOrient().resize(width, height, { fit: 'fill' }).toColourspace('srgb')
  const flat = source.hasAlpha ? resized : resized.removeAlpha()
  const file = format === 'jpeg' ? flat.jpeg({ quality }) : flat.png({ compressionLevel: 9 })
  return { bytes: await file.toBuffer(), width, height }
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
