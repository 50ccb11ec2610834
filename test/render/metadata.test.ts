// What the package document says of the work, where the caller said it.

import { describe, expect, it } from 'vitest'
import { packEpub } from '../../src/epub/index.js'
import type { Book, Metadata } from '../../src/model.js'
import { fileAs } from '../../src/render/file-as.js'
import { renderEpub, renderPrint } from '../../src/render/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { article, chapter, section, title } from './book-fixture.js'
import { fileOf, findingsOf, load } from './check-documents.js'

const said: Partial<Metadata> = {
  subtitle: title('A <Short> Course'),
  publisher: 'Ekeby & Sons',
  rights: '© 2026 Maja Ekström',
  isbn: '9780306406157',
  series: { name: 'Slow & "Good"', index: 2.5 },
}
const withAll: Book = { ...article, metadata: { ...article.metadata, ...said } }
const seriesAlone: Book = {
  ...article,
  metadata: { ...article.metadata, isbn: '080442957X', series: { name: 'Slow' } },
}

function metadataOf(book: Book): string[] {
  const $ = load(fileOf(renderEpub(book), 'package.opf'))
  return $('metadata')
    .children()
    .toArray()
    .map((one) => {
      const { refines = '', property = '', name = '', content } = one.attribs
      return [one.name, refines, property, name, content ?? $(one).text()].filter(Boolean).join(' ')
    })
}

describe('what the caller says of the work', () => {
  const lines = metadataOf(withAll)

  it('makes the ISBN the identifier, and keeps that of the work as a second', () => {
    expect(lines.slice(0, 3)).toEqual([
      'dc:identifier urn:isbn:9780306406157',
      'meta #book-id identifier-type 15',
      `dc:identifier ${article.metadata.identifier}`,
    ])
    const $ncx = load(fileOf(renderEpub(withAll), 'toc.ncx'))
    expect($ncx('meta[name="dtb:uid"]').attr('content')).toBe('urn:isbn:9780306406157')
    expect(metadataOf(seriesAlone).slice(0, 2)).toEqual([
      'dc:identifier urn:isbn:080442957X',
      'meta #book-id identifier-type 02',
    ])
  })

  it('leaves the title whole where there is a subtitle', () => {
    expect(lines.filter((line) => /title/.test(line))).toEqual([
      `dc:title ${article.metadata.title.text}`,
      'meta #title title-type main',
      'dc:title A <Short> Course',
      'meta #subtitle title-type subtitle',
    ])
  })

  it('names the series as EPUB does, and as calibre does', () => {
    expect(lines.filter((line) => /collection|series/.test(line))).toEqual([
      'meta belongs-to-collection Slow & "Good"',
      'meta #series collection-type series',
      'meta #series group-position 2.5',
      'meta calibre:series Slow & "Good"',
      'meta calibre:series_index 2.5',
    ])
    expect(metadataOf(seriesAlone).filter((line) => /group-position|index/.test(line))).toEqual([])
  })

  it('names publisher and rights', () => {
    expect(lines).toContain('dc:publisher Ekeby & Sons')
    expect(lines).toContain('dc:rights © 2026 Maja Ekström')
    expect(metadataOf(article).filter((line) => /rights|collection|calibre|isbn/.test(line))).toEqual([])
  })

  it('stands on the colophon, in the EPUB and in print', () => {
    const shown = (xhtml: string) => {
      const $ = load(xhtml)
      return $('.colophon p')
        .toArray()
        .map((line) => $(line).text().trim())
    }
    const expected = [
      'A <Short> Course',
      'Publisher Ekeby & Sons',
      'Series Slow & "Good", 2.5',
      'ISBN 9780306406157',
      'Rights © 2026 Maja Ekström',
    ]
    expect(shown(fileOf(renderEpub(withAll), 'text/colophon.xhtml'))).toEqual(expect.arrayContaining(expected))
    expect(shown(renderPrint(withAll, { pageSize: 'a5' }).xhtml)).toEqual(expect.arrayContaining(expected))
  })

  it('passes the check', async () => {
    for (const book of [withAll, seriesAlone]) expect(await findingsOf(renderEpub(book))).toEqual([])
  })

  it.skipIf(!hasJava)('passes EPUBCheck 5.3.0, also with three levels of contents (needs Java)', async () => {
    const files = [withAll, seriesAlone].map(async (book, index) => {
      return { name: `${index}.epub`, bytes: await packEpub(renderEpub(book, { tocDepth: 3 })) }
    })
    expect(await javaEpubcheck(await Promise.all(files))).toEqual([])
  })
})

describe('the name that an author is sorted by', () => {
  it.each([
    ['Maja Ekström', 'sv', 'Ekström, Maja'],
    ['  Ursula  K. Le Guin ', 'en', 'Guin, Ursula K. Le'],
    ['Martin Luther King Jr.', 'en', 'King, Martin Luther, Jr.'],
    ['Voltaire', 'fr', 'Voltaire'],
    ['Ekström, Maja', 'sv', 'Ekström, Maja'],
    ['夏目 漱石', 'ja', '夏目 漱石'],
    ['村上 春樹', 'en', '村上 春樹'],
    ['Szabó Magda', 'hu-HU', 'Szabó Magda'],
    ['Studio 54', 'en', 'Studio 54'],
  ])('of %s (%s) is %s', (name, language, expected) => {
    expect(fileAs(name, language)).toBe(expected)
  })
})

describe('the depth of the contents', () => {
  const deep = section('a', 'One <b>', 1, '<p>x</p>', [
    section('b', 'Two', 2, '<p>x</p>', [section('c', 'Three', 3, '<p>x</p>', [section('d', 'Four', 4, '<p>x</p>')])]),
  ])
  const book: Book = {
    ...article,
    body: [chapter({ ...deep, title: title('One & Two') }), chapter(section('e', 'Last', 1, '<p>x</p>'))],
  }
  const tocOf = (tocDepth?: number) => {
    const documents = renderEpub(book, tocDepth === undefined ? {} : { tocDepth })
    const $nav = load(fileOf(documents, 'nav.xhtml'))
    const $ncx = load(fileOf(documents, 'toc.ncx'))
    const nav = $nav('nav[role="doc-toc"] li')
      .toArray()
      .map((item) => `${$nav(item).parents('li').length + 1} ${$nav(item).children('a').text()}`)
    const ncx = $ncx('navPoint')
      .toArray()
      .map((point) => `${$ncx(point).parents('navPoint').length + 1} ${$ncx(point).find('text').first().text()}`)
    expect(ncx).toEqual(nav)
    const order = $ncx('navPoint').toArray()
    expect(order.map((point) => Number(point.attribs.playOrder))).toEqual(order.map((_, index) => index + 1))
    return { nav, depth: $ncx('meta[name="dtb:depth"]').attr('content') }
  }

  it('is what was asked for, in the nav document and in the NCX alike', () => {
    expect(tocOf(1)).toEqual({ nav: ['1 One & Two', '1 Last'], depth: '1' })
    expect(tocOf()).toEqual({ nav: ['1 One & Two', '2 Two', '1 Last'], depth: '2' })
    expect(tocOf(3)).toEqual({ nav: ['1 One & Two', '2 Two', '3 Three', '1 Last'], depth: '3' })
  })

  it('is two at the most in print', () => {
    const printed = (tocDepth: number) => {
      const $ = load(renderPrint(book, { pageSize: 'a5', tocDepth }).xhtml)
      return $('nav.contents a')
        .toArray()
        .map((link) => $(link).text().trim())
    }
    expect(printed(1)).toEqual(['One & Two', 'Last'])
    expect(printed(3)).toEqual(['One & Two', 'Two', 'Last'])
  })
})

describe('labels of the navigation', () => {
  it('are plain text where the headings have markup, which stays on the page', () => {
    const marked = {
      ...article,
      body: [
        chapter({
          ...section('m', '', 1, '<p>x</p>'),
          title: { text: 'H2O & you', xhtml: 'H<sub>2</sub>O &amp; you' as never },
        }),
      ],
    }
    const documents = renderEpub(marked)
    expect(load(fileOf(documents, 'nav.xhtml'))('nav[role="doc-toc"] a').html()).toBe('H2O &amp; you')
    expect(load(fileOf(documents, 'toc.ncx'))('navPoint text').text()).toBe('H2O & you')
    expect(fileOf(documents, 'text/chapter-01.xhtml')).toContain('<h1>H<sub>2</sub>O &amp; you</h1>')
  })

  it('lead to places that are there, and so do all links of the text', () => {
    const documents = renderEpub(article, { tocDepth: 3 })
    const ids = new Set<string>()
    const links: string[] = []
    for (const { path, content } of documents.files.filter((file) => file.path.endsWith('.xhtml'))) {
      const $ = load(String(content))
      ids.add(path)
      for (const one of $('[id]').toArray()) ids.add(`${path}#${one.attribs.id}`)
      for (const link of $('a[href]').toArray()) links.push(new URL(link.attribs.href ?? '', `epub:/${path}`).href)
    }
    const inBook = links.filter((href) => href.startsWith('epub:')).map((href) => href.slice('epub:/'.length))
    expect(inBook.length).toBeGreaterThan(20)
    expect(inBook.filter((href) => !ids.has(href))).toEqual([])
  })
})
