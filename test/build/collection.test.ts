// A book of many posts that link to each other: as an EPUB that Java's EPUBCheck has nothing to say of, and as a PDF in
// which every link leads to the page that it should. OFFPRINT_TEST_POSTS makes it as large as one likes.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuildResult, build } from '../../src/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { epubTexts } from '../support/epub.js'
import { readPdf } from '../support/pdf.js'

const count = Number(process.env.OFFPRINT_TEST_POSTS ?? 24)
const categories = ['Bread', 'Cheese', 'Pickles &amp; Kraut']
const address = (number: number) => `https://press.example/on-${number}/`

/** The posts that a post links to, and each of the ways in which addresses are written. */
function targets(number: number): readonly { readonly to: number; readonly href: string }[] {
  return [1, 5, 11].map((step, index) => {
    const to = ((number + step - 1) % count) + 1
    const ways = [
      address(to).replace('https://', 'http://www.'),
      `${address(to)}?utm_source=mail&#038;utm_medium=x`,
      `https://press.example/?p=${to}`,
      `/on-${to}/#the-crust`,
    ]
    return { to, href: ways[(number + index) % ways.length] ?? '' }
  })
}

function post(number: number): object {
  const links = targets(number).map(({ to, href }) => `<a href="${href}">see ${to}</a>`)
  const note = `<sup data-fn="n" class="fn"><a href="#n" id="n-link">1</a></sup>`
  return {
    id: number,
    type: 'post',
    slug: `on-${number}`,
    link: address(number),
    date: `${2020 + (number % 3)}-03-01T10:00:00`,
    modified_gmt: '2026-01-01T09:00:00',
    title: { rendered: `Chapter number ${number} ends` },
    content: {
      rendered: `<p>${links.join(', ')}, <a href="https://other.example/">elsewhere</a>${note}</p>
        <h2 id="the-crust">The crust of ${number}</h2><p>Salt and water.</p><h2>FAQ</h2><h3>Why ${number}?</h3><p>So.</p>
        <h3>How?</h3><p>Slowly.</p>`,
    },
    meta: { footnotes: JSON.stringify([{ id: 'n', content: `A note of ${number}.` }]) },
    lang: 'en',
    _embedded: {
      author: [{ name: number % 2 ? 'Ada Berg' : 'Bo Carlsson' }],
      'wp:term': [[{ taxonomy: 'category', name: categories[number % 3] }]],
    },
  }
}

const folder = mkdtempSync(join(tmpdir(), 'offprint-collection-'))
afterAll(() => rmSync(folder, { recursive: true }))

let result: BuildResult
const bytesOf = (format: string) => result.outputs.find((one) => one.format === format)?.bytes ?? new Uint8Array()

beforeAll(async () => {
  writeFileSync(join(folder, 'foreword.md'), '# A foreword\n\nHello **there**. <script>alert(1)</script>\n')
  writeFileSync(join(folder, 'licence.html'), '<h1>Licence</h1><p onclick="x()">Share it.</p>')
  result = await build({
    input: Array.from({ length: count }, (_, index) => post(index + 1)),
    title: 'Bread and Salt',
    parts: 'category',
    frontMatter: [{ file: join(folder, 'foreword.md'), kind: 'foreword' }],
    backMatter: [{ file: join(folder, 'licence.html'), kind: 'licence' }],
  })
})

describe('a collection of linked posts', () => {
  it('says what became of it, and warns of nothing', () => {
    expect(result.report.diagnostics.filter(({ severity }) => severity === 'warning')).toEqual([])
    expect(result.posts.length).toBe(count)
  })

  it.skipIf(!hasJava)('passes EPUBCheck without a message (needs Java)', async () => {
    expect(await javaEpubcheck([{ name: 'collection.epub', bytes: bytesOf('epub') }])).toEqual([])
  })

  it('has every link of the EPUB lead to a file and an id that are there', () => {
    const texts = epubTexts(bytesOf('epub'))
    const links = [...texts]
      .filter(([path]) => path.endsWith('.xhtml'))
      .flatMap(([path, text]) =>
        [...text.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href = '']) => ({ path, href })),
      )
      .filter(({ href }) => !/^https?:/.test(href))
    const missing = links.filter(({ path, href }) => {
      const { pathname, hash } = new URL(href, `file:///${path}`)
      const there = texts.get(pathname.slice(1))
      return !there || (hash !== '' && !there.includes(`id="${hash.slice(1)}"`))
    })
    expect(missing).toEqual([])
    expect(links.length).toBeGreaterThan(count * 4)
  })

  it('has links to the chapters, and to the headings that they name', () => {
    const texts = [...epubTexts(bytesOf('epub'))].filter(([path]) => path.includes('chapter-'))
    const all = texts.flatMap(([, text]) => [...text.matchAll(/<a\s[^>]*?href="([^"]*)"[^>]*>see (\d+)</g)])
    expect(all.length).toBe(count * 3)
    for (const [, href = '', to = ''] of all) {
      expect(href).toMatch(new RegExp(`^(?:chapter-\\d+\\.xhtml)?#post-${to}(?:-the-crust)?$`))
    }
  })

  it('has parts in contents, spine and outline, and own texts around them', async () => {
    const texts = epubTexts(bytesOf('epub'))
    const spine = [...(texts.get('EPUB/package.opf') ?? '').matchAll(/<itemref idref="([^"]*)"/g)].map(([, id]) => id)
    const perPart = Math.floor(count / 3)
    expect(spine.slice(0, 6)).toEqual(
      ['cover', 'title-page', 'contents', 'chapter-01', 'part-01', 'chapter-02'].map(wide),
    )
    expect(spine.filter((id) => id?.startsWith('part-'))).toEqual(['part-01', 'part-02', 'part-03'])
    const lines = (texts.get('EPUB/nav.xhtml') ?? '').split('landmarks')[0] ?? ''
    expect(lines.match(/<li>/g)?.length).toBe(count + 3 + 2)
    expect(texts.get('EPUB/text/contents.xhtml')).toContain('<span class="detail">Ada Berg · 1 March 2021</span>')
    const { outline } = await readPdf(bytesOf('pdf'))
    expect(outline.map(({ title, items }) => [title, items.length])).toEqual([
      ['A foreword', 0],
      ['Cheese', expect.any(Number)],
      ['Pickles & Kraut', expect.any(Number)],
      ['Bread', expect.any(Number)],
      ['Licence', 0],
    ])
    expect(outline[3]?.items.length).toBe(perPart)
    expect(JSON.stringify(result.report.losses)).toContain('element script')
  })

  it('has every link of the PDF lead to the page of its chapter', async () => {
    const { pages } = await readPdf(bytesOf('pdf'))
    const reached = await linkedPages(bytesOf('pdf'))
    const chapters = pages.flatMap((text, index) => {
      const [, own] = /Chapter number (\d+) ends/.exec(text) ?? []
      return own && /see \d/.test(text) ? [{ own: Number(own), reached: reached[index] ?? [] }] : []
    })
    expect(chapters.length).toBe(count)
    for (const chapter of chapters) {
      const numbers = chapter.reached
        .slice(0, 3)
        .map((page) => /Chapter number (\d+) ends/.exec(pages[page] ?? '')?.[1])
      expect(numbers).toEqual(targets(chapter.own).map(({ to }) => String(to)))
    }
  })

  it('names the pages of the PDF rightly where it refers to them', async () => {
    const { pages } = await readPdf(bytesOf('pdf'))
    const pdf = await getDocumentProxy(new Uint8Array(bytesOf('pdf')))
    const labels = (await pdf.getPageLabels()) ?? []
    await pdf.destroy()
    const references = pages.flatMap((text) => [...text.matchAll(/see (\d+)\s*\(page\s+(\d+)\)/g)])
    expect(references.length).toBeGreaterThan(count)
    for (const [, to, page] of references) {
      expect(pages[labels.indexOf(page ?? '')]).toContain(`Chapter number ${to} ends`)
    }
  })
})

/** For each page of a PDF the pages, from 0, that its links lead to. */
async function linkedPages(bytes: Uint8Array): Promise<number[][]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const pageOf = async (dest: unknown) => {
    const [page] = ((typeof dest === 'string' ? await pdf.getDestination(dest) : dest) ?? []) as [never]
    return pdf.getPageIndex(page)
  }
  try {
    const pages: number[][] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const annotations: { dest?: unknown }[] = await (await pdf.getPage(number)).getAnnotations()
      pages.push(await Promise.all(annotations.flatMap(({ dest }) => (dest ? [pageOf(dest)] : []))))
    }
    return pages
  } finally {
    await pdf.destroy()
  }
}

describe('a book of each post', () => {
  it('is named after its post; one that fails costs itself, and is named', async () => {
    const deep = { ...post(2), content: { rendered: `${'<div>'.repeat(600)}x` } }
    const same = { ...post(3), id: 99, slug: 'on-1', link: 'https://press.example/again/' }
    const { outputs, failed, posts } = await build({
      input: [post(1), deep, same],
      individual: true,
      format: ['epub'],
      outputDir: join(folder, 'each'),
      lock: true,
    })
    expect(outputs.map(({ path }) => path)).toEqual(['on-1', 'on-1-2'].map((name) => join(folder, `each/${name}.epub`)))
    expect(posts.map(({ url }) => url)).toEqual([address(1), 'https://press.example/again/'])
    expect(failed).toMatchObject([{ post: address(2), code: 'markup-too-deep' }])
    expect(readdirSync(join(folder, 'each')).sort()).toEqual(['offprint.lock', 'on-1-2.epub', 'on-1.epub'])
    const lock = JSON.parse(readFileSync(join(folder, 'each/offprint.lock'), 'utf8'))
    expect(lock.books['each post'].map(({ url }: { url: string }) => url)).toEqual([
      address(1),
      'https://press.example/again/',
    ])
  })

  it('takes no single name for several', async () => {
    const options = { input: [post(1), post(2)], individual: true, output: [join(folder, 'a.epub')] }
    await expect(build(options)).rejects.toMatchObject({ code: 'usage-invalid', exitCode: 2 })
  })

  it('fails as the first of them does where none can be made', async () => {
    const deep = { ...post(2), content: { rendered: `${'<div>'.repeat(600)}x` } }
    await expect(build({ input: [deep], individual: true, format: ['epub'] })).rejects.toMatchObject({
      code: 'markup-too-deep',
    })
  })
})

describe('the record of the last edition', () => {
  const made = (input: object[]) =>
    build({ input, format: ['epub'], title: 'Record', lock: true, outputDir: join(folder, 'lock') })

  it('tells what has changed since', async () => {
    expect((await made([post(1), post(2), post(3)])).changes).toBeUndefined()
    expect((await made([post(1), post(2), post(3)])).changes).toEqual({ added: [], changed: [], removed: [] })
    const changed = { ...post(2), content: { rendered: '<p>Other words.</p>' } }
    expect((await made([post(1), changed, post(4)])).changes).toEqual({
      added: [address(4)],
      changed: [address(2)],
      removed: [address(3)],
    })
  })

  it('is written anew, with a warning, where it cannot be read', async () => {
    writeFileSync(join(folder, 'lock/offprint.lock'), '{"lockfileVersion":7}')
    const { changes, report } = await made([post(1), post(2)])
    expect(changes).toBeUndefined()
    expect(report.diagnostics.map(({ code }) => code)).toContain('lock-unreadable')
    expect((await made([post(1), post(2)])).changes).toEqual({ added: [], changed: [], removed: [] })
  })
})

/** Names of files have as many figures as the last chapter needs. */
function wide(id: string): string {
  return count + 2 > 99 ? id.replace(/^chapter-/, 'chapter-0') : id
}
