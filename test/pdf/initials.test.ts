// The large initial of a paragraph and the word that it begins.

import { describe, expect, it } from 'vitest'
import { joinedInitials } from '../../src/pdf/finish/content/initials.js'

const letters: Readonly<Record<number, string>> = { 1: 'N', 2: 'o', 3: 'b', 4: '4' }
const textOf = (_: string, code: number) => letters[code]

const text = (size: number, baseline: number, codes: string[]) =>
  `BT\n/F1 ${size} Tf\n1 0 0 -1 .5 ${baseline} Tm\n${codes.map((code) => `<${code}> Tj`).join('\n4 0 Td ')}\nET\n`

function joined(content: string): string | undefined {
  const made = joinedInitials(Buffer.from(content, 'latin1'), textOf)
  return made && Buffer.from(made).toString('latin1')
}

describe('an initial', () => {
  it('is nothing by itself, and belongs to the first glyph of the line beside it', () => {
    const before = text(14, 10, ['0002'])
    const made = joined(`${before}${text(70, 90, ['0001'])}0 0 0 rg\n${text(14, 50, ['0002', '0003'])}`)
    const spans = [...(made ?? '').matchAll(/ActualText <FEFF([\dA-F]*)> >> BDC\n<(\d+)> Tj\nEMC/g)]
    expect(spans.map(([, units, code]) => [units, code])).toEqual([
      ['', '0001'],
      ['004E006F', '0002'],
    ])
    const without = made?.replace(/\/Span<<\/ActualText <[\dA-F]*> >> BDC\n|EMC\n/g, '')
    expect(without?.replace(/\s+/g, ' ')).toBe(
      `${before}${text(70, 90, ['0001'])}0 0 0 rg\n${text(14, 50, ['0002', '0003'])}`.replace(/\s+/g, ' '),
    )
  })

  it.each([
    ['a heading of one letter', text(70, 40, ['0001']), text(14, 80, ['0002'])],
    ['a letter hardly larger', text(20, 90, ['0001']), text(14, 50, ['0002'])],
    ['a figure', text(70, 90, ['0004']), text(14, 50, ['0002'])],
    ['a word', text(70, 90, ['0001', '0002']), text(14, 50, ['0003'])],
    ['a letter before a figure', text(70, 90, ['0001']), text(14, 50, ['0004'])],
    ['the last of a page', text(70, 90, ['0001']), ''],
  ])('is none: %s', (_, large, small) => {
    expect(joined(large + small)).toBeUndefined()
  })
})
