// Each fault of a page is found where it is, and only there.

import { describe, expect, it } from 'vitest'
import type { Block, Layout, Line } from '../support/layout.js'
import { layoutFaults } from '../support/layout-faults.js'
import { brokenWords, holes, wordsKnown } from '../support/page-faults.js'

const area = () => ({ left: 50, right: 350, top: 550, bottom: 50 })

function line(page: number, baseline: number, text = 'Some words of a line', left = 50, right = 350): Line {
  return { page, left, right, baseline, size: 10, text }
}

function block(role: string, ...lines: Line[]): Block {
  return { role, lines }
}

function layout(blocks: readonly Block[], rest: Partial<Layout> = {}): Layout {
  const pages = Array.from({ length: 4 }, () => [400, 600] as const)
  return { blocks, loose: [], pictures: [], labels: ['1', '2', '3', '4'], pages, ...rest }
}

const picture = { page: 1, left: 60, right: 340, top: 300, bottom: 200 }
const full = Array.from({ length: 4 }, (_, index) => block('P', line(index + 1, 500), line(index + 1, 60)))
/** The kinds of the faults of a layout. */
const kinds = (given: Layout) => layoutFaults(given, area).map((fault) => fault.split(',')[0]?.replace(/ of 4$/, ''))

describe('faults of a layout', () => {
  it.each<[string, Layout]>([
    ['nothing but text', layout([block('P', line(1, 500), line(1, 488))])],
    ['a picture with its caption', layout([block('Caption', line(1, 188))], { pictures: [picture] })],
    ['three hyphens', layout([block('P', ...[500, 488, 476].map((at) => line(1, at, 'a word-')), line(1, 464))])],
    ['head and folio', layout([], { loose: [line(1, 570), line(1, 30, '1', 190, 200)] })],
    ['a cover', layout([], { pictures: [{ ...picture, left: 0, right: 400 }], labels: ['Cover'] })],
  ])('are none in %s', (_, given) => {
    expect(kinds(given)).toEqual([])
  })

  it.each<[string, Layout]>([
    ['picture outside the type area', layout([], { pictures: [{ ...picture, right: 360 }] })],
    ['text over a picture', layout([block('P', line(1, 250))], { pictures: [picture] })],
    ['four hyphens below each other', layout([block('P', ...[5, 4, 3, 2].map((at) => line(1, at * 100, 'a word-')))])],
    ['caption parted from what it names', layout([block('Caption', line(2, 188))], { pictures: [picture] })],
    ['caption parted from what it names', layout([block('Caption', line(1, 60)), block('TH', line(2, 500))])],
    ['head or foot', layout([], { loose: [line(1, 580), line(1, 568)] })],
    ['head or foot', layout([], { loose: [line(1, 595)] })],
    ['lines over each other', layout([block('P', line(1, 500))], { loose: [line(1, 502)] })],
    ['stranded heading', layout([block('H1', line(1, 60)), block('P', line(2, 500))])],
  ])('are found: %s', (kind, given) => {
    expect(new Set(kinds(given))).toEqual(new Set([kind]))
  })
})

describe('pages that end early', () => {
  const early = [block('P', line(1, 500), line(1, 400)), ...full.slice(1)]
  it('are found', () => {
    expect(holes(layout(early), area, 12)).toEqual(['page 1 is empty below for 70 %'])
    expect(holes(layout(full), area, 12)).toEqual([])
  })

  it('are none where a picture comes that has no room, or the text ends', () => {
    expect(holes(layout(early, { pictures: [{ ...picture, page: 2, top: 540, bottom: 140 }] }), area, 12)).toEqual([])
    const last = [...full.slice(0, 2), block('P', line(3, 500)), full[3] ?? block('P')]
    expect(holes(layout(last), area, 12)).toEqual([])
  })
})

describe('broken words', () => {
  const known = wordsKnown('Some words of a line, responsibility')
  it('are found where no hyphen parts them', () => {
    const parted = layout([block('TD', line(1, 500, 'of responsi'), line(1, 488, 'bility'))])
    expect(brokenWords(parted, known)).toEqual(['word broken, page 1: of responsi'])
    const divided = layout([block('TD', line(1, 500, 'of responsi-'), line(1, 488, 'bility of words'), line(1, 476))])
    expect(brokenWords(divided, known)).toEqual([])
  })
})
