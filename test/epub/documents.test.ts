// What every content document of a book holds to, looked at in books with a block of every kind.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { readEntry, readZip } from '../../src/check/zip.js'
import { packEpub } from '../../src/epub/index.js'
import type { BuildResult } from '../../src/index.js'
import { build } from '../../src/index.js'
import type { SourceHtml } from '../../src/model.js'
import { renderEpub } from '../../src/render/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { photo } from '../images/pictures.js'
import { article, collection } from '../render/book-fixture.js'
import { load } from '../render/check-documents.js'
import { hostile, rightToLeft, withIntroduction } from '../render/other-books.js'
import { epubTexts } from '../support/epub.js'
import { bookOf, postOf } from '../support/posts.js'
import { buildEpub, everyBlock } from './every-block.js'

/** EPUB Structural Semantics 1.1 and the role of DPUB-ARIA 1.1 that says the same; the others have none. */
const roles: Readonly<Record<string, string | undefined>> = {
  chapter: 'doc-chapter',
  colophon: 'doc-colophon',
  footnote: 'doc-footnote',
  introduction: 'doc-introduction',
  noteref: 'doc-noteref',
  qna: 'doc-qna',
  subtitle: 'doc-subtitle',
  toc: 'doc-toc',
  bodymatter: undefined,
  cover: undefined,
  footnotes: undefined,
  landmarks: undefined,
  titlepage: undefined,
}

let english: BuildResult
let arabic: BuildResult
/** The documents of all books, each with the name of its book. */
const documents: [name: string, $: CheerioAPI][] = []
const add = (book: string, texts: ReadonlyMap<string, string>) => {
  for (const [path, text] of texts) if (path.endsWith('.xhtml')) documents.push([`${book}: ${path}`, load(text)])
}
const bytesOf = ({ outputs }: BuildResult) => outputs[0]?.bytes ?? new Uint8Array()

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'normalize')

beforeAll(async () => {
  english = await buildEpub({ input: everyBlock('en') })
  arabic = await buildEpub({ input: everyBlock('ar') })
  add('every block', epubTexts(bytesOf(english)))
  add('every block in Arabic', epubTexts(bytesOf(arabic)))
  const rendered = { article, collection, withIntroduction, rightToLeft, hostile }
  for (const [name, book] of Object.entries(rendered)) add(name, epubTexts(await packEpub(renderEpub(book))))
  const names = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'content.html')))
  const posts = names.map((name) =>
    postOf(readFileSync(join(fixtures, name, 'content.html'), 'utf8'), {
      url: `https://press.example/${name}/`,
      title: name as SourceHtml,
    }),
  )
  add('fixtures', epubTexts(await packEpub(renderEpub(await bookOf(posts)))))
})

/** What the selector finds in all documents, each with the place. */
const found = (selector: string) =>
  documents.flatMap(([name, $]) =>
    $(selector)
      .toArray()
      .map((one) => ({ name, one: one as Element })),
  )

describe('the documents of all books', () => {
  it('name a role beside each epub:type that has one, and no role alone', () => {
    const typed = found('body [epub\\:type]')
    expect(typed.length).toBeGreaterThan(300)
    const wrong = typed
      .filter(({ one }) => !isLandmark(one))
      .filter(({ one }) => roles[one.attribs['epub:type'] ?? ''] !== one.attribs.role)
    expect(wrong.map(({ name, one }) => `${name}: ${one.attribs['epub:type']} ${one.attribs.role}`)).toEqual([])
    expect(
      [...new Set(typed.map(({ one }) => one.attribs['epub:type'] ?? ''))].filter((type) => !(type in roles)),
    ).toEqual([])
    const bare = found('body [role]:not([epub\\:type])').map(({ one }) => one.attribs.role)
    // The type `toc` is for the nav document alone; a page of contents in the text has the role.
    expect([...new Set(bare)].sort()).toEqual(['doc-backlink', 'doc-cover', 'doc-toc'])
  })

  it('hold no script, no form, no frame and no handler of events', () => {
    const active =
      'script, form, input, button, select, textarea, iframe, frame, object, embed, audio, video, canvas, style'
    expect(found(active).map(({ name, one }) => `${name}: ${one.name}`)).toEqual([])
    const attributes = found('*').flatMap(({ name, one }) => Object.keys(one.attribs).map((key) => `${name}: ${key}`))
    expect(attributes.length).toBeGreaterThan(5000)
    expect(attributes.filter((key) => /: (on\w+|style|srcdoc|formaction)$/.test(key))).toEqual([])
    const schemes = found('[href], [src]').map(
      ({ one }) => /^([a-z][\w+.-]*):/i.exec(one.attribs.href ?? one.attribs.src ?? '')?.[1],
    )
    expect([...new Set(schemes)].filter((scheme) => scheme !== undefined).sort()).toEqual([
      'http',
      'https',
      'mailto',
      'tel',
    ])
  })

  it('have an alt on every picture', () => {
    const pictures = found('img')
    expect(pictures.length).toBeGreaterThan(5)
    expect(pictures.filter(({ one }) => one.attribs.alt === undefined)).toEqual([])
  })
})

/** The links of the landmarks say by the type what they lead to. */
function isLandmark(one: Element): boolean {
  return (one.parent?.parent?.parent as Element | null)?.attribs?.['epub:type'] === 'landmarks'
}

const chapters = (result: BuildResult) =>
  [...epubTexts(bytesOf(result))].filter(([path]) => path.includes('/text/') && !path.endsWith('/cover.xhtml'))
const whole = (result: BuildResult) =>
  load(
    `<all>${chapters(result)
      .map(([, text]) => text.replace(/^<\?xml.*?<body>/s, '').replace(/<\/body>.*$/s, ''))
      .join('')}</all>`,
  )

describe('alternative texts', () => {
  it('stay as the post says them, empty ones too; one that is missing is warned of and not made up', async () => {
    const alts = whole(english)('img')
      .toArray()
      .map(({ attribs }) => attribs.alt)
    expect(alts).toEqual(['A loaf on a board', 'One', '', 'The shop', 'A crumb'])
    const codes = ({ report }: BuildResult) => report.diagnostics.map(({ code }) => code)
    expect(codes(english)).toEqual(['table-wide', 'table-wide'])
    const post = { ...everyBlock('en'), content: { rendered: '<p><img src="https://press.example/a.jpg"/></p>' } }
    const silent = await buildEpub({ input: post })
    expect(codes(silent)).toEqual(['image-alt-missing'])
    expect(whole(silent)('img').attr('alt')).toBe('')
  })
})

describe('tables', () => {
  it('keep header cells, scopes, captions and spans; a wide one is told of, and bears its headers in each cell', () => {
    const $ = whole(english)
    const [first, wide, week] = $('table').toArray()
    const heads = (table: typeof first) =>
      $(table)
        .find('th')
        .toArray()
        .map((cell) => `${$(cell).text()} (${cell.attribs.scope})`)
    expect(heads(first)).toEqual(['Flour (col)', 'Protein (col)', 'Water (col)', 'Wheat (row)', 'Rye (row)'])
    expect(heads(wide).slice(0, 2)).toEqual(['Grain (col)', 'Origin (col)'])
    expect(
      $(wide)
        .find('tbody tr')
        .first()
        .children()
        .toArray()
        .map((cell) => `${cell.attribs['data-label'] ?? ''}: ${$(cell).text()}`),
    ).toEqual([
      'Grain: Spring wheat',
      'Origin: Manitoba',
      'Harvested: September 2025',
      'Protein: 13.5 %',
      'Ash: 0.55 %',
      'Falling number: 320 s',
      'Good for: Tall loaves, bagels and anything that is pulled',
    ])
    expect([first, wide, week].map((table) => table?.attribs.class)).toEqual([undefined, 'wide linear', 'wide'])
    expect($(week).find('[rowspan="2"]').text()).toBe('Week')
    expect(english.report.diagnostics.map(({ message }) => message)).toEqual([
      'A table has 7 columns, too many for a small screen, which shows it as a list, row by row.',
      'A table has 6 columns, too many for a small screen, which shows it smaller.',
    ])
  })
})

describe('lists', () => {
  it('have room for numbers of many figures', () => {
    const $ = whole(english)
    expect(
      $('ol')
        .toArray()
        .map(({ attribs }) => [attribs.start, attribs.type, attribs.class]),
    ).toEqual([
      [undefined, undefined, undefined],
      ['98', undefined, 'numbers-3'],
      [undefined, 'I', 'numbers-3'],
    ])
  })
})

describe('code in a text that runs from the right', () => {
  it('has a direction of its own', () => {
    expect(
      whole(arabic)('pre')
        .toArray()
        .map(({ attribs }) => attribs.dir),
    ).toEqual(['ltr'])
    expect(
      whole(english)('pre')
        .toArray()
        .map(({ attribs }) => attribs.dir),
    ).toEqual([undefined, undefined])
  })
})

describe('pictures', () => {
  const files = (result: BuildResult) =>
    readZip(bytesOf(result)).filter(({ name }) => /\/images\/(?!cover\.)/.test(name))

  it('are JPEG or PNG, in RGB or grey, within 1600 pixels of width and 3.8 million in all', async () => {
    const huge = await photo(2600, 2400).jpeg({ quality: 20 }).toBuffer()
    const inks = await sharp(huge).resize(300).toColourspace('cmyk').jpeg().toBuffer()
    expect((await sharp(inks).metadata()).space).toBe('cmyk')
    const sources: Record<string, Buffer> = {
      'huge.jpg': huge,
      'inks.jpg': inks,
      'new.webp': await photo(200, 100).webp().toBuffer(),
      'deep.png': await photo(200, 100).toColourspace('rgb16').png().toBuffer(),
    }
    const content = Object.keys(sources)
      .map((name) => `<p><img alt="" src="https://press.example/${name}"/></p>`)
      .join('')
    const fetchBytes = async (url: string) => sources[url.slice(url.lastIndexOf('/') + 1)] ?? Buffer.alloc(0)
    const result = await build(
      { input: { ...everyBlock('en'), content: { rendered: content } }, format: ['epub'] },
      { fetchBytes },
    )
    expect(files(result)).toHaveLength(4)
    for (const entry of files(result)) {
      const { format, space, width, height } = await sharp(readEntry(bytesOf(result), entry)).metadata()
      expect(['jpeg', 'png'], entry.name).toContain(format)
      expect(['srgb', 'b-w'], entry.name).toContain(space)
      expect(width, entry.name).toBeLessThanOrEqual(1600)
      expect(width * height, entry.name).toBeLessThanOrEqual(3_800_000)
      expect(entry.size, entry.name).toBeLessThanOrEqual(5_000_000)
    }
  })
})

describe('a book for Send to Kindle', () => {
  it('has plain language tags, no comments, no CSS variables, and documents of less than 10 MB', () => {
    for (const result of [english, arabic]) {
      const texts = epubTexts(bytesOf(result))
      const opf = load(texts.get('EPUB/package.opf') ?? '')
      expect(opf('dc\\:language').text()).toMatch(/^(en|ar)$/)
      for (const [path, text] of texts) {
        if (path.endsWith('.xhtml')) expect(text, path).not.toContain('<!--')
        if (path.endsWith('.css')) expect(text, path).not.toMatch(/--[a-z]+\s*:|var\(/)
        expect(text.length, path).toBeLessThan(10_000_000)
      }
      expect(bytesOf(result).length).toBeLessThan(50_000_000)
    }
  })
})

describe('the README', () => {
  it('tells of Kobo’s own ending', () => {
    expect(readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8').includes('.kepub.epub')).toBe(true)
  })
})

it.skipIf(!hasJava)('EPUBCheck 5.3.0 has nothing to say of every block (skipped without Java)', async () => {
  const books = [english, arabic].map((result, index) => ({ name: `${index}.epub`, bytes: bytesOf(result) }))
  expect(await javaEpubcheck(books)).toEqual([])
})
