// The pages of the PDF in the text of the EPUB.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import type { PageMap } from '../../src/model.js'
import { lettersOf, placedLetters } from '../../src/render/letters.js'
import { markPages } from '../../src/render/page-list.js'
import { pageStarts } from '../../src/render/page-starts.js'

const word = fc.stringMatching(/^[a-zåäö]{2,9}$/)

describe('the letters of markup', () => {
  it('are those of its text, each with its place', () => {
    const markup = '<p title="no">É&amp;o&#x66;<!-- no -->  ﬁ\u{AD}x <img src="a"/></p>'
    const { letters, offsets } = placedLetters(markup, 0, markup.length)
    expect(letters).toBe('eoffix\u{FFFC}')
    expect(offsets.map((offset) => markup[offset])).toEqual(['É', 'o', '&', 'ﬁ', 'ﬁ', 'x', '<'])
  })

  it('have nothing for a picture that only adorns: no page has it in its text', () => {
    const markup = '<p><img src="a" alt=""/><img src="b" alt="b"/></p>'
    expect(placedLetters(markup, 0, markup.length).letters).toBe('\u{FFFC}')
  })

  it('are as many as they have places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const markup = text.replace(/[<>&]/g, '')
        const { letters, offsets } = placedLetters(markup, 0, markup.length)
        expect(offsets).toHaveLength(letters.length)
      }),
    )
  })
})

describe('the beginnings of pages', () => {
  const lines = fc.array(fc.array(word, { minLength: 6, maxLength: 9 }), { minLength: 4, maxLength: 60 })

  it('are found wherever the pages break between lines', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 2, max: 9 }), (all, size) => {
        const texts = all.map((words) => words.join(' '))
        const pages = texts.flatMap((_, at) => (at % size === 0 ? [texts.slice(at, at + size)] : []))
        const expected = pages.map((_, index) => lettersOf(texts.slice(0, index * size).join('')).length)
        expect(pageStarts(lettersOf(texts.join('')), pages)).toEqual(expected)
      }),
    )
  })

  const first = 'the light of the morning sets the clock in the brain'
  const second = 'and the dark of the evening lets it go to sleep at last'
  const third = 'so draw the curtains early and put the lamps out late'
  const all = lettersOf(first + second + third)

  it('are found past what the text lacks', () => {
    const head = ['Hour', 'Lux']
    const pages = [[first], [...head, '1.', second, third]]
    expect(pageStarts(all, pages)).toEqual([0, lettersOf(first).length])
  })

  it('are found inside a word that is broken', () => {
    expect(
      pageStarts(all, [
        [first, `${second.slice(0, 20)}-`],
        [second.slice(20), third],
      ]),
    ).toEqual([0, lettersOf(first + second.slice(0, 20)).length])
  })

  it('are not made up', () => {
    expect(
      pageStarts(all, [[first], ['nothing of the kind stands there'], ['nor is there anything like this'], [third]]),
    ).toEqual([0, lettersOf(first).length, undefined, lettersOf(first + second).length])
  })
})

describe('page breaks', () => {
  const document = (body: string, name = 'one') => ({
    path: `text/${name}.xhtml`,
    content: `<html><head><title>no</title></head><body>${body}</body></html>`,
  })
  const map = (texts: string[][], change: Partial<PageMap> = {}): PageMap => ({
    identifier: 'urn:uuid:0',
    pages: texts.length,
    labels: texts.map((_, index) => String(index + 1)),
    pageOf: () => undefined,
    body: { first: 0, last: texts.length },
    texts,
    ...change,
  })
  function mark(documents: ReturnType<typeof document>[], pages: PageMap, skipped?: RegExp) {
    const { report, diagnostics } = collect()
    const { documents: marked, targets } = markPages(documents, pages, skipped, report)
    const shown = marked.map(({ content }) =>
      content
        .replace(/<span epub:type="pagebreak" role="doc-pagebreak" id="([^"]*)" aria-label="[^"]*"><\/span>/g, '[$1]')
        .replace(/^.*<body>|<\/body>.*$/g, ''),
    )
    return { shown, targets, said: diagnostics().map(({ message }) => message) }
  }
  const long = 'words enough to be certain of the place, and then some more'

  it('stand before the words, and before headings and links, which stay whole', () => {
    const { shown, targets, said } = mark(
      [
        document(`<h1>One</h1><p>${long}. A “quoted end. See <a href="#x">the ${long}</a></p>`),
        document(`<section><h1>Two <em>${long}</em></h1></section>`, 'two'),
      ],
      map([['One', `${long}.`, 'A '], ['“quoted end. See the', long], [`Two ${long}`]]),
    )
    expect(shown).toEqual([
      `[page-1]<h1>One</h1><p>${long}. A [page-2]“quoted end. See <a href="#x">the ${long}</a></p>`,
      `<section>[page-3]<h1>Two <em>${long}</em></h1></section>`,
    ])
    expect(targets).toEqual([
      { label: '1', href: 'text/one.xhtml#page-1' },
      { label: '2', href: 'text/one.xhtml#page-2' },
      { label: '3', href: 'text/two.xhtml#page-3' },
    ])
    expect(said).toEqual([])
  })

  it('stand before the word in which a page begins, the link and the picture', () => {
    const { shown } = mark(
      [
        document(
          `<p>${long} pagination</p><p>see <a href="#x">a link that is long enough</a></p><p><img src="a"/></p><p>${long}</p>`,
        ),
      ],
      map([[`${long} pagi-`], ['nation', 'see a link'], ['that is long enough'], ['\u{FFFC}', long]]),
    )
    expect(shown).toEqual([
      `[page-1]`.replace(/^/, '<p>') +
        `${long} [page-2]pagination</p><p>see [page-3]<a href="#x">a link that is long enough</a></p><p>[page-4]<img src="a"/></p><p>${long}</p>`,
    ])
  })

  it('stand between the characters of a script without spaces, brackets and all', () => {
    const text =
      '朝の光は体内時計を合わせ、夕方の光はそれを遅らせる。「早く寝る」ことが大切だという人は多いが、実際には光が先である。'
    const at = text.indexOf('「')
    const { shown } = mark([document(`<p>${text}</p>`)], map([[text.slice(0, at)], [text.slice(at)]]))
    expect(shown).toEqual([`<p>[page-1]${text.slice(0, at)}[page-2]${text.slice(at)}</p>`])
  })

  it('keep clear of ids of the post, of blank pages, and of what stands elsewhere', () => {
    const { shown, said } = mark(
      [
        document(`<p id="page-9">${long}</p><section class="notes"><p>a note</p></section>`),
        document('<p>the end of it all</p>', 'two'),
      ],
      map([[long], [], ['the end of it all'], ['a note']], { body: { first: 0, last: 3 } }),
      /<section class="notes"/,
    )
    expect(shown).toEqual([
      `<p id="page-9">[pdf-page-1]${long}</p><section class="notes"><p>a note</p></section>`,
      '<p>[pdf-page-3]the end of it all</p>',
    ])
    expect(said).toEqual([])
  })

  it('that are not found are named', () => {
    const pages = map([[long], ['something else that is nowhere'], ['and something else again'], [long]])
    const { said } = mark([document(`<p>${long}</p>`)], pages)
    expect(said).toEqual([
      'The beginnings of 3 pages of the PDF (2, 3, 4) were not found in the EPUB, whose page list lacks them.',
    ])
  })
})
