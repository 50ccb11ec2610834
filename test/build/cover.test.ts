// Covers in whole books: made, given, wanted not; in the package document, on the first page, and what it costs.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Metadata } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEntry, readZip } from '../../src/check/zip.js'
import { type BuildOptions, type BuildResult, build } from '../../src/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { epubTexts } from '../support/epub.js'
import { readPdf } from '../support/pdf.js'

const featured = 'https://press.example/wp-content/uploads/2026/01/morning.jpg'
const post = {
  id: 7,
  link: 'https://press.example/a-post/',
  slug: 'a-post',
  date: '2026-03-01T08:00:00',
  date_gmt: '2026-03-01T07:00:00',
  modified_gmt: '2026-03-01T07:00:00',
  title: { rendered: 'Light &amp; {authors} “Sleep”' },
  content: { rendered: '<h2>One</h2><p>Words of the post.</p><h2>Two</h2><p>Other words.</p>' },
}
const said = { lang: 'en', author: ['Anna'], offline: true }

let folder: string
const inFolder = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cover-'))
  const colour = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#c03030' } })
  await writeFile(inFolder('morning.jpg'), await colour(2000, 1300).jpeg().toBuffer())
  await writeFile(inFolder('own.png'), await colour(900, 1350).png().toBuffer())
  await writeFile(inFolder('broken.jpg'), (await colour(900, 1350).jpeg().toBuffer()).subarray(0, 900))
  await writeFile(inFolder('words.txt'), 'no picture')
})

afterAll(() => rm(folder, { recursive: true }))

const make = (options: Partial<BuildOptions> = {}) => build({ input: post, ...said, ...options })
const codesOf = ({ report }: BuildResult) =>
  report.diagnostics.map(({ code }) => code).filter((code) => code !== 'sandbox-off')
const bytesOf = ({ outputs }: BuildResult, format: string) =>
  outputs.find((one) => one.format === format)?.bytes ?? new Uint8Array()

async function coverOf(result: BuildResult): Promise<Metadata & { bytes: Uint8Array }> {
  const epub = bytesOf(result, 'epub')
  const entry = readZip(epub).find(({ name }) => name === 'EPUB/images/cover.jpg')
  if (!entry) throw new Error('The book has no cover.')
  const bytes = readEntry(epub, entry)
  return { ...(await sharp(bytes).metadata()), bytes }
}

describe('the EPUB', () => {
  let result: BuildResult
  let texts: Map<string, string>

  beforeAll(async () => {
    result = await make({ format: ['epub'] })
    texts = epubTexts(bytesOf(result, 'epub'))
  })

  it('names its cover as every shelf looks for it, and shows it first', () => {
    const opf = texts.get('EPUB/package.opf') ?? ''
    expect(opf).toContain(
      '<item id="cover-image" href="images/cover.jpg" media-type="image/jpeg" properties="cover-image"/>',
    )
    expect(opf).toContain('<meta name="cover" content="cover-image"/>')
    expect(opf).toMatch(/<spine[^>]*>\s*<itemref idref="cover"\/>\s*<itemref idref="title-page"\/>/)
    expect(opf).toContain('<reference type="cover" title="Cover" href="text/cover.xhtml"/>')
    expect(texts.get('EPUB/nav.xhtml')).toContain('<a epub:type="cover" href="text/cover.xhtml">Cover</a>')
    expect(codesOf(result)).toEqual([])
  })

  it('has a page with the picture alone, and what it says in words, in which no brace is a hole', () => {
    const page = texts.get('EPUB/text/cover.xhtml') ?? ''
    const body = /<body>\s*([\s\S]*?)\s*<\/body>/.exec(page)?.[1]
    expect(body).toBe(
      `<section epub:type="cover" class="cover">
<img src="../images/cover.jpg" alt="Cover: Light &amp; {authors} “Sleep” by Anna" role="doc-cover" width="1600" height="2560"/>
</section>`,
    )
  })

  it('claims no pictures for the sake of its cover, and says that there is one', () => {
    const opf = texts.get('EPUB/package.opf') ?? ''
    expect(opf.match(/<meta property="schema:accessMode">(.*?)</g)).toEqual([
      '<meta property="schema:accessMode">textual<',
    ])
    expect(opf).toContain('Apart from its cover it holds no pictures')
  })

  it('takes the picture of the post, and none where that is not to be had', async () => {
    const input = { ...post, jetpack_featured_media_url: featured }
    const found = await make({ input, media: folder, format: ['epub'] })
    expect(codesOf(found)).toEqual([])
    const top = await sharp((await coverOf(found)).bytes)
      .extract({ left: 0, top: 0, width: 90, height: 90 })
      .stats()
    expect(top.dominant.r).toBeGreaterThan(150)
    const missing = await build({ input, ...said, format: ['epub'], cacheDir: inFolder('cache') })
    expect(missing.report.diagnostics.map(({ message }) => message)).toEqual([
      `The picture ${featured} is not in the book (the cache does not hold it); the cover is made without it.`,
    ])
    expect(bytesOf(missing, 'epub')).toEqual(bytesOf(result, 'epub'))
  })

  it('has none where none is wanted', async () => {
    const bare = epubTexts(bytesOf(await make({ cover: false, format: ['epub'] }), 'epub'))
    expect(
      [...bare].filter(([path, text]) => path.includes('cover') || /cover/i.test(text.replace(/<style[\s\S]*/, ''))),
    ).toEqual([...bare].filter(([path]) => path.endsWith('.css')))
  })

  it.skipIf(!hasJava)(
    'has nothing for EPUBCheck to say, with each kind of cover (skipped without Java)',
    async () => {
      const others = await Promise.all(
        [{ cover: inFolder('own.png') }, { lang: 'ar', title: 'النوم' }].map((one) =>
          make({ ...one, format: ['epub'] }),
        ),
      )
      const files = [result, ...others].map((one, index) => ({ name: `${index}.epub`, bytes: bytesOf(one, 'epub') }))
      expect(await javaEpubcheck(files)).toEqual([])
    },
    60_000,
  )
})

describe('a cover of one’s own', () => {
  it('is taken as it is, never larger, as a file or as bytes', async () => {
    const cover = await coverOf(await make({ cover: inFolder('own.png'), format: ['epub'] }))
    expect([cover.format, cover.width, cover.height]).toEqual(['jpeg', 900, 1350])
    const jpeg = await sharp({ create: { width: 3000, height: 4000, channels: 3, background: '#234' } })
      .jpeg()
      .toBuffer()
    const large = await coverOf(await make({ cover: new Uint8Array(jpeg), format: ['epub'] }))
    expect([large.width, large.height]).toEqual([1600, 2133])
  })

  it.each([
    ['gone.jpg', 'ENOENT'],
    ['words.txt', 'the file is no picture'],
    ['broken.jpg', 'it cannot be decoded'],
  ])('that cannot be read is an error of the input: %s', async (name, reason) => {
    const failed = make({ cover: inFolder(name), format: ['epub'] })
    await expect(failed).rejects.toMatchObject({ code: 'cover-unreadable', exitCode: 3 })
    await expect(failed).rejects.toThrow(reason)
  })
})

describe('the PDF', () => {
  it.each([
    ['whose title stands above its text', { theme: 'magazine' }],
    ['that is a handout', { edition: 'handout' }],
  ] as const)('says nothing of a cover that it does not have: one %s', async (_, look) => {
    const title = { rendered: 'A title of many words. '.repeat(20) }
    const only = await make({ input: { ...post, title }, format: ['pdf'], ...look })
    expect(codesOf(only)).toEqual([])
    const both = await make({ input: { ...post, title }, format: ['epub'], ...look })
    expect(codesOf(both)).toEqual(['cover-title-shortened'])
  })

  it('has its cover on a page of its own before all others: a drawing without text', async () => {
    const [made, bare, own] = await Promise.all([
      make({ format: ['pdf'] }),
      make({ format: ['pdf'], cover: false }),
      make({ format: ['pdf'], cover: inFolder('own.png') }),
    ])
    const [pdf, without, given] = await Promise.all([made, bare, own].map((one) => readPdf(bytesOf(one, 'pdf'))))
    // The inside of the cover is bare, so that the title page is a right-hand one.
    expect(pdf?.pages).toHaveLength((without?.pages.length ?? 0) + 2)
    expect(pdf?.pages.slice(0, 2).map((text) => text.trim())).toEqual(['', ''])
    expect(pdf?.pages[2]).toBe(without?.pages[0])
    expect(pdf?.outline).toEqual(without?.outline)
    expect(given?.pages).toHaveLength(pdf?.pages.length ?? 0)
    expect(codesOf(made)).toEqual([])
    const again = await make({ format: ['pdf'] })
    expect(again.outputs[0]?.sha256).toBe(made.outputs[0]?.sha256)
  }, 120_000)
})
