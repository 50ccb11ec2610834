import { describe, expect, it } from 'vitest'
import { packEpub } from '../../src/epub/index.js'
import type { Book } from '../../src/model.js'
import { renderEpub, renderPrint } from '../../src/render/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { article, chapter, collection, section, title, xhtml } from './book-fixture.js'
import { fileOf, findingsOf, load } from './check-documents.js'
import { hostile, rightToLeft, withIntroduction } from './other-books.js'

const books: [string, Book][] = [
  ['an article', article],
  ['a collection', collection],
  ['an article with an introduction, in French', withIntroduction],
  ['a right-to-left book', rightToLeft],
  ['a book with hostile text', hostile],
]

function links(xml: string, selector: string): string[] {
  const $ = load(xml)
  return $(selector)
    .toArray()
    .map((link) => `${$(link).text()} -> ${$(link).attr('href')}`)
}

describe('the documents of an EPUB', () => {
  it.each(books)('of %s pass the check without a finding', async (_, book) => {
    expect(await findingsOf(renderEpub(book))).toEqual([])
  })

  it.skipIf(!hasJava)('pass the EPUBCheck of the W3C without a message', async () => {
    const files = await Promise.all(
      books.map(async ([, book], index) => ({ name: `${index}.epub`, bytes: await packEpub(renderEpub(book)) })),
    )
    expect(await javaEpubcheck(files)).toEqual([])
  })

  it('stand in reading order, under plain names', () => {
    expect(renderEpub(article).files.map(({ path }) => path)).toEqual([
      'META-INF/container.xml',
      'EPUB/package.opf',
      'EPUB/toc.ncx',
      'EPUB/styles/book.css',
      'EPUB/text/title-page.xhtml',
      'EPUB/nav.xhtml',
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => `EPUB/text/chapter-0${number}.xhtml`),
      'EPUB/text/colophon.xhtml',
    ])
  })

  it('have numbers as wide as the last one', () => {
    const body = Array.from({ length: 101 }, (_, index) =>
      chapter(section(`s${index}`, `Part ${index}`, 1, '<p>x</p>')),
    )
    const paths = renderEpub({ ...article, body }).files.map(({ path }) => path)
    expect(paths.filter((path) => path.includes('chapter-')).at(0)).toBe('EPUB/text/chapter-001.xhtml')
    expect(paths.filter((path) => path.includes('chapter-')).at(-1)).toBe('EPUB/text/chapter-101.xhtml')
  })

  it('are the same from run to run', () => {
    expect(renderEpub(article)).toEqual(renderEpub(structuredClone(article)))
  })

  it('have one h1 each and never skip a level', () => {
    for (const { path, content } of renderEpub(collection).files.filter((file) => file.path.endsWith('.xhtml'))) {
      const levels = load(String(content))('h1, h2, h3, h4, h5, h6')
        .toArray()
        .map((heading) => Number(heading.name.slice(1)))
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toEqual([1])
      expect(
        levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1),
        path,
      ).toEqual([])
    }
  })
})

describe('navigation', () => {
  const documents = renderEpub(article)

  it('has the chapters, and below each its sections or questions', () => {
    const $ = load(fileOf(documents, 'nav.xhtml'))
    const toc = $('nav[role="doc-toc"] > ol > li').toArray()
    expect(toc.map((item) => [$(item).children('a').text(), $(item).find('ol > li').length])).toEqual([
      ['Why Bread Sours, and Why You Want It To', 0],
      ['A Starter in a Week', 3],
      ['Flour', 0],
      ['A Baking Day', 3],
      ['When It Goes Wrong', 3],
      ['Keeping It', 0],
      ['Frequently Asked Questions', 5],
    ])
    expect(links(fileOf(documents, 'nav.xhtml'), 'nav[role="doc-toc"] ol ol a').slice(0, 2)).toEqual([
      'Day one -> text/chapter-02.xhtml#day-one',
      'Day three -> text/chapter-02.xhtml#day-three',
    ])
  })

  it('has landmarks and the old guide for title page, contents and text', () => {
    expect(links(fileOf(documents, 'nav.xhtml'), '#landmarks a')).toEqual([
      'Title page -> text/title-page.xhtml',
      'Contents -> #toc',
      'Start of the text -> text/chapter-01.xhtml',
    ])
    const $ = load(fileOf(documents, 'package.opf'))
    expect(
      $('guide > reference')
        .toArray()
        .map((one) => [$(one).attr('type'), $(one).attr('href')]),
    ).toEqual([
      ['title-page', 'text/title-page.xhtml'],
      ['toc', 'nav.xhtml'],
      ['text', 'text/chapter-01.xhtml'],
    ])
  })

  it('is the same in the NCX, in the order of play', () => {
    const $ = load(fileOf(documents, 'toc.ncx'))
    const points = $('navPoint').toArray()
    expect(points.map((point) => Number($(point).attr('playOrder')))).toEqual(points.map((_, index) => index + 1))
    expect(
      points.map(
        (point) => `${$(point).children('navLabel').text().trim()} -> ${$(point).children('content').attr('src')}`,
      ),
    ).toEqual(links(fileOf(documents, 'nav.xhtml'), 'nav[role="doc-toc"] a'))
    expect($('meta[name="dtb:uid"]').attr('content')).toBe(article.metadata.identifier)
    expect($('meta[name="dtb:depth"]').attr('content')).toBe('2')
  })

  it('names the language of a chapter that is not the book’s', () => {
    const $ = load(fileOf(renderEpub(collection), 'nav.xhtml'))
    expect(
      $('a[lang]')
        .toArray()
        .map((link) => [$(link).text(), $(link).attr('lang')]),
    ).toEqual([['Flour', 'sv']])
  })

  it('leaves the nav document out of the spine where no contents page is asked for', () => {
    const $ = load(fileOf(renderEpub({ ...article, frontMatter: [{ kind: 'title-page' }] }), 'package.opf'))
    expect(
      $('spine > itemref')
        .toArray()
        .map((item) => $(item).attr('idref')),
    ).not.toContain('nav')
    expect($('manifest > item[properties="nav"]').attr('href')).toBe('nav.xhtml')
  })
})

describe('the package document', () => {
  const $ = load(fileOf(renderEpub(article), 'package.opf'))
  const all = (property: string) =>
    $(`meta[property="${property}"]`)
      .toArray()
      .map((meta) => $(meta).text())

  it('says what the book is', () => {
    expect(
      $('metadata')
        .children()
        .toArray()
        .filter(({ name }) => name.startsWith('dc:'))
        .map((one) => [one.name, $(one).text()]),
    ).toEqual([
      ['dc:identifier', 'urn:uuid:8f14e45f-ceea-567f-a1d2-0b5a3c3a9b11'],
      ['dc:title', 'Sour Bread'],
      ['dc:title', 'What It Is and How to Bring It About in a Cold Kitchen'],
      ['dc:language', 'en'],
      ['dc:creator', 'Maja Ekström'],
      ['dc:creator', 'Tom O’Hara'],
      ['dc:description', 'Flour, water and waiting & what comes of it.'],
      ['dc:subject', 'Bread'],
      ['dc:subject', 'Fermentation'],
      ['dc:publisher', 'The Slow Oven'],
      ['dc:date', '2026-01-25'],
      ['dc:source', 'https://slow-oven.example/en/sour-bread/'],
    ])
    expect(all('dcterms:modified')).toEqual(['2026-03-02T09:54:00Z'])
    expect(all('title-type')).toEqual(['main', 'subtitle'])
    expect(all('role')).toEqual(['aut', 'aut'])
    expect(all('file-as')).toEqual(['Ekström, Maja', 'O’Hara, Tom'])
  })

  it('claims of accessibility what the content bears out, and conformance to nothing', () => {
    expect(all('schema:accessMode')).toEqual(['textual'])
    expect(all('schema:accessModeSufficient')).toEqual(['textual'])
    expect(all('schema:accessibilityFeature')).toEqual([
      'tableOfContents',
      'structuralNavigation',
      'readingOrder',
      'displayTransformability',
    ])
    expect(all('schema:accessibilityHazard')).toEqual(['none'])
    expect(all('schema:accessibilitySummary')[0]).toMatch(/^This book is text throughout.*nothing in it flashes\.$/)
    expect(fileOf(renderEpub(article), 'package.opf')).not.toMatch(/conformsTo|certif/)
  })

  it('claims less where there are pictures, and more where there are formulas', () => {
    const body = (markup: string) => renderEpub({ ...article, body: [chapter(section('s', 'One', 1, markup))] })
    const features = (markup: string) => {
      const $one = load(fileOf(body(markup), 'package.opf'))
      return $one('meta[property^="schema:accessibility"]')
        .toArray()
        .map((meta) => $one(meta).text())
        .slice(4, -1)
    }
    expect(features('<p><img src="a.jpg"/></p>')).toEqual(['none'])
    expect(features('<p><img src="a.jpg" alt=""/></p>')).toEqual(['alternativeText', 'none'])
    expect(features('<p><img src="a.gif" alt=""/></p>')).toEqual(['alternativeText', 'unknown'])
    expect(features('<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>')).toEqual(['MathML', 'none'])
    const said = '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x"><mi>x</mi></math>'
    expect(features(said)).toEqual(['MathML', 'describedMath', 'none'])
    expect(features(`${said}<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>y</mi></math>`)).toEqual([
      'MathML',
      'none',
    ])
    const $math = load(
      fileOf(body('<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>'), 'package.opf'),
    )
    expect(
      $math('item[properties]')
        .toArray()
        .map((item) => [$math(item).attr('id'), $math(item).attr('properties')]),
    ).toEqual([
      ['nav', 'nav'],
      ['chapter-01', 'mathml'],
    ])
  })
})

describe('links inside the book', () => {
  const documents = renderEpub(article)

  it('name the document that their target is in, and only when it is another', () => {
    expect(links(fileOf(documents, 'text/chapter-01.xhtml'), 'a')).toEqual([
      'the third day -> chapter-02.xhtml#day-three',
      'questions at the end -> chapter-07.xhtml#faq',
    ])
    expect(links(fileOf(documents, 'text/chapter-07.xhtml'), 'a')).toEqual(['Flour -> chapter-03.xhtml#flour'])
    const near = { ...article, body: [chapter(section('s', 'One', 1, '<p id="here">x <a href="#here">up</a></p>'))] }
    expect(links(fileOf(renderEpub(near), 'text/chapter-01.xhtml'), 'a')).toEqual(['up -> #here'])
  })

  it('find ids inside the text, and touch nothing that only looks like a link', () => {
    const body = [
      chapter(
        section(
          's',
          'One',
          1,
          '<p><a title="&lt;a href=&quot;#deep&quot;&gt;" href="#deep">down</a> &lt;a href="#deep"</p>',
        ),
      ),
      chapter(section('t', 'Two', 1, '<ul><li><span id="deep">x</span></li></ul>')),
    ]
    const text = fileOf(renderEpub({ ...article, body }), 'text/chapter-01.xhtml')
    expect(text).toContain(
      '<a title="&lt;a href=&quot;#deep&quot;&gt;" href="chapter-02.xhtml#deep">down</a> &lt;a href="#deep"',
    )
  })
})

describe('language', () => {
  it('is English where there are no words in the language, and says so', () => {
    const georgian = { ...withIntroduction, metadata: { ...withIntroduction.metadata, language: 'ka' } }
    const $ = load(fileOf(renderEpub(georgian), 'text/introduction.xhtml'))
    expect([$('h1').text(), $('h1').attr('lang'), $('h1').attr('dir')]).toEqual(['Introduction', 'en', 'ltr'])
  })

  it('is the book’s where there are, dates too', () => {
    const $ = load(fileOf(renderEpub(withIntroduction), 'text/introduction.xhtml'))
    expect($('html').attr('lang')).toBe('fr')
    expect([$('h1').text(), $('h1').attr('lang')]).toEqual(['Introduction', undefined])
    const colophon = load(fileOf(renderEpub(withIntroduction), 'text/colophon.xhtml'))
    expect(colophon('h1').text()).toBe('À propos de ce livre')
    expect(
      colophon('time')
        .toArray()
        .map((time) => colophon(time).text()),
    ).toEqual(['25 janvier 2026', '2 mars 2026'])
  })

  it('turns page and text round for a right-to-left book', () => {
    const documents = renderEpub(rightToLeft)
    const $ = load(fileOf(documents, 'package.opf'))
    expect([$('package').attr('dir'), $('spine').attr('page-progression-direction')]).toEqual(['rtl', 'rtl'])
    for (const path of ['nav.xhtml', 'text/title-page.xhtml', 'text/chapter-01.xhtml', 'text/colophon.xhtml']) {
      const html = load(fileOf(documents, path))('html')
      expect([html.attr('lang'), html.attr('xml:lang'), html.attr('dir')], path).toEqual(['ar', 'ar', 'rtl'])
    }
  })
})

describe('a chapter whose language runs the other way', () => {
  const mixed = { ...rightToLeft, body: [...rightToLeft.body, chapter(section('e', 'English', 1, '<p>x</p>'), 'en')] }

  it('says so wherever its words stand', () => {
    const documents = renderEpub(mixed)
    expect(load(fileOf(documents, 'text/chapter-03.xhtml'))('html').attr('dir')).toBeUndefined()
    const link = load(fileOf(documents, 'nav.xhtml'))('a[href="text/chapter-03.xhtml"]').first()
    expect([link.attr('lang'), link.attr('dir')]).toEqual(['en', 'ltr'])
    const printed = load(renderPrint(mixed, { pageSize: 'a5' }).xhtml)
    expect(
      printed('section[dir]')
        .toArray()
        .map((one) => [one.attribs.id, one.attribs.lang, one.attribs.dir]),
    ).toEqual([['e', 'en', 'ltr']])
  })
})

describe('text of a post', () => {
  it('is never a template and never markup', () => {
    const documents = renderEpub(hostile)
    const $ = load(fileOf(documents, 'package.opf'))
    expect($('dc\\:title').text()).toBe(hostile.metadata.title.text)
    expect($('dc\\:description').text()).toBe(hostile.metadata.description)
    expect(
      $('dc\\:creator')
        .toArray()
        .map((one) => $(one).text()),
    ).toEqual(hostile.metadata.authors.map(({ name }) => name))
    expect(documents.files.map(({ content }) => content).join('')).not.toContain('1337')
    expect(load(fileOf(documents, 'text/chapter-01.xhtml'))('h1').text()).toBe('{{7}} <%= 7*191 %> "]]> </style>')
  })

  it('keeps the white space of code', () => {
    const body = [
      chapter(
        section('s', 'One', 1, '<pre><code>a\n  b\n\n    c</code></pre>', [
          section('t', 'Two', 2, '<pre>x\n  y</pre>'),
        ]),
      ),
    ]
    const text = fileOf(renderEpub({ ...article, body }), 'text/chapter-01.xhtml')
    expect(text).toContain('<pre><code>a\n  b\n\n    c</code></pre>')
    expect(text).toContain('<pre>x\n  y</pre>')
  })
})

describe('the title page', () => {
  it('shows a standfirst where there is one', () => {
    const lines = (standfirst?: string) => {
      const metadata = { ...article.metadata, ...(standfirst ? { standfirst } : {}) }
      return load(fileOf(renderEpub({ ...article, metadata }), 'text/title-page.xhtml'))('.standfirst').text()
    }
    expect(lines('Bread <& butter>.')).toBe('Bread <& butter>.')
    expect(lines()).toBe('')
  })

  const heading = (text: string, markup = title(text).xhtml) => {
    const metadata = { ...article.metadata, title: { text, xhtml: markup } }
    const $ = load(fileOf(renderEpub({ ...article, metadata }), 'text/title-page.xhtml'))
    return [$('h1').text(), $('.subtitle').text()]
  }

  it('parts the title from the subtitle at a dash or a colon', () => {
    expect(heading('Bread – A Life')).toEqual(['Bread', 'A Life'])
    expect(heading('Bread: A Life – Part 2')).toEqual(['Bread', 'A Life – Part 2'])
    expect(heading('Well-known at 10:30')).toEqual(['Well-known at 10:30', ''])
    expect(heading('Bread – A Life', xhtml('Bread <em>– A</em> Life'))).toEqual(['Bread – A Life', ''])
  })
})
