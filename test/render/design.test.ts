// From what is asked for to measures: paper, type, colour, code of the address.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import { readPageSize } from '../../src/options/page-size.js'
import { designOf } from '../../src/render/design.js'
import { qrCodeOf } from '../../src/render/qr.js'

describe('page sizes', () => {
  it.each([
    ['a4', [210, 297]],
    ['A5', [148, 210]],
    ['letter', [215.9, 279.4]],
    ['6x9', [152.4, 228.6]],
    ['120x180mm', [120, 180]],
    ['12x18cm', [120, 180]],
    ['5.5x8.5in', [139.7, 215.9]],
  ])('%s are read', (text, expected) => {
    const [width = 0, height = 0] = readPageSize(text) ?? []
    expect([width, height].map((side) => Math.round(side * 10) / 10)).toEqual(expected)
  })

  it.each(['a3', '6 x 9', '120x180', '90x180mm', '120x700mm', '-120x180mm', 'constructor', '1e3x200mm'])(
    '%s are none',
    (text) => {
      expect(readPageSize(text)).toBeUndefined()
    },
  )
})

describe('the design', () => {
  const size = fc.tuple(fc.integer({ min: 100, max: 600 }), fc.integer({ min: 130, max: 600 }))
  const look = fc.record({
    theme: fc.constantFrom('classic', 'magazine', 'handout', undefined),
    edition: fc.constantFrom('book', 'handout', 'large-print', undefined),
    density: fc.constantFrom(1, 0.9, 0.7),
  })

  it('fills the page, and holds 45 to 75 characters a line or says that it cannot', () => {
    fc.assert(
      fc.property(size, look, ([width, height], settings) => {
        const { report, diagnostics } = collect()
        const { page } = designOf({ ...settings, pageSize: `${width}x${height}mm` }, report)
        const text = page.columns * page.measure + page.columnGap
        expect(page.inner + page.inset + text + page.outer).toBeCloseTo(page.width, 0)
        expect(page.top + page.depth + page.bottom).toBeCloseTo(page.height, 0)
        expect((page.depth / page.line) % 1).toBeCloseTo(0, 5)
        expect(page.line / page.size).toBeGreaterThanOrEqual(settings.edition === 'large-print' ? 1.45 : 1.3)
        expect(page.size).toBeGreaterThanOrEqual(settings.edition === 'large-print' ? 16 : 9)
        expect(page.charactersPerLine).toBeLessThanOrEqual(75)
        const codes = page.charactersPerLine < 45 ? ['measure-short'] : []
        expect(diagnostics().map(({ code }) => code)).toEqual(codes)
      }),
    )
  })

  it('keeps a colour that can be read, and darkens another with a word about it', () => {
    const { report, diagnostics } = collect()
    expect(designOf({ themeColor: '#1F6F54' }, report).color).toBe('#1f6f54')
    expect(diagnostics()).toEqual([])
    expect(designOf({ themeColor: '#ffcc00' }, report).color).toBe('#917300')
    expect(diagnostics().map(({ code, message }) => [code, message])).toEqual([
      ['theme-color-darkened', 'The colour #ffcc00 is too light to be read on white paper; #917300 was taken.'],
    ])
  })
})

describe('the code of an address', () => {
  it('has three finders inside a quiet zone, and is 20 millimetres without it', () => {
    const code = qrCodeOf('https://press.example/a-post/')
    const { path = '', modules = 0, side = 0 } = code ?? {}
    const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, column, row]) => `${column} ${row}`))
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
    const at = (left: number, top: number) =>
      finder.map((_, row) =>
        [...'#######'].map((_, column) => (dark.has(`${left + column} ${top + row}`) ? '#' : '.')).join(''),
      )
    expect([at(4, 4), at(modules - 11, 4), at(4, modules - 11)]).toEqual([finder, finder, finder])
    const places = [...dark].flatMap((place) => place.split(' ').map(Number))
    expect([Math.min(...places), Math.max(...places)]).toEqual([4, modules - 5])
    expect((side * (modules - 8)) / modules).toBeGreaterThanOrEqual(20)
  })

  it.each([undefined, 'mailto:a@press.example', `https://press.example/${'a'.repeat(300)}`])(
    'is none for %s',
    (address) => {
      expect(qrCodeOf(address)).toBeUndefined()
    },
  )
})
