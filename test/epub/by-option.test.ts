// What an EPUB holds only where it is asked for: faces, and a claim to conform. And addresses, whatever they are.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packEpub } from '../../src/epub/index.js'
import type { Book } from '../../src/model.js'
import { readOptions } from '../../src/options.js'
import { renderEpub } from '../../src/render/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { article, chapter, section } from '../render/book-fixture.js'
import { fileOf, findingsOf, load } from '../render/check-documents.js'
import { readCss } from './css-rules.js'
import { epubOf, everyBlock } from './every-block.js'

const bookOf = (markup: string): Book => ({
  ...article,
  metadata: { ...article.metadata, authors: [], subjects: [] },
  frontMatter: [{ kind: 'contents' }],
  body: [chapter(section('s', 'One', 1, markup))],
  backMatter: [],
})
const paths = (book: Book, settings = {}) => renderEpub(book, settings).files.map(({ path }) => path)
const fonts = (markup: string) =>
  paths(bookOf(markup), { embedFonts: true }).filter((path) => path.startsWith('EPUB/fonts/'))

describe('fonts', () => {
  it('are in a book only where they are asked for', () => {
    const plain = renderEpub(article)
    expect(plain.files.filter(({ path }) => path.includes('font'))).toEqual([])
    expect(fileOf(plain, 'styles/book.css')).not.toMatch(/@font-face|Garamond/)
  })

  it('are the faces that the book uses and no other, with their licence', () => {
    const face = (name: string) => `EPUB/fonts/eb-garamond-${name}.woff`
    const licence = 'EPUB/fonts/OFL.txt'
    expect(fonts('<p>Plain.</p>')).toEqual([face('latin-400-normal'), licence])
    expect(fonts('<p>An <em>italic</em>, a <b>bold</b>.</p>')).toEqual([
      face('latin-400-normal'),
      face('latin-400-italic'),
      face('latin-700-normal'),
      licence,
    ])
    expect(fonts('<p>Šedá and Хлеб.</p>')).toEqual([
      face('cyrillic-400-normal'),
      face('latin-ext-400-normal'),
      face('latin-400-normal'),
      licence,
    ])
    const documents = renderEpub(article, { embedFonts: true })
    expect(fileOf(documents, 'fonts/OFL.txt')).toContain('SIL Open Font License, Version 1.1')
  })

  it('are WOFF 1.0 as they came, each named by the manifest and by a rule', async () => {
    const documents = renderEpub(article, { embedFonts: true })
    const $ = load(fileOf(documents, 'package.opf'))
    const items = $('item[media-type="font/woff"]')
      .toArray()
      .map(({ attribs }) => attribs.href ?? '')
    expect(items.length).toBeGreaterThan(2)
    const rules = readCss(fileOf(documents, 'styles/book.css').replaceAll('@font-face', 'font-face'))
    const named = rules.rules.flatMap(({ selectors, declarations }) =>
      selectors[0] === 'font-face' ? declarations.filter(({ property }) => property === 'src') : [],
    )
    expect(named.map(({ value }) => /fonts\/[\w-]+\.woff/.exec(value)?.[0])).toEqual(items)
    for (const { path, content } of documents.files.filter((file) => file.path.endsWith('.woff'))) {
      expect(Buffer.from(content).toString('latin1', 0, 4), path).toBe('wOFF')
      const source = join(import.meta.dirname, '../../node_modules/@fontsource/eb-garamond/files', path.slice(11))
      expect(Buffer.from(content).equals(readFileSync(source)), path).toBe(true)
    }
    expect(await findingsOf(documents)).toEqual([])
  })
})

describe('a claim to conform', () => {
  it('is made in the exact words of the standard, and names who checked', async () => {
    const documents = renderEpub(article, { conformsTo: '2.2-AA', certifiedBy: 'Access & Co.' })
    const $ = load(fileOf(documents, 'package.opf'))
    expect($('meta[property="dcterms:conformsTo"]').text()).toBe('EPUB Accessibility 1.1 - WCAG 2.2 Level AA')
    const by = $('meta[property="a11y:certifiedBy"]')
    expect([by.text(), by.attr('refines')]).toEqual(['Access & Co.', '#conformance'])
    expect(await findingsOf(documents)).toEqual([])
  })

  it('is refused without a name, and a name without a claim', () => {
    const told = 'needs certifiedBy, and certifiedBy needs it'
    expect(() => readOptions({ input: 'x', conformsTo: '2.2-AA' })).toThrow(told)
    expect(() => readOptions({ input: 'x', certifiedBy: 'Me' })).toThrow(told)
    expect(() => readOptions({ input: 'x', conformsTo: '3.0-AA', certifiedBy: 'Me' })).toThrow('conformsTo')
    expect(readOptions({ input: 'x', conformsTo: '2.1-A', certifiedBy: 'Me' }).conformsTo).toBe('2.1-A')
  })
})

const strange: [string, string | undefined][] = [
  ['https://press.example/a|b', 'https://press.example/a%7Cb'],
  ['https://press.example/100%-rye', 'https://press.example/100%25-rye'],
  ['https://press.example/?q=[a]^{b}', 'https://press.example/?q=%5Ba%5D%5E%7Bb%7D'],
  ['https://press..example/', undefined],
  ['A book of 1912', 'A book of 1912'],
]

describe('addresses in metadata', () => {
  const sources = strange.map(([source]): Book => {
    const body = article.body.map((item) => ({
      ...item,
      source: { url: source, authors: [{ name: 'A', url: source }] },
    }))
    return { ...article, metadata: { ...article.metadata, source }, body: body as Book['body'] }
  })

  it.each(strange)('%j is strict or goes', async (source, expected) => {
    const documents = renderEpub(sources[strange.findIndex(([one]) => one === source)] ?? article)
    const found = load(fileOf(documents, 'package.opf'))('dc\\:source')
    expect(found.length === 0 ? undefined : found.text()).toBe(expected)
    expect(await findingsOf(documents)).toEqual([])
  })

  it.skipIf(!hasJava)('and the rest have nothing that EPUBCheck 5.3.0 speaks of (skipped without Java)', async () => {
    const settings = { embedFonts: true, conformsTo: '2.2-AA', certifiedBy: 'Access & Co.' }
    const books = await Promise.all(
      sources.map(async (book, index) => ({
        name: `${index}.epub`,
        bytes: await packEpub(renderEpub(book, settings)),
      })),
    )
    const input = everyBlock('en')
    books.push(await epubOf('every-block.epub', { input, ...settings, conformsTo: '2.0-A' }))
    expect(await javaEpubcheck(books)).toEqual([])
  })
})
