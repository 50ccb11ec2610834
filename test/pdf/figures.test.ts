// The figures of a print, held against pages whose figures are known.

import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { PrintDocument, TypeArea } from '../../src/model.js'
import { countWords } from '../../src/pdf/figures/words.js'
import { documentOf, print } from './sample.js'

const millimetre = 72 / 25.4
const margin = 20 * millimetre
/** The pages of the sample: A5 with margins of 20 mm. */
const area: TypeArea = {
  width: 148 * millimetre,
  inner: margin,
  outer: margin,
  mirrored: true,
  rightToLeft: false,
  turned: [margin, margin],
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, check])
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}

/** A grey PNG of so many pixels on each side. */
function square(pixels: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(pixels, 0)
  header.writeUInt32BE(pixels, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(pixels * (pixels + 1))
  for (let at = 0; at < rows.length; at += 1) rows[at] = at % (pixels + 1) === 0 ? 0 : at % 251
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

async function figuresOf(body: string, more: Partial<PrintDocument> = {}) {
  const printed = await print({ ...documentOf(body), area, ...more })
  return { ...printed.figures, said: printed.said }
}

describe('the figures of a print', () => {
  it('count pages, sheets of two, words, and list the fonts', async () => {
    const figures = await figuresOf(
      '<section><h1 id="a">One two</h1><p>Three, <i>fo</i>ur fi<b>v</b>e.</p></section><section><p>Six</p></section><section><p>Seven</p></section>',
    )
    expect(figures.pages).toBe(3)
    expect(figures.sheets).toBe(2)
    expect(figures.words).toBe(7)
    expect(figures.wordsPerPage).toBe(2)
    expect(figures.fonts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['EBGaramond-Italic', 'EBGaramond-Regular', 'EBGaramond-SemiBold']),
    )
    expect(figures.fonts.every(({ embedded, subset }) => embedded && subset)).toBe(true)
    expect(figures.overfullLines).toEqual({ count: 0, pages: [] })
    expect(figures.pictures).toEqual({ count: 0, under150: 0, under300: 0 })
  })

  it('find the lines that leave the type area, and warn of them', async () => {
    const line = (indent: string) => `<p style="margin-left: ${indent}">a line of some words</p>`
    const { overfullLines, said } = await figuresOf(
      `<section>${line('0')}</section><section>${line('-9mm')}${line('-6mm')}${line('0')}</section>`,
    )
    expect(overfullLines).toEqual({ count: 2, pages: [2] })
    expect(said.map(({ code, message }) => `${code}: ${message}`)).toContain(
      'lines-overfull: 2 lines of the PDF leave the type area and may be cut off (page 2 of the file).',
    )
  })

  it('tell when something is wider than its page, which makes all of the type smaller', async () => {
    const wide = '<p style="white-space: nowrap; margin-left: 88mm">a line of some words</p>'
    const { typeScale, said } = await figuresOf(`<section><p>One</p></section><section>${wide}</section>`)
    expect(typeScale).toBeLessThan(0.95)
    expect(said.map(({ code }) => code)).toEqual(['print-shrunk'])
    expect((await figuresOf('<section><p>One</p></section>')).typeScale).toBe(1)
  })

  it('look at the text, not at its spaces, running heads and folios', async () => {
    const { overfullLines } = await figuresOf(
      `<section><p style="text-align: justify; white-space: pre-wrap">${'word and word   '.repeat(40)}</p></section>`,
    )
    expect(overfullLines.count).toBe(0)
  })

  it('know mirrored margins, and pages that lie across', async () => {
    const wide: TypeArea = { ...area, inner: margin + 40, outer: margin - 40 }
    const page = '<section><p style="width: 10mm; margin-left: 41pt">words</p></section>'
    expect((await figuresOf(page + page, { area: wide })).overfullLines).toEqual({ count: 0, pages: [] })
    const near = '<section><p>words</p></section>'
    expect((await figuresOf(near + near, { area: wide })).overfullLines).toEqual({ count: 1, pages: [1] })
    expect((await figuresOf(near + near, { area: { ...wide, rightToLeft: true } })).overfullLines).toEqual({
      count: 1,
      pages: [2],
    })
  })

  it('tell how fine pictures are at the size at which they are printed', async () => {
    const picture = (name: string, size: string) =>
      `<p><img src="images/${name}.png" alt="x" style="width: ${size}"/></p>`
    const assets = ['small', 'large'].map((name, index) => ({
      path: `images/${name}.png`,
      mediaType: 'image/png',
      bytes: square(index === 0 ? 100 : 400),
    }))
    const { pictures } = await figuresOf(
      `<section>${picture('small', '1in')}${picture('large', '2in')}${picture('large', '1in')}</section>`,
      { assets },
    )
    expect(pictures).toEqual({ count: 3, under150: 1, under300: 2, lowest: 100 })
  })
})

describe('counting words', () => {
  it('takes the chapters alone', () => {
    const xhtml =
      '<body><section id="front"><p>Not this</p></section><section class="x" id="text"><h1>A word</h1><p>don’t well-known 3.5</p></section><section id="notes"><p>Nor this</p></section></body>'
    expect(countWords(xhtml, { body: 'text', back: 'notes' })).toBe(5)
    expect(countWords(xhtml)).toBe(9)
  })

  it('counts the characters of scripts without spaces', () => {
    expect(countWords('<body><p>日本語 and かな</p></body>')).toBe(6)
  })
})
