import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesOfTar } from '../../src/pdf/browser/tar.js'
import { alignTitles } from '../../src/pdf/finish/align.js'
import { pdfDate } from '../../src/pdf/finish/dates.js'
import { fontCoverage, printedName } from '../../src/pdf/glyphs/coverage.js'
import { answerTo } from '../../src/pdf/page/answers.js'
import { plainText, visibleText } from '../../src/pdf/page/text.js'
import { sample } from './sample.js'

describe('titles and headings', () => {
  const title = fc.stringMatching(/^[a-zå-ö]{1,6}( [a-z&]{1,6}){0,4}$/)

  it('belong together one to one where there are as many', () => {
    fc.assert(
      fc.property(fc.array(title), (headings) => {
        expect(
          alignTitles(
            headings,
            headings.map(() => '?'),
          ),
        ).toEqual(headings.map((_, index) => index))
      }),
    )
  })

  it('are found with spaces lost, doubled, and with headings left out', () => {
    const printing = fc.record({ text: title, kept: fc.boolean(), doubled: fc.boolean(), spaced: fc.boolean() })
    fc.assert(
      fc.property(
        fc.uniqueArray(printing, { minLength: 1, selector: ({ text }) => text.replace(/\s/g, '') }),
        (all) => {
          const kept = all.filter((one) => one.kept)
          const printed = kept.map(({ text, doubled, spaced }) => {
            const shown = spaced ? text : text.replaceAll(' ', '')
            return doubled ? shown + shown : shown
          })
          const found = alignTitles(
            all.map(({ text }) => text),
            [...printed, 'one more', 'and more'],
          )
          // With as many titles as headings, the order decides; every other case is decided by the letters.
          if (printed.length + 2 === all.length) return
          expect(found.filter((index) => index !== undefined).length).toBeGreaterThanOrEqual(Math.min(1, kept.length))
          for (const [at, index] of found.entries()) {
            const wanted = all[at]?.text.replaceAll(' ', '') ?? ''
            if (index !== undefined)
              expect([wanted, wanted + wanted]).toContain((printed[index] ?? '').replaceAll(' ', ''))
          }
        },
      ),
    )
  })

  it('miss no other for one that was not printed', () => {
    expect(alignTitles(['A b', 'C', 'D'], ['Ab', 'D', 'x', 'y'])).toEqual([0, undefined, 1])
  })
})

describe('dates', () => {
  it.each([
    ['2026-01-25T10:54:00+01:00', "D:20260125105400+01'00'"],
    ['2026-01-25T10:54:09Z', 'D:20260125105409Z'],
    ['2026-01-25T10:54:09.123-0330', "D:20260125105409-03'30'"],
    ['2026-01-25T10:54', 'D:20260125105400Z'],
    ['yesterday', undefined],
  ])('%s is %s', (timestamp, expected) => {
    expect(pdfDate(timestamp)).toBe(expected)
  })
})

describe('text', () => {
  it('resolves references and drops tags and comments', () => {
    expect(plainText('<b>a&amp;lt;</b> <!-- <p> -->&#x1F600;&#233;\n c&unknown;')).toBe('a&lt; 😀é c&unknown;')
  })

  it('is that of the body, without styles', () => {
    expect(visibleText('<html><head><title>no</title></head><body><style>p{}</style><p>yes</p></body></html>')).toBe(
      'yes',
    )
  })

  it('comes back from any text that was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        expect(plainText(escaped)).toBe(text.replace(/\s+/g, ' ').trim())
      }),
    )
  })
})

describe('what the page may ask for', () => {
  const host = 'https://book.offprint.invalid'

  it('is the document, with its policy', async () => {
    const answer = await answerTo(`${host}/book.xhtml`, { xhtml: '<html/>', assets: [] })
    expect(answer).toMatchObject({ status: 200, contentType: 'application/xhtml+xml; charset=utf-8', body: '<html/>' })
    expect(answer?.headers['Content-Security-Policy']).toMatch(/^sandbox; default-src 'none'; /)
  })

  it('is a picture of the book, in its copy for paper where it has one', async () => {
    const raster = { bytes: new Uint8Array([1]), width: 1, height: 1 }
    const small = { ...raster, id: 'a', mediaType: 'image/png', path: 'images/a.png' } as const
    const large = { ...small, path: 'images/b.png', print: { ...raster, bytes: new Uint8Array([2]) } }
    const ask = (name: string) => answerTo(`${host}/images/${name}`, { xhtml: '', assets: [small, large] })
    expect(await ask('a.png')).toEqual({ status: 200, contentType: 'image/png', headers: {}, body: small.bytes })
    expect((await ask('b.png'))?.body).toEqual(large.print.bytes)
    expect(await ask('c.png')).toBeUndefined()
  })

  it('is a font and its style sheet', async () => {
    expect((await answerTo(`${host}/fonts/eb-garamond/400.css`, { xhtml: '', assets: [] }))?.contentType).toBe(
      'text/css; charset=utf-8',
    )
    const font = await answerTo(`${host}/fonts/eb-garamond/files/eb-garamond-latin-400-normal.woff2`, {
      xhtml: '',
      assets: [],
    })
    expect(Buffer.from(font?.body ?? '').toString('latin1', 0, 4)).toBe('wOF2')
  })

  it.each([
    `${host}/`,
    `${host}/book.xhtml?x`,
    `${host}/fonts/eb-garamond/package.json`,
    `${host}/fonts/eb-garamond/../400.css`,
    `${host}/fonts/eb-garamond/files/..%2f400.css`,
    `${host}/fonts/no-such-font/400.css`,
    `${host}.example.org/fonts/eb-garamond/400.css`,
    'http://book.offprint.invalid/book.xhtml',
    'https://example.org/fonts/eb-garamond/400.css',
    'file:///etc/passwd',
    'data:text/css,p{}',
  ])('is not %s', async (address) => {
    expect(await answerTo(address, { xhtml: '', assets: [] })).toBeUndefined()
  })
})

describe('the coverage of the linked fonts', () => {
  it('is what their ranges ask for and their files have', async () => {
    const { covers, faces } = await fontCoverage(sample.xhtml)
    expect([...new Set(faces.map(printedName))]).toEqual(['EBGaramond'])
    expect([...'aéßœŁΩЖ’—€†½'].filter((character) => !covers(character))).toEqual([])
    // The range of the Latin subset holds the last two, its files do not.
    expect([...'日✅ا→‡‰'].filter(covers)).toEqual([])
  })

  it('is nothing where none is linked, and where the package is not there', async () => {
    expect((await fontCoverage('<html/>')).covers('a')).toBe(false)
    expect((await fontCoverage('<link href="fonts/no-such-font/400.css"/>')).faces).toEqual([])
  })
})

describe('reading a tar archive', () => {
  it('gives plain files, and none outside the folder', () => {
    const archive = Buffer.concat([
      ...entry('lib/a', '0', 'first'),
      ...entry('lib/', '5', ''),
      ...entry('../b', '0', 'no'),
      ...entry('/c', '0', 'no'),
      ...entry('d', '0', 'x'.repeat(600)),
      Buffer.alloc(1024),
    ])
    expect(filesOfTar(archive).map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['lib/a', 5],
      ['d', 600],
    ])
  })

  function entry(name: string, type: string, content: string): Buffer[] {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(content.length.toString(8).padStart(11, '0'), 124)
    header.write(type, 156)
    return [header, Buffer.concat([Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)])]
  }
})
