// Bleed and crop marks: the boxes of the pages, and what is drawn outside the trim.

import { PDFDocument, PDFName, type PDFRawStream } from '@pdfme/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Book } from '../../src/model.js'
import { readPageSize } from '../../src/page-size.js'
import type { PrintedPdf } from '../../src/pdf/index.js'
import { contentOf } from '../../src/pdf/pages/text.js'
import { renderPrint } from '../../src/render/index.js'
import { article } from '../render/book-fixture.js'
import { readPdf } from '../support/pdf.js'
import { print } from './sample.js'

const millimetre = 72 / 25.4
const look = { pageSize: 'a5', styles: '@page matter { background: #eee }' } as const
const lib = await import('@pdfme/pdf-lib')

async function printed(book: Book, settings: Parameters<typeof renderPrint>[1]): Promise<PrintedPdf> {
  return print(renderPrint(book, settings))
}

describe('a book for the press', () => {
  let plain: PrintedPdf
  let press: PrintedPdf
  let pdf: PDFDocument

  beforeAll(async () => {
    plain = await printed(article, look)
    press = await printed(article, { ...look, bleed: 3, marks: true })
    pdf = await PDFDocument.load(press.bytes, { updateMetadata: false })
  })

  it('has boxes one inside the other, the trim as large as the page', () => {
    const [width, height] = readPageSize('a5') ?? [0, 0]
    for (const page of pdf.getPages()) {
      const [media, bleed, trim] = [page.getMediaBox(), page.getBleedBox(), page.getTrimBox()]
      // Chromium rounds the sheet to whole points.
      expect(Math.abs(trim.width - width * millimetre)).toBeLessThan(1)
      expect(Math.abs(trim.height - height * millimetre)).toBeLessThan(1)
      expect(trim.x - bleed.x).toBeCloseTo(3 * millimetre, 1)
      for (const [outer, inner] of [
        [media, bleed],
        [bleed, trim],
      ] as const) {
        expect(inner.x).toBeGreaterThanOrEqual(outer.x)
        expect(inner.y).toBeGreaterThanOrEqual(outer.y)
        expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width)
        expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height)
      }
      expect(bleed.x - media.x).toBeCloseTo(5 * millimetre, 1)
    }
  })

  it('has the same pages as without them', async () => {
    const [one, other] = [await readPdf(plain.bytes), await readPdf(press.bytes)]
    expect(other.pages).toEqual(one.pages)
  })

  it('draws eight marks on each page, as an artifact of the page in the colour of every plate', () => {
    for (const page of pdf.getPages()) {
      const content = contentOf(lib, page)
      const name = /\/Artifact <<\/Type \/Page>> BDC \/(\S+) Do EMC/.exec(content)?.[1] ?? ''
      const form = page.node.Resources()?.lookup(PDFName.of('XObject'), lib.PDFDict).lookup(PDFName.of(name))
      expect(form).toBeInstanceOf(lib.PDFRawStream)
      const drawing = form as PDFRawStream
      const strokes = Buffer.from(lib.decodePDFRawStream(drawing).decode()).toString('latin1')
      const ends = [...strokes.matchAll(/(\S+) (\S+) m (\S+) (\S+) l S/g)].map((one) => one.slice(1, 5).map(Number))
      expect(ends).toHaveLength(8)
      const { x, y, width, height } = page.getBleedBox()
      const isOutside = ([left = 0, low = 0]: number[]) => left < x || left > x + width || low < y || low > y + height
      // A mark may touch the bleed, and never cross it.
      for (const [fromX = 0, fromY = 0, toX = 0, toY = 0] of ends) {
        expect(isOutside([toX, toY])).toBe(true)
        expect(isOutside([(fromX + toX) / 2, (fromY + toY) / 2])).toBe(true)
      }
      expect(strokes).toContain('/Registration CS 1 SCN')
    }
  })

  it('is tagged still, and passes the check', () => {
    expect(press.check.rules.filter(({ failed }) => failed > 0)).toEqual([])
    expect(press.check.passed).toBe(true)
  })

  it('has none of it where nobody asks', async () => {
    const page = (await PDFDocument.load(plain.bytes, { updateMetadata: false })).getPage(0)
    expect(page.node.has(PDFName.of('TrimBox'))).toBe(false)
    expect(contentOf(lib, page)).not.toContain('/Artifact <</Type /Page>>')
  })

  it('may have marks without a bleed', async () => {
    const { bytes } = await printed(article, { pageSize: 'a5', marks: true })
    const page = (await PDFDocument.load(bytes, { updateMetadata: false })).getPage(0)
    expect(page.getTrimBox().x).toBe(0)
    expect(page.getMediaBox().x).toBeCloseTo(-8 * millimetre, 1)
  })
})
