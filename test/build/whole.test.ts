// Whole books: the bundled example, and the real post when it is there.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'cheerio'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BuildResult, build } from '../../src/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { epubTexts } from '../support/epub.js'
import { type PdfEntry, readPdf } from '../support/pdf.js'
import { missingWords, wordsOf, wordsOfMarkup } from '../support/words.js'

const root = join(import.meta.dirname, '..', '..')
const real = join(root, '..', 'shared', 'data', 'leaky-gut.json')

interface Expected {
  readonly input: string
  /** The sections of the true outline, each with the number of sections or questions below it. */
  readonly below: readonly number[]
  readonly promoted: number
  readonly questions: number
  /** Notes and warnings, exactly. */
  readonly codes: readonly string[]
}

const cases: Record<string, Expected> = {
  'the example': {
    input: join(root, 'examples', 'sleep-and-light.json'),
    below: [0, 3, 4, 3, 5, 0, 5],
    promoted: 5,
    questions: 5,
    codes: ['author-unknown', 'shop-links-shortened'],
  },
  'the real post': {
    input: real,
    below: [0, 3, 4, 3, 5, 0, 5],
    promoted: 5,
    questions: 5,
    // Its picture is on its site, and no test goes there.
    codes: ['author-unknown', 'picture-left-out', 'shop-links-shortened'],
  },
}

const fetchBytes = async () => {
  throw new Error('no test fetches')
}

for (const [name, expected] of Object.entries(cases)) {
  describe.skipIf(!existsSync(expected.input))(`${name} (skipped where its file is not)`, () => whole(expected))
}

function whole({ input, below, promoted, questions, codes }: Expected): void {
  const post = existsSync(input) ? JSON.parse(readFileSync(input, 'utf8')) : undefined
  let result: BuildResult
  let epub: Map<string, string>
  let pdf: Awaited<ReturnType<typeof readPdf>>
  const bytesOf = (format: string) => result.outputs.find((one) => one.format === format)?.bytes ?? new Uint8Array()

  beforeAll(async () => {
    result = await build({ input }, { fetchBytes })
    epub = epubTexts(bytesOf('epub'))
    pdf = await readPdf(bytesOf('pdf'))
  })

  const documents = () => [...epub].filter(([path]) => path.endsWith('.xhtml'))

  it('is rebuilt to its true outline, and says so', () => {
    const [outline] = result.report.outline
    expect(outline).toMatchObject({ reason: 'source-offsets', promoted, demoted: 0, dropped: 1 })
    expect(outline?.before.filter(({ level }) => level === 2).length).toBeLessThan(below.length)
    expect(outline?.after.filter(({ level }) => level === 2)).toHaveLength(below.length)
    expect(outline?.after.filter(({ level }) => level === 3)).toHaveLength(below.reduce((sum, count) => sum + count, 0))
    // A browser run by root says that it has no sandbox; that is of the machine, not of the book.
    expect(result.report.diagnostics.map(({ code }) => code).filter((code) => code !== 'sandbox-off')).toEqual(codes)
  })

  it('has the outline in its nav document', () => {
    const $ = load(epub.get('EPUB/nav.xhtml') ?? '', { xml: true })
    const chapters = $('nav[role="doc-toc"] > ol > li').toArray()
    const inBody = chapters.filter((item) => /(chapter|faq)/.test($(item).children('a').attr('href') ?? ''))
    expect(inBody.map((item) => $(item).find('> ol > li').length)).toEqual(below)
  })

  it('has its questions in one document, without numbers', () => {
    const found = documents().filter(([, xhtml]) => xhtml.includes('epub:type="qna"'))
    expect(found).toHaveLength(1)
    const $ = load(found[0]?.[1] ?? '', { xml: true })
    const asked = $('h2')
      .toArray()
      .map((heading) => $(heading).text())
    expect(asked).toEqual(result.report.faq[0]?.questions)
    expect(asked).toHaveLength(questions)
    expect(asked.filter((question) => /^\s*\d/.test(question))).toEqual([])
  })

  it('holds nothing of the paste’s markup', () => {
    expect([...epub.values()].filter((text) => /data-start|data-end|style=/.test(text))).toEqual([])
  })

  it('holds every visible word of the post in both books', () => {
    const numbers = result.report.losses.find(({ what }) => what === 'number of a question')?.count ?? 0
    const all = [...wordsOfMarkup(post.title.rendered), ...wordsOfMarkup(post.content.rendered)]
    // In print the outline's own numbers would hide a loss: the contents page is left out.
    const printed = pdf.pages.filter((_, index) => index !== 3).join(' ')
    // A hyphen at the end of a line is the printer's or the author's, and a figure after a word the number of its link
    // or its own: such words count in both readings.
    const inPdf = missingWords(
      all,
      wordsOf(
        printed
          .replace(/([\p{L}\p{N}]+)-\s+(\p{L}+)/gu, '$1$2 $1 $2')
          .replace(/(\p{L}+)(\d{1,2})(?![\p{L}\d])/gu, '$1$2 $1'),
      ),
    )
    const inEpub = missingWords(
      all,
      documents()
        .filter(([path]) => !path.includes('nav'))
        .flatMap(([, xhtml]) => wordsOfMarkup(xhtml)),
    )
    expect(inEpub.filter((word) => !/^\d$/.test(word))).toEqual([])
    expect(inPdf.filter((word) => !/^\d$/.test(word))).toEqual([])
    expect(inEpub.length).toBeLessThanOrEqual(numbers)
  })

  it('has a PDF with title, language, tags and the same outline', () => {
    const shape = (entry: PdfEntry) => entry.items.length
    expect(pdf.outline.map(shape)).toEqual(below)
    const titles = (entries: readonly PdfEntry[]): string[] =>
      entries.flatMap(({ title, items }) => [title, ...titles(items)])
    const asked = new Set(result.report.faq.flatMap((faq) => faq.questions))
    const stripped = result.report.outline[0]?.after.map(
      ({ text }) => [...asked].find((question) => text.endsWith(question)) ?? text,
    )
    expect(titles(pdf.outline)).toEqual(stripped)
    expect(pdf.info).toMatchObject({ Title: wordsTitle(post.title.rendered), Language: 'en' })
    expect(pdf.isTagged).toBe(true)
  })

  it.skipIf(!hasJava)('has nothing for EPUBCheck 5.3.0 to say (skipped without Java)', async () => {
    expect(await javaEpubcheck([{ name: 'book.epub', bytes: bytesOf('epub') }])).toEqual([])
  })

  it('comes out the same byte for byte, also in another time zone', async () => {
    const zone = process.env.TZ
    try {
      process.env.TZ = 'Pacific/Auckland'
      const again = await build({ input }, { fetchBytes })
      expect(again.outputs.map(({ sha256 }) => sha256)).toEqual(result.outputs.map(({ sha256 }) => sha256))
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })
}

function wordsTitle(html: string): string {
  return load(html).text().replace(/\s+/g, ' ')
}
