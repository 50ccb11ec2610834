import { describe, expect, it } from 'vitest'
import type { Book } from '../../src/model.js'
import { renderEpub, renderPrint } from '../../src/render/index.js'
import { article, chapter, collection, section, title, xhtml } from './book-fixture.js'
import { load, xmlErrors } from './check-documents.js'
import { hostile, rightToLeft, withIntroduction } from './other-books.js'

const books: [string, Book][] = [
  ['an article', article],
  ['a collection', collection],
  ['an article with an introduction', withIntroduction],
  ['a right-to-left book', rightToLeft],
  ['a book with hostile text', hostile],
]
const a5 = { pageSize: 'a5' } as const
const place = 'EPUB/text/chapter-01.xhtml'

describe('the print document', () => {
  it.each(books)('of %s is well formed, its ids unique and its links whole', async (_, book) => {
    const { xhtml: document } = renderPrint(book, a5)
    expect(await xmlErrors(renderEpub(article), place, document)).toEqual([])
    const $ = load(document)
    const ids = $('[id]')
      .toArray()
      .map((one) => $(one).attr('id'))
    expect(new Set(ids).size).toBe(ids.length)
    const targets = $('a[href^="#"]')
      .toArray()
      .map((one) => $(one).attr('href')?.slice(1))
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  it('would be found out if it were not', async () => {
    expect(await xmlErrors(renderEpub(article), place, `${renderPrint(article, a5).xhtml}<p>`)).toHaveLength(1)
  })

  it.each(books)('of %s lists every heading in its order', (_, book) => {
    const { xhtml: document, headings } = renderPrint(book, a5)
    const $ = load(document)
    const found = $('h1, h2, h3, h4, h5, h6').toArray()
    expect(headings.map(({ level, text }) => [level, text])).toEqual(
      found.map((one) => [Number(one.name.slice(1)), $(one).text()]),
    )
    expect(headings.map(({ id }) => id)).toEqual(found.map((one) => $(one).closest('[id]').attr('id')))
  })

  it('keeps title page, contents and colophon out of the outline', () => {
    const { headings } = renderPrint(article, a5)
    expect(headings.filter(({ inOutline }) => !inOutline).map(({ text }) => text)).toEqual([
      'Sour Bread',
      'Contents',
      'Links',
      'About this book',
    ])
    expect(headings.filter(({ inOutline, level }) => inOutline && level === 1)).toHaveLength(7)
    expect(headings.filter(({ inOutline, level }) => inOutline && level === 2)).toHaveLength(14)
    expect(headings.filter(({ inOutline, level }) => inOutline && level === 3)).toHaveLength(2)
  })

  it('lists a heading inside a quotation, and keeps it out of the outline', () => {
    const body = [chapter(section('s', 'One', 1, '<blockquote><h4 id="q">A &amp; <em>B</em></h4></blockquote>'))]
    expect(renderPrint({ ...article, body }, a5).headings).toContainEqual({
      id: 'q',
      level: 4,
      text: 'A & B',
      inOutline: false,
    })
  })

  it('gives its own matter ids that no part of the body has', () => {
    const { headings } = renderPrint(withIntroduction, a5)
    expect(headings.map(({ id }) => id)).toEqual(['title-page', 'contents-2', 'introduction', 'contents', 'colophon-2'])
  })

  it('links the fonts it uses, and that for code only where there is code', () => {
    const fonts = (book: Book) => {
      const $ = load(renderPrint(book, a5).xhtml)
      return $('link')
        .toArray()
        .map((one) => $(one).attr('href'))
    }
    const text = ['400', '400-italic', '500', '600', '600-italic'].map((face) => `fonts/eb-garamond/${face}.css`)
    expect(fonts(withIntroduction)).toEqual(text)
    expect(fonts(article)).toEqual([...text, 'fonts/ibm-plex-mono/400.css'])
  })

  it.each([
    ['a4', '595.28pt 841.89pt'],
    ['a5', '419.53pt 595.28pt'],
    ['letter', '612pt 792pt'],
    ['6x9', '432pt 648pt'],
    ['120x180mm', '340.16pt 510.24pt'],
    ['6.5x9in', '468pt 648pt'],
  ])('has one page size: %s', (pageSize, expected) => {
    const sizes = [...renderPrint(article, { pageSize }).xhtml.matchAll(/^@page \{ size: ([^;]*);/gm)]
    expect(sizes.map(([, size]) => size)).toEqual([expected])
  })
})

describe('running heads', () => {
  const names = (book: Book) => {
    const $ = load(renderPrint(book, a5).xhtml)
    return $('body > [style]')
      .toArray()
      .map((one) => $(one).attr('style'))
  }
  const symbols = (book: Book) =>
    [...renderPrint(book, a5).xhtml.matchAll(/@counter-style (text-\S+) .*symbols: (".*?");/g)].map(
      ([, name, text]) => `${name} ${text}`,
    )

  it('are the site and the title in an article, which runs on, its few questions too', () => {
    expect(names(article)).toEqual(Array(8).fill('page: text-1'))
    expect(symbols(article).slice(0, 2)).toEqual(['text-1-recto "Sour Bread"', 'text-1-verso "The Slow Oven"'])
  })

  it('begin anew where an article has many questions', () => {
    const body = article.body.map((item) => {
      if (item.kind === 'introduction' || item.content.kind === 'section') return item
      const { content } = item
      const entries = Array.from({ length: 9 }, (_, index) => ({ ...content.entries[0], id: `q-${index}` }))
      return { ...item, content: { ...content, entries } } as typeof item
    })
    expect(names({ ...article, body })).toEqual([...Array(6).fill('page: text-1'), 'page: text-2', 'page: text-2'])
  })

  it('are the book and the chapter in a collection, where each begins a page', () => {
    expect(names(collection)).toEqual([1, 2, 2, 3, 4, 5, 6, 7].map((number) => `page: text-${number}`))
    expect(symbols(collection).slice(4, 6)).toEqual(['text-3-recto "Flour"', 'text-3-verso "A Year of Bread"'])
  })

  it('change sides in a right-to-left book', () => {
    expect(renderPrint(rightToLeft, a5).xhtml).toContain(
      '@page text-1:left { @top-center { content: counter(text-1, text-1-recto) } }',
    )
    expect(renderPrint(article, a5).xhtml).toContain(
      '@page text-1:right { @top-center { content: counter(text-1, text-1-recto) } }',
    )
  })

  it('are cut at a word where they are long', () => {
    const long = title('On the keeping of bread in boxes and bags and jars and drawers all winter long')
    expect(symbols({ ...article, metadata: { ...article.metadata, title: long } })[0]).toBe(
      'text-1-recto "On the keeping of bread in boxes and bags and jars and…"',
    )
  })

  it('are cut where the room ends in scripts without spaces', () => {
    const long = title('日'.repeat(80))
    expect(symbols({ ...article, metadata: { ...article.metadata, title: long } })[0]).toBe(
      `text-1-recto "${'日'.repeat(30)}…"`,
    )
  })

  it('let no title out of the style sheet', () => {
    const style = load(renderPrint(hostile, a5).xhtml)('style').text()
    expect(style).not.toMatch(/[<>]\/?style|<%|\]\]/)
    expect(xhtml(style)).toContain('\\7b \\7b 7\\7d \\7d ')
  })
})
