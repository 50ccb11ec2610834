// No more bytes than a book needs: of a picture, of a document, from a server.

import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import { reportHeavyDocuments } from '../../src/epub/index.js'
import { decodePicture } from '../../src/images/decode.js'
import { sufficientFirst } from '../../src/images/sufficient.js'
import { load, photo, pictureAt, serving, site } from './pictures.js'

const most = 5_000_000

/** Pixels without any order: nothing packs them. */
function noise(width: number, height: number, channels: 3 | 4) {
  const data = Buffer.alloc(width * height * channels)
  let state = 1
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    data[at] = state >>> 24
  }
  return sharp(data, { raw: { width, height, channels } })
}

describe('a picture for e-readers', () => {
  it('is packed closer where it is too heavy, and stays as large', async () => {
    const source = await noise(1600, 2300, 3).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()
    expect(source.length).toBeGreaterThan(most)
    const { format, reader, print } = await decodePicture(source, true)
    expect([format, reader.width, reader.height]).toEqual(['jpeg', 1600, 2300])
    expect(reader.bytes.length).toBeLessThan(most)
    expect(print).toBeUndefined()
  })

  it('is made smaller where that is not enough', async () => {
    const source = await noise(1500, 1500, 4).png().toBuffer()
    const { format, reader } = await decodePicture(source, false)
    expect([format, reader.width, reader.height]).toEqual(['png', 1125, 1125])
    expect(reader.bytes.length).toBeLessThanOrEqual(most)
  })

  it('that is light enough is left alone', async () => {
    const source = await photo(800, 600).jpeg().toBuffer()
    expect((await decodePicture(source, false)).reader.bytes).toEqual(source)
  })
})

describe('a document', () => {
  const documents = (names: readonly string[], size: number) => ({
    title: 'T',
    modified: '2026-01-01T00:00:00Z',
    files: [
      ...['a', 'b', 'c'].map((name) => ({ path: `EPUB/images/${name}.jpg`, content: new Uint8Array(size) })),
      {
        path: 'EPUB/text/one.xhtml',
        content: names.map((name) => `<img id="x" src="../images/${name}.jpg" alt=""/>`).join(''),
      },
      { path: 'EPUB/text/two.xhtml', content: '<img src="../images/a.jpg" alt=""/>' },
    ],
  })
  const said = (names: readonly string[], size: number) => {
    const { report, diagnostics } = collect()
    reportHeavyDocuments(documents(names, size), report)
    return diagnostics().map(({ code, message }) => [code, message])
  }

  it('whose pictures are too heavy together is named', () => {
    expect(said(['a', 'b', 'c', 'a'], 4_000_000)).toEqual([
      [
        'document-heavy',
        'The pictures of EPUB/text/one.xhtml in the EPUB have 12 MB together; some e-readers refuse more than 10 MB.',
      ],
    ])
  })

  it('that shows one of them often is not', () => {
    expect(said(['a', 'a', 'a', 'b'], 4_000_000)).toEqual([])
  })
})

describe('of several sizes', () => {
  const candidates = [
    { url: 'whole', reason: 'data-orig-file', width: 6000 },
    { url: 'src', reason: 'src' },
    { url: '3000', reason: 'srcset', width: 3000 },
    { url: '2048', reason: 'srcset', width: 2048 },
    { url: '1600', reason: 'noscript data-lazy-srcset', width: 1600 },
    { url: '1024', reason: 'srcset', width: 1024 },
    { url: 'crop', reason: 'source srcset', width: 1700 },
  ]
  const order = (forPrint: boolean, given = candidates) => sufficientFirst(given, forPrint).map(({ url }) => url)

  it('the smallest is asked for that is enough, then the others as they were', () => {
    expect(order(false)).toEqual(['1600', 'whole', 'src', '3000', '2048', '1024', 'crop'])
    expect(order(true)).toEqual(['3000', 'whole', 'src', '2048', '1600', '1024', 'crop'])
  })

  it('none goes first where none is enough', () => {
    const small = candidates.filter(({ url }) => ['whole', 'src', '1024', 'crop'].includes(url))
    expect(order(false, small)).toEqual(['whole', 'src', '1024', 'crop'])
  })

  it('the first that a server has is taken', async () => {
    const asked: string[] = []
    const server = serving({ 'whole.jpg': await photo(40, 30).jpeg().toBuffer() })
    const picture = {
      ...pictureAt('a', `${site}/whole.jpg`),
      candidates: [
        { url: `${site}/whole.jpg`, reason: 'data-orig-file' },
        { url: `${site}/large.jpg`, reason: 'srcset', width: 2048 },
      ],
    }
    const { said } = await load([picture], (url, wish) => {
      asked.push(url)
      return server(url, wish)
    })
    expect(asked).toEqual([`${site}/large.jpg`, `${site}/whole.jpg`])
    expect(said).toEqual([])
  })
})

/** An animation whose pixels are not packed at all: GIF's LZW, which is made to forget before its codes grow longer. */
function animation(width: number, height: number, frames: number): Buffer {
  const word = (value: number) => [value & 0xff, value >> 8]
  const palette = Buffer.from(
    Array.from({ length: 128 }, (_, at) => [at * 2, (at * 31) & 0xff, (at * 57) & 0xff]).flat(),
  )
  const loop = Buffer.from('\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0', 'latin1')
  const parts: Uint8Array[] = [
    Buffer.from('GIF89a'),
    Buffer.from([...word(width), ...word(height), 0xf6, 0, 0]),
    palette,
    loop,
  ]
  for (let frame = 0; frame < frames; frame += 1) {
    const timing = [0x21, 0xf9, 4, 4, 10, 0, 0, 0]
    parts.push(Buffer.from([...timing, 0x2c, 0, 0, 0, 0, ...word(width), ...word(height), 0, 7]))
    parts.push(codes(width * height, frame), Buffer.from([0]))
  }
  return Buffer.concat([...parts, Buffer.from([0x3b])])
}

/** Codes of eight bits, in blocks of 255: a code that clears the table before each hundred pixels, and one that ends. */
function codes(pixels: number, seed: number): Buffer {
  const all: number[] = []
  let state = seed + 1
  for (let at = 0; at < pixels; at += 1) {
    if (at % 100 === 0) all.push(128)
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    all.push(state >>> 25)
  }
  all.push(129)
  const blocks: Uint8Array[] = []
  for (let at = 0; at < all.length; at += 255) {
    const block = all.slice(at, at + 255)
    blocks.push(Buffer.from([block.length, ...block]))
  }
  return Buffer.concat(blocks)
}

describe('an animation', () => {
  it('that is too heavy comes at half its size', async () => {
    const gif = animation(800, 800, 8)
    expect(gif.length).toBeGreaterThan(most)
    const { format, reader } = await decodePicture(gif, false)
    expect([format, reader.width, reader.height]).toEqual(['gif', 400, 400])
    expect(reader.bytes.length).toBeLessThan(gif.length / 2)
  })

  it('that stays too heavy is in the book, and named once', async () => {
    const pictures = [pictureAt('a', `${site}/a.gif`), pictureAt('b', `${site}/a.gif`)]
    const { said, assets } = await load(pictures, serving({ 'a.gif': animation(1000, 1000, 36) }))
    const size = Math.ceil((assets[0]?.bytes.length ?? 0) / 1e5) / 10
    expect(size).toBeGreaterThan(5)
    expect(said.map(({ code, message }) => [code, message])).toEqual([
      [
        'picture-heavy',
        `The picture ${site}/a.gif has ${size} MB in the EPUB, however it is packed; some e-readers refuse more than 5 MB.`,
      ],
    ])
  })
})
