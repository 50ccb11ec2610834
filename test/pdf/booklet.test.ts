// The booklet: order and blanks of its pages, held against the texts of the pages themselves.

import { PDFDocument } from '@pdfme/pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Metadata } from '../../src/model.js'
import { imposeBooklet } from '../../src/pdf/booklet/index.js'
import { bookletSides } from '../../src/pdf/booklet/order.js'
import { sheetFor } from '../../src/pdf/booklet/sheet.js'
import { readPdf } from '../support/pdf.js'
import { documentOf, print, sample } from './sample.js'

const millimetre = 72 / 25.4
const a5 = [148 * millimetre, 210 * millimetre] as const
const { metadata } = sample

/** The pages in the order in which a reader of the folded sheets turns them. */
function folded(sides: ReturnType<typeof bookletSides>, sheets: number): (number | undefined)[] {
  const read: (number | undefined)[] = []
  for (let first = 0; first < sides.length; first += 2 * sheets) {
    const signature = sides.slice(first, first + 2 * sheets)
    // Each sheet: the right half of its front and the left one of its back; on the way out the others.
    const inwards = signature.flatMap(([left, right], side) => (side % 2 === 0 ? [right] : [left]))
    const outwards = signature.map(([left, right], side) => (side % 2 === 0 ? left : right)).reverse()
    read.push(...inwards, ...outwards)
  }
  return read
}

describe('the order of a booklet', () => {
  it('is that of sheets folded once', () => {
    expect(bookletSides(8, undefined, false)).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ])
  })

  it('ends with blanks where the pages do not fill the sheets', () => {
    expect(bookletSides(5, undefined, false)).toEqual([
      [undefined, 0],
      [1, undefined],
      [undefined, 2],
      [3, 4],
    ])
    expect(bookletSides(1, undefined, false)).toEqual([
      [undefined, 0],
      [undefined, undefined],
    ])
  })

  it('begins anew with each signature, the last no thicker than it needs', () => {
    expect(bookletSides(10, 2, false)).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
      [undefined, 8],
      [9, undefined],
    ])
  })

  it('is bound on the other side where a book is read from the right', () => {
    expect(bookletSides(4, undefined, true)).toEqual([
      [0, 3],
      [2, 1],
    ])
  })

  it('gives every page once, in order, when the sheets are folded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.option(fc.integer({ min: 1, max: 20 })), (pages, sheets) => {
        const sides = bookletSides(pages, sheets ?? undefined, false)
        const read = folded(sides, sheets ?? sides.length / 2)
        expect(read.slice(0, pages)).toEqual(Array.from({ length: pages }, (_, page) => page))
        expect(read.slice(pages).every((page) => page === undefined)).toBe(true)
        expect(read.length - pages).toBeLessThan(4)
      }),
    )
  })
})

describe('the sheet of a booklet', () => {
  const inMillimetres = (width: number, height: number) => {
    const sheet = sheetFor({ width: width * millimetre, height: height * millimetre })
    return [sheet.width, sheet.height].map((side) => Math.round((side / millimetre) * 10) / 10)
  }

  it('is one that can be bought, or twice the page', () => {
    expect(inMillimetres(148, 210)).toEqual([297, 210])
    expect(inMillimetres(210, 297)).toEqual([420, 297])
    expect(inMillimetres(139.7, 215.9)).toEqual([279.4, 215.9])
    expect(inMillimetres(215.9, 279.4)).toEqual([431.8, 279.4])
    expect(inMillimetres(152.4, 228.6)).toEqual([304.8, 228.6])
    expect(inMillimetres(120, 180)).toEqual([240, 180])
  })
})

async function plainPdf(sizes: readonly (readonly [number, number])[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const font = await pdf.embedFont('Helvetica')
  for (const [index, [width, height]] of sizes.entries()) {
    pdf.addPage([width, height]).drawText(`Page ${index + 1}`, { x: 50, y: 50, size: 12, font })
  }
  return pdf.save({ useObjectStreams: true })
}

const titled: Metadata = { ...metadata, title: { ...metadata.title, text: 'Light' } }

describe('a booklet', () => {
  it('has the pages of the printed book side by side, and says how it is printed', async () => {
    const paragraphs = Array.from({ length: 5 }, (_, index) => `<section><p>Number ${index + 1} here</p></section>`)
    const { bytes: reading } = await print(documentOf(paragraphs.join('')))
    const { bytes, pages } = await imposeBooklet(reading, titled, {})
    const read = await readPdf(bytes)
    const numbers = read.pages.map((text) => [...text.matchAll(/Number (\d)/g)].map(([, number]) => Number(number)))
    expect(numbers).toEqual([[1], [2], [3], [4, 5]])
    expect(pages).toBe(4)
    expect(read.isTagged).toBe(false)
    expect(read.info.Title).toBe('Light (booklet)')
    const booklet = await PDFDocument.load(bytes, { updateMetadata: false })
    const { width, height } = booklet.getPage(0).getSize()
    expect([width, height].map((side) => Math.round(side / millimetre))).toEqual([297, 210])
    const preferences = booklet.catalog.getOrCreateViewerPreferences()
    expect([preferences.getDuplex(), preferences.getPrintScaling()]).toEqual(['DuplexFlipShortEdge', 'None'])
  })

  it('is the same file of the same pages', async () => {
    const reading = await plainPdf([a5, a5, a5])
    const [one, other] = [await imposeBooklet(reading, titled, {}), await imposeBooklet(reading, titled, {})]
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
  })

  it('turns a page that lies across, and keeps it inside its half', async () => {
    const [width, height] = a5
    const { bytes } = await imposeBooklet(await plainPdf([a5, [height, width], a5, a5]), titled, { sheets: 1 })
    const { getDocumentProxy } = await import('unpdf')
    const pdf = await getDocumentProxy(new Uint8Array(bytes))
    const page = await pdf.getPage(2)
    const { items } = await page.getTextContent()
    await pdf.destroy()
    const shown = items as readonly { readonly str: string; readonly transform: readonly number[] }[]
    const places = shown.flatMap(({ str, transform }) => (str.trim() ? [[str, transform] as const] : []))
    const turned = places.find(([text]) => text === 'Page 2')?.[1] ?? []
    // Its lines run upwards on the left half of the back.
    expect(turned.slice(0, 4).map((one) => Math.round(one) || 0)).toEqual([0, 12, -12, 0])
    expect(turned[4]).toBeGreaterThan(0)
    expect(turned[4]).toBeLessThan(width)
    expect(places.map(([text]) => text).sort()).toEqual(['Page 2', 'Page 3'])
  })
})
