// Page numbers: how they are found, filled in, and proved.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import { arrange } from '../../src/pdf/pages/blanks.js'
import { editionOf } from '../../src/pdf/pages/edition.js'
import { labelsOf, numberingOf, roman } from '../../src/pdf/pages/labels.js'
import { piecesOf } from '../../src/pdf/pages/pieces.js'
import { type Places, readPlaces } from '../../src/pdf/pages/places.js'
import { printSettled, withoutPlaces } from '../../src/pdf/pages/settle.js'
import { sample } from './sample.js'

function placesOf(pages: number, at: Readonly<Record<string, number>>): Places {
  return { pages, pageOf: (id) => at[id] }
}

/** As much of a PDF as says where things are. */
function print(pages: number, at: Readonly<Record<string, number>>): Uint8Array {
  const name = (id: string) => id.replace(/[^\w-]/g, (one) => `#${one.charCodeAt(0).toString(16)}`)
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R\n/Dests 3 0 R>>',
    `<</Type /Pages\n/Kids [${Array.from({ length: pages }, (_, page) => `${page + 4} 0 R`).join(' ')}]>>`,
    `<<${Object.entries(at).map(([id, page]) => `/${name(id)} [${page + 4} 0 R /XYZ 6 500 0]`)}>>`,
    ...Array.from({ length: pages }, () => '<</Type /Page>>'),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n `
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('\n')}\ntrailer\n<</Root 1 0 R>>\n`
  return Buffer.from(`${file}${table}startxref\n${file.length}\n%%EOF\n`)
}

describe('labels', () => {
  it('count the front matter in roman figures and the text from 1', () => {
    const places = placesOf(7, { title: 1, text: 4 })
    const labels = labelsOf(numberingOf(places, { front: 'title', body: 'text' }))
    expect(labels).toEqual(['Cover', 'i', 'ii', 'iii', '1', '2', '3'])
  })

  it('are plain where nothing says more', () => {
    expect(labelsOf(numberingOf(placesOf(3, {})))).toEqual(['1', '2', '3'])
    expect(labelsOf(numberingOf(placesOf(2, {}), { front: 'a', body: 'b' }))).toEqual(['1', '2'])
  })

  it('are roman as the Romans wrote', () => {
    expect([1, 4, 9, 14, 40, 90, 400, 1994].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xc', 'cd', 'mcmxciv'])
  })
})

describe('the places in a print', () => {
  it('are read from its destinations', () => {
    const { pages, pageOf } = readPlaces(print(3, { one: 0, 'caf%C3%A9': 2 }))
    expect([pages, pageOf('one'), pageOf('café'), pageOf('none')]).toEqual([3, 0, 2, undefined])
  })

  it('are none in what is no PDF', () => {
    const { pages, pageOf } = readPlaces(new Uint8Array([1, 2, 3]))
    expect([pages, pageOf('a')]).toEqual([0, undefined])
  })
})

describe('blank pages', () => {
  it('make every opener begin on a right-hand page, whatever the print before had, and nothing else', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(lengths, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (chapters, had) => {
        const ids = chapters.map((_, index) => `c${index}`)
        const layOut = (blanks: ReadonlySet<string>) => {
          let page = 3
          const at: Record<string, number> = {}
          for (const [index, id] of ids.entries()) {
            if (blanks.has(id)) page += 1
            at[id] = page
            page += chapters[index] ?? 1
          }
          return placesOf(page, at)
        }
        const before = new Set(ids.filter((_, index) => had[index]))
        const { blanks, places } = arrange(ids, layOut(before), before)
        const real = layOut(blanks)
        expect(ids.map(places.pageOf)).toEqual(ids.map(real.pageOf))
        expect(places.pages).toBe(real.pages)
        expect(ids.filter((id) => (real.pageOf(id) ?? 1) % 2 === 1)).toEqual([])
        // Each blank page is needed: without it its opener would stand on the left.
        expect(arrange(ids, real, blanks).blanks).toEqual(blanks)
      }),
    )
  })
})

describe('prints', () => {
  const line = (id: string) => `<a href="#${id}">${id}</a> <span class="page-number" data-page="${id}"></span>`
  const reference = (own: string, id: string) =>
    `<span class="page-reference" id="${own}" data-page="${id}" data-words="(page {page})"></span>`
  const document = (xhtml: string) => ({ ...sample, xhtml, pagination: { body: 'a' } })

  async function settle(xhtml: string, lay: (xhtml: string, prints: number) => Uint8Array) {
    const { report, diagnostics } = collect()
    const states: [string, boolean][] = []
    const settled = await printSettled(
      document(xhtml),
      async (state, tagged) => {
        states.push([state, tagged])
        return lay(state, states.length)
      },
      report,
    )
    return { ...settled, states, said: diagnostics().map(({ code, message }) => [code, message]) }
  }

  it('are one where there is nothing to fill in', async () => {
    const { states, said } = await settle('<p/>', () => print(1, {}))
    expect(states).toEqual([['<p/>', true]])
    expect(said).toEqual([])
  })

  it('are two where the second proves the first, which is not tagged', async () => {
    const { xhtml, states, said } = await settle(line('a') + line('b'), () => print(9, { a: 2, b: 7 }))
    expect(states.map(([, tagged]) => tagged)).toEqual([false, true])
    expect(xhtml).toBe(
      '<a href="#a">a</a> <span class="page-number" data-page="a">1</span><a href="#b">b</a> <span class="page-number" data-page="b">6</span>',
    )
    expect(said).toEqual([])
  })

  it('are three where the numbers move the text', async () => {
    const { xhtml, states, said } = await settle(line('a') + line('b'), (_, prints) =>
      print(9, { a: 2, b: prints === 1 ? 3 : 4 }),
    )
    expect(states).toHaveLength(3)
    expect(xhtml).toContain('data-page="b">3<')
    expect(said).toEqual([])
  })

  it('are four at the most, with a word about it', async () => {
    const { states, said } = await settle(line('a') + line('b'), (_, prints) => print(9, { a: 2, b: 2 + prints }))
    expect(states).toHaveLength(4)
    expect(said).toEqual([
      [
        'page-numbers-unsettled',
        'The page numbers in the text of the PDF did not settle in 4 prints; some may be wrong or missing.',
      ],
    ])
  })

  it('say so where a number is not found', async () => {
    const { said } = await settle(line('a'), () => print(1, {}))
    expect(said).toMatchObject([['page-numbers-unsettled', expect.stringContaining('in 2 prints')]])
  })

  it('show a reference to another page, and none to the same', async () => {
    const { xhtml } = await settle(reference('r', 'a') + reference('s', 'b'), () =>
      print(3, { a: 0, b: 1, r: 0, s: 0 }),
    )
    expect(xhtml.replace(/<[^>]*>/g, '')).toBe(' (page 2)')
  })

  it('keep a reference that would come and go', async () => {
    // Shown, it pushes itself to the page of its target; not shown, it falls back.
    const { xhtml, said } = await settle(reference('r', 'b'), (state, prints) =>
      print(3, { a: 0, b: 1, r: prints > 1 && state.includes('(page') ? 1 : 0 }),
    )
    expect(xhtml).toContain(' (page 2)')
    expect(said).toEqual([])
  })
})

describe('a document without what only the measuring needs', () => {
  it('is as it was', () => {
    expect(
      withoutPlaces('<p/>\n<div class="places" hidden="hidden"><a href="#a"></a><a href="#b"></a></div>\n</body>'),
    ).toBe('<p/>\n</body>')
  })
})

describe('the name of a pagination', () => {
  it('is a UUID of the printed document', () => {
    const name = editionOf('a', sample.metadata)
    expect(name).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(editionOf('a', sample.metadata)).toBe(name)
    expect(editionOf('b', sample.metadata)).not.toBe(name)
  })
})

describe('the text of a content stream', () => {
  const texts = new Map([...'abcdefghij'].map((letter, index) => [index, letter]))
  const resources = {
    fontOf: (name: string) => ({ digits: name === 'F2' ? 2 : 4, texts }),
    isImage: (name: string) => name === 'X1',
  }
  const pieces = (content: string) => piecesOf(content, resources)

  it('is what is tagged, in pieces', () => {
    expect(
      pieces(`BT /F1 9 Tf <0009> Tj ET /Artifact BMC BT <0008> Tj ET EMC
/P <</MCID 0 >>BDC BT /F1 11.5 Tf 1 0 0 -1 0 46 Tm <00000001> Tj 7 0 Td <0002> Tj ET BT /F2 11 Tf <0304> Tj ET EMC BT <09> Tj ET`),
    ).toEqual(['abc', 'de'])
  })

  it('is turned round where it runs from the right, and replaced where the glyphs do not say it', () => {
    expect(
      pieces(`/P <</MCID 1 >>BDC BT /F1 9 Tf /ReversedChars BMC <0000> Tj
/Span<</ActualText <FEFF0078007A> >> BDC <0005> Tj EMC <0001> Tj EMC ET EMC`),
    ).toEqual(['bxza'])
  })

  it('has the words of a right-to-left line in their order, whatever fonts they are in', () => {
    const at = '1 0 0 -1 30 46 Tm'
    expect(
      pieces(`/P <</MCID 1 >>BDC BT /ReversedChars BMC /F1 9 Tf ${at} <00010000> Tj EMC ET BT /F2 9 Tf ${at} <02> Tj ET
BT /ReversedChars BMC /F1 9 Tf ${at} <00040003> Tj EMC ET
BT 1 0 0 -1 30 60 Tm <0005> Tj ET BT 1 0 0 -1 30 60 Tm <0006> Tj ET EMC`),
    ).toEqual(['de', 'c', 'ab', 'f', 'g'])
  })

  it('has a mark for a tagged picture', () => {
    expect(pieces('/Figure <</MCID 2 >>BDC q /X1 Do Q EMC /X1 Do /P <</MCID 3>> BDC /X2 Do EMC')).toEqual(['\u{FFFC}'])
  })
})
