// Page numbers of whole books, held against what is printed on the pages: by the text of the PDF, as others read it.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'cheerio'
import { getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BuildOptions, type BuildResult, build } from '../../src/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { epubTexts } from '../support/epub.js'
import { readPdf } from '../support/pdf.js'

const example = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'sleep-and-light.json'), 'utf8'),
)
const post = Array.isArray(example) ? example[0] : example

/** A post of its own with the text of the example, and more of it where that is wanted. */
function copy(number: number, before = ''): Record<string, unknown> {
  return {
    ...post,
    id: number,
    slug: `copy-${number}`,
    link: `${post.link}${number}/`,
    title: { rendered: `Copy ${number}` },
    content: { rendered: `${before}${post.content.rendered}` },
  }
}

/** Sections enough for a contents of several pages, in a text that links about. */
function long(): Record<string, unknown> {
  const words =
    'The evening light moves the clock in the brain by an hour or more, and the morning light moves it back. '
  const sections = Array.from({ length: 70 }, (_, index) => {
    const to = ((index * 37) % 70) + 1
    return `<h2 id="s${index + 1}">Section number ${index + 1}, which has a title of some length that does not fit on one line</h2>
<p>Number ${index + 1} begins. ${words.repeat(4)}See <a href="#s${to}">another part</a>, and <a href="#s${to}">the same again</a>. Here is <a href="#s${index + 1}">this part</a>.</p>`
  })
  return { ...copy(1), content: { rendered: sections.join('\n') } }
}

const more = '<p>One more paragraph before all the others, so that the chapters are not equally long.</p>'

const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'leaky-gut.json')
const real = existsSync(shared) ? [JSON.parse(readFileSync(shared, 'utf8'))] : []
if (real.length === 0) console.info('the shared post is not here: its page numbers are not looked at')

const cases: Record<string, { readonly options: BuildOptions; readonly recto: boolean }> = {
  ...Object.fromEntries(
    real.map((input) => ['the shared post', { options: { input, offline: true }, recto: false }] as const),
  ),
  'the example': { options: { input: post }, recto: false },
  'a collection that opens on the right': {
    options: {
      input: Array.from({ length: 5 }, (_, index) => copy(index + 1, more.repeat(index * 8))),
      openers: 'recto',
    },
    recto: true,
  },
  'a long contents': { options: { input: long(), pageSize: '6x9' }, recto: false },
}

for (const [name, { options, recto }] of Object.entries(cases)) describe(name, () => whole(options, recto))

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function whole(options: BuildOptions, recto: boolean): void {
  let result: BuildResult
  let pages: readonly string[]
  let labels: readonly string[]
  let epub: Map<string, string>
  /** The pages, from 0, to which the first level of the outline leads. */
  let openers: readonly number[]
  const bytesOf = (format: string) => result.outputs.find((one) => one.format === format)?.bytes ?? new Uint8Array()

  beforeAll(async () => {
    result = await build(options)
    pages = (await readPdf(bytesOf('pdf'))).pages
    const pdf = await getDocumentProxy(new Uint8Array(bytesOf('pdf')))
    labels = (await pdf.getPageLabels()) ?? []
    const outline = (await pdf.getOutline()) ?? []
    openers = await Promise.all(outline.map((entry: { dest: unknown }) => pdf.getPageIndex((entry.dest as [never])[0])))
    await pdf.destroy()
    epub = epubTexts(bytesOf('epub'))
  })

  /** The folio is drawn at the foot, but before the text: it ends the running head. */
  const words = (page: string) => page.trim().split(/\s+/)
  const isText = (label: string) => /^\d+$/.test(label)

  it('says nothing of page numbers', () => {
    const codes = result.report.diagnostics.map(({ code }) => code).filter((code) => code.startsWith('page-'))
    expect(codes).toEqual([])
  })

  it('labels every page as it is printed', () => {
    expect(labels).toHaveLength(pages.length)
    const first = labels.indexOf('1')
    expect(first % 2).toBe(0)
    expect(labels.slice(0, 3)).toEqual(['Cover', 'Cover', 'i'])
    // The cover, the title page, blank pages and the colophon, which is last, bear none.
    for (const [index, label] of labels.slice(0, -1).entries()) {
      const page = pages[index] ?? ''
      if (index > 2 && page.trim() !== '') expect(words(page), `page ${index + 1}`).toContain(label)
    }
  })

  it('has the numbers of its pages in the contents', () => {
    const contents = pages.filter((_, index) => index > 2 && /^[ivxlc]+$/.test(labels[index] ?? '')).join(' ')
    const nav = load(epub.get('EPUB/nav.xhtml') ?? '')
    const titles = nav('#toc a')
      .toArray()
      .map((one) => nav(one).text())
    expect(titles.length).toBeGreaterThan(5)
    let rest = contents.replace(/\s+/g, '')
    for (const title of titles) {
      const wanted = title.replace(/\s+/g, '')
      const at = rest.indexOf(wanted)
      expect(at, title).toBeGreaterThanOrEqual(0)
      const number = /^\d+/.exec(rest.slice(at + wanted.length))?.[0] ?? ''
      // The next title may begin with a figure.
      const page = [...number]
        .map((_, index) => number.slice(0, index + 1))
        .find((label) => {
          return letters(pages[labels.indexOf(label)] ?? '').includes(letters(title))
        })
      expect(page, title).toBeDefined()
      rest = rest.slice(at + wanted.length)
    }
  })

  it.runIf(recto)('opens every chapter on a right-hand page, after a blank one where that is needed', () => {
    expect(openers).toHaveLength(5)
    expect(openers.filter((page) => page % 2 === 1)).toEqual([])
    expect(openers.some((page) => (pages[page - 1] ?? '').trim() === '')).toBe(true)
  })

  it('lists in the EPUB each page of the text, marked before the words with which the page begins', () => {
    const nav = load(epub.get('EPUB/nav.xhtml') ?? '')
    const targets = nav('#page-list a')
      .toArray()
      .map((one) => [nav(one).text(), nav(one).attr('href') ?? ''] as const)
    // An EPUB has no list of addresses, which may fill a page.
    const isShown = (page = '') => page.trim() !== '' && !/^.{0,40}Links\s+1\./s.test(page.trim())
    const expected = labels.slice(0, -1).filter((label, index) => isText(label) && isShown(pages[index]))
    expect(targets.map(([label]) => label)).toEqual(expected)
    for (const [label, href] of targets) {
      const [path = '', id = ''] = href.split('#')
      const document = epub.get(`EPUB/${path}`) ?? ''
      const mark = `<span epub:type="pagebreak" role="doc-pagebreak" id="${id}" aria-label="${label}"></span>`
      const after = document.slice(document.indexOf(mark) + mark.length)
      expect(document, href).toContain(mark)
      // Paper has the numbers of links beside the words.
      const figures = /\d+/g
      const text = letters(load(`<div>${after}</div>`)('div').text())
        .replace(figures, '')
        .slice(0, 20)
      const page = letters(pages[labels.indexOf(label)] ?? '').replace(figures, '')
      const at = page.indexOf(text)
      expect(at, `page ${label} begins with ${text}`).toBeGreaterThanOrEqual(0)
      // Before it stand the running head and the folio, and at the most the number of a list.
      expect(at, `page ${label}`).toBeLessThan(70)
    }
    const ncx = epub.get('EPUB/toc.ncx') ?? ''
    expect([...ncx.matchAll(/<pageTarget id="page-target-(\d+)"/g)].map(([, label]) => label)).toEqual(expected)
    const packageDocument = epub.get('EPUB/package.opf') ?? ''
    const source = /<dc:source id="pagination">(urn:uuid:[^<]+)<\/dc:source>/.exec(packageDocument)?.[1] ?? 'none'
    expect(Buffer.from(bytesOf('pdf')).toString('latin1')).toContain(`<xmpMM:DocumentID>${source}</xmpMM:DocumentID>`)
    expect(packageDocument).toContain('<meta property="schema:accessibilityFeature">pageNavigation</meta>')
  })

  it.skipIf(!hasJava)('has nothing that EPUBCheck finds', async () => {
    expect(await javaEpubcheck([{ name: 'book.epub', bytes: bytesOf('epub') }])).toEqual([])
  })
}

describe('references to pages', () => {
  it('name the page once, and only another one', async () => {
    const { outputs } = await build({ input: long(), format: ['pdf'] })
    const { pages } = await readPdf(outputs[0]?.bytes ?? new Uint8Array())
    const text = pages.join(' ').replace(/\s+/g, ' ')
    const references = [
      ...text.matchAll(
        /See another part( \(page (\d+)\))?, and the same again( \(page)?\. Here is this part( \(page)?/g,
      ),
    ]
    expect(references).toHaveLength(70)
    expect(references.filter(([, , , again, own]) => again !== undefined || own !== undefined)).toEqual([])
    expect(references.filter(([, shown]) => shown !== undefined).length).toBeGreaterThan(55)
    const first = pages.findIndex((page) => page.includes('Number 1 begins'))
    for (const [index, [, , number]] of references.entries()) {
      const to = `Number ${((index * 37) % 70) + 1} begins`
      const page = pages.findIndex((one) => one.replace(/\s+/g, ' ').includes(to))
      if (number !== undefined) expect([page - first, page - first + 1], to).toContain(Number(number))
    }
  })

  it.each([
    ['de', /Siehe unten \(S\. \d\)\./],
    ['hr', /Siehe unten \(\d\)\./],
  ])(
    'have the words of the language, none where they are not known, and are not after notes: %s',
    async (lang, said) => {
      const body = `<p>Siehe <a href="#z">unten</a>.<sup data-fn="n1" class="fn"><a href="#n1" id="n1-link">1</a></sup></p>${'<p>Ein langer Absatz, der die Seite füllt und noch etwas mehr.</p>'.repeat(60)}<h2 id="z">Unten</h2><p>Da.</p><ol class="wp-block-footnotes"><li id="n1">Eine Note. <a href="#n1-link">↩</a></li></ol>`
      const { outputs } = await build({ input: { ...copy(1), content: { rendered: body } }, lang, format: ['pdf'] })
      const text = (await readPdf(outputs[0]?.bytes ?? new Uint8Array())).pages.join(' ').replace(/\s+/g, ' ')
      expect(text).toMatch(said)
      expect([...text.matchAll(/\((?:S\. )?\d+\)/g)]).toHaveLength(1)
    },
  )
})

describe('the same input', () => {
  it('gives the same bytes', async () => {
    const [one, other] = [
      await build({ input: long(), openers: 'recto' }),
      await build({ input: long(), openers: 'recto' }),
    ]
    expect(other.outputs.map(({ sha256 }) => sha256)).toEqual(one.outputs.map(({ sha256 }) => sha256))
  })

  it('gives an EPUB alone no page list', async () => {
    const { outputs } = await build({ input: post, format: ['epub'] })
    const epub = epubTexts(outputs[0]?.bytes ?? new Uint8Array())
    expect([...epub.values()].join('')).not.toMatch(/page-list|pagebreak|pagination|pageList/i)
  })
})
