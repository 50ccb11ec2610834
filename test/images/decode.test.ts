// What becomes of the bytes of a picture.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { one, photo } from './pictures.js'

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  const sum = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of one bit per pixel whose header may say what it likes. */
function bitmap(width: number, height: number, rows = height): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows), { level: 9 })
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

const svg = (inside: string, attributes = 'width="200" height="100"', before = '') =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`

/** A BMP of 24 bits per pixel, from the bottom up. */
function bmp(width: number, height: number, pixels: Uint8Array): Buffer {
  const stride = Math.ceil((width * 24) / 32) * 4
  const file = Buffer.alloc(54 + stride * height)
  file.write('BM', 'latin1')
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(24, 28)
  for (let at = 0; at < width * height; at += 1) {
    const to = 54 + stride * (height - 1 - Math.floor(at / width)) + (at % width) * 3
    for (const colour of [0, 1, 2]) file[to + 2 - colour] = pixels[at * 3 + colour] ?? 0
  }
  return file
}

async function isBlank(bytes: Uint8Array): Promise<boolean> {
  return (await sharp(bytes).stats()).channels.every(({ min, max }) => min === max)
}

describe('a picture', () => {
  it('stays as it is where it is bare and fits', async () => {
    const jpeg = await photo(300, 200).jpeg().toBuffer()
    const png = await photo(300, 200, 4).png().toBuffer()
    expect((await one(jpeg)).asset?.bytes).toEqual(jpeg)
    expect((await one(png)).asset?.bytes).toEqual(png)
  })

  it('loses place, camera and profile, and is turned upright first', async () => {
    const given = await photo(300, 200)
      .withExif({ IFD0: { Copyright: 'Anna' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 45/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(given).metadata()).exif?.length).toBeGreaterThan(0)
    const { asset } = await one(given)
    const read = await sharp(asset?.bytes).metadata()
    expect([asset?.width, asset?.height, read.width, read.height]).toEqual([200, 300, 200, 300])
    expect([read.exif, read.icc, read.xmp, read.iptc, read.orientation]).toEqual(Array(5).fill(undefined))
  })

  it('loses what is hidden in comments and after the end', async () => {
    const jpeg = await photo(60, 40).jpeg().toBuffer()
    const comment = Buffer.from('\xff\xfe\x00\x09SECRET!', 'latin1')
    const png = await photo(60, 40).png().toBuffer()
    const text = chunk('tEXt', Buffer.from('Comment\0SECRET!'))
    const gif = await photo(60, 40).gif().toBuffer()
    for (const hiding of [
      Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
      Buffer.concat([jpeg, Buffer.from('SECRET!')]),
      Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]),
      Buffer.concat([png, Buffer.from('SECRET!')]),
      Buffer.concat([gif, Buffer.from('SECRET!')]),
      Buffer.concat([gif.subarray(0, -1), Buffer.from('\x21\xfe\x07SECRET!\x00\x3b', 'latin1')]),
    ]) {
      const { asset, reason } = await one(hiding)
      expect([reason, asset?.width]).toEqual([undefined, 60])
      expect(Buffer.from(asset?.bytes ?? []).includes('SECRET!')).toBe(false)
    }
  })

  it('of a format that old readers lack becomes JPEG, or PNG where JPEG would spoil it', async () => {
    const flat = sharp({ create: { width: 90, height: 60, channels: 3, background: '#3a7' } })
    const made = {
      webp: await photo(90, 60).webp().toBuffer(),
      clearWebp: await photo(90, 60, 4).webp().toBuffer(),
      avif: await photo(90, 60).avif({ effort: 0 }).toBuffer(),
      tiff: await photo(90, 60).tiff().toBuffer(),
      bmp: bmp(90, 60, await photo(90, 60).raw().toBuffer()),
      flatWebp: await flat.webp({ lossless: true }).toBuffer(),
    }
    const types = await Promise.all(Object.values(made).map(async (bytes) => (await one(bytes)).asset?.mediaType))
    expect(types).toEqual(['image/jpeg', 'image/png', 'image/jpeg', 'image/jpeg', 'image/jpeg', 'image/png'])
  })

  it('keeps its colours and its right way up as BMP', async () => {
    const pixels = Buffer.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9, 8, 8, 8, 7, 7, 7])
    const { asset } = await one(bmp(3, 2, pixels))
    expect(asset?.mediaType).toBe('image/png')
    expect(await sharp(asset?.bytes).raw().toBuffer()).toEqual(pixels)
    expect((await one(bmp(3, 2, pixels).subarray(0, 60))).reason).toBe('it cannot be decoded: the file ends early')
    expect((await one(bmp(1, 1, pixels).fill(255, 18, 22))).reason).toContain('-1 × 1 pixels')
  })

  it('that moves goes on moving', async () => {
    const frames = await Promise.all(['#f00', '#0f0'].map((background) => frame(background)))
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const { asset } = await one(gif)
    expect([asset?.mediaType, asset?.path]).toEqual(['image/gif', 'images/picture-01.gif'])
    expect((await sharp(asset?.bytes, { animated: true }).metadata()).pages).toBe(2)
  })

  it('is scaled for e-readers, and less for paper', async () => {
    const { asset } = await one(await photo(3000, 4000).jpeg({ quality: 20 }).toBuffer(), { print: true })
    expect([asset?.width, asset?.height]).toEqual([1600, 2133])
    expect((asset?.width ?? 0) * (asset?.height ?? 0)).toBeLessThanOrEqual(3_800_000)
    expect([asset?.print?.width, asset?.print?.height]).toEqual([2400, 3200])
    const tall = await one(bitmap(1000, 9000))
    expect((tall.asset?.width ?? 0) * (tall.asset?.height ?? 0)).toBeLessThanOrEqual(3_800_000)
    const small = await one(await photo(800, 600).jpeg().toBuffer(), { print: true })
    expect(small.asset?.print).toBeUndefined()
  })
})

const frame = (background: string) =>
  sharp({ create: { width: 20, height: 20, channels: 3, background } })
    .png()
    .toBuffer()

describe('what is no picture', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['no bytes', '', 'the file is empty'],
    ['a page of a firewall', '<!DOCTYPE html><html><body>No.</body></html>', 'the file is an HTML page'],
    ['text', 'hello', 'the file is no picture'],
    ['a PDF', '%PDF-1.7', 'the file is a PDF'],
    ['too many pixels', bitmap(20_000, 20_000), 'it has 20000 × 20000 pixels, more than 50 million'],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await one(bytes)).toEqual({ asset: undefined, reason })
  })

  it('a header that lies, and a file that ends early, are refused', async () => {
    const whole = await photo(400, 300).jpeg().toBuffer()
    const webp = await photo(400, 300).webp().toBuffer()
    const cut = [whole.subarray(0, whole.length / 2), webp.subarray(0, webp.length / 2), bitmap(600, 500, 3)]
    for (const bytes of [...cut, bitmap(600, 500).subarray(0, 60), Buffer.from('\xff\xd8\xff\xe0', 'latin1')]) {
      const { asset, reason } = await one(bytes)
      expect(asset).toBeUndefined()
      expect(reason).toMatch(/^it cannot be decoded: /)
    }
  })
})

describe('a drawing', () => {
  it('becomes pixels, twice those of its size', async () => {
    const { asset } = await one(
      svg('<rect width="100" height="100" fill="#c33"/>', undefined, '<?xml version="1.0"?>\n<!-- a -->\n'),
    )
    expect([asset?.mediaType, asset?.width, asset?.height]).toEqual(['image/png', 400, 200])
    expect(await isBlank(asset?.bytes ?? new Uint8Array())).toBe(false)
  })

  it('runs no script and loads nothing from outside', async () => {
    const secret = join(import.meta.dirname, '..', '..', 'node_modules', 'publint', 'package.json')
    const inside = [
      '<script>while (true) {}</script>',
      '<image href="http://127.0.0.1:9/a.png" width="100" height="100"/>',
      `<image xlink:href="file://${secret}" width="100" height="100"/>`,
      `<use href="file://${secret}#a"/>`,
      '<style>@import "http://127.0.0.1:9/a.css";</style>',
    ]
    const { asset } = await one(svg(inside.join('')))
    expect(await isBlank(asset?.bytes ?? new Uint8Array())).toBe(true)
  })

  it.each([
    [
      'entities',
      svg('<text>&a;</text>', undefined, '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
      'the drawing declares entities',
    ],
    [
      'another encoding',
      svg('', undefined, '<?xml version="1.0" encoding="UTF-7"?>'),
      'the drawing is written in UTF-7',
    ],
    [
      'inclusions',
      svg('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'),
      'the drawing includes other files',
    ],
    ['a huge size', svg('', 'width="30000" height="30000"'), 'it has 30000 × 30000 pixels, more than 50 million'],
    ['copies of copies', svg('<use href="#a"/>'.repeat(13)), 'the drawing takes too long to draw'],
    [
      'a costly filter',
      svg('<filter id="f"><feMorphology radius="900"/></filter>'),
      'the drawing takes too long to draw',
    ],
    ['a huge text', svg(`<!--${'a'.repeat(2_000_001)}-->`), 'the drawing has more than 2 MB'],
  ])('with %s is refused', async (_, bytes, reason) => {
    expect(await one(bytes)).toEqual({ asset: undefined, reason })
  })

  it('is told from its first bytes in time that its length does not raise', async () => {
    const start = performance.now()
    expect((await one(`${'<!-- a -->'.repeat(400)}<p>`)).asset).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

const suite = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'pngsuite', 'png')

// The names of the broken ones begin with x (PngSuite, "corrupted files").
it.skipIf(!existsSync(suite))('of PngSuite every valid picture is decoded and every corrupt one refused', async () => {
  const names = readdirSync(suite).filter((name) => name.endsWith('.png'))
  const found = await Promise.all(
    names.map(async (name) => ({ name, ...(await one(readFileSync(join(suite, name)))) })),
  )
  const corrupt = found.filter(({ name }) => name.startsWith('x'))
  const valid = found.filter(({ name }) => !name.startsWith('x'))
  expect([valid.length, corrupt.length]).toEqual([161, 14])
  console.info(
    `PngSuite: ${valid.filter(({ asset }) => asset).length} of ${valid.length} valid ones decoded, ${corrupt.filter(({ asset }) => !asset).length} of ${corrupt.length} corrupt ones refused`,
  )
  expect(valid.filter(({ asset }) => !asset).map(({ name, reason }) => `${name}: ${reason}`)).toEqual([])
  expect(corrupt.filter(({ asset }) => asset).map(({ name }) => name)).toEqual([])
})
