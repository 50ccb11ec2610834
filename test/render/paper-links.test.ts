// Links for readers on paper, in whole print documents.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import { breakable, printedAddress, saysAddress } from '../../src/render/addresses.js'
import { renderPrint } from '../../src/render/index.js'
import { bookOf, postOf } from '../support/posts.js'
import { load } from './check-documents.js'

type Settings = Parameters<typeof renderPrint>[1]

async function rendered(contents: readonly string[], settings: Settings = {}) {
  const posts = contents.map((content, index) =>
    postOf(content, { url: `https://press.example/post-${index + 1}/`, slug: `post-${index + 1}` }),
  )
  const { report, diagnostics } = collect()
  const document = renderPrint(await bookOf(posts), { pageSize: 'a5', ...settings }, report)
  const $ = load(document.xhtml)
  const lists = $('.links')
    .toArray()
    .map((list) =>
      $(list)
        .find('li')
        .toArray()
        .map((item) => $(item).text()),
    )
  return { $, lists, document, said: diagnostics().map(({ code, message }) => `${code}: ${message}`) }
}

const study = 'https://www.example.org/studies/light?id=1&amp;lang=en'

describe('links as notes', () => {
  it('have a number behind their words and an address in the list, the same address the same number', async () => {
    const { $, lists } = await rendered([
      `<p>One <a href="${study}">study</a>, <a href="https://other.example/">another</a>, <a href="${study}">the first</a>.</p>`,
    ])
    expect($('p:contains("One")').text()).toBe('One study1, another2, the first1.')
    expect(lists).toEqual([['example.org/studies/light?id=1&lang=en', 'other.example']])
    const first = $('.links a').first()
    expect(first.attr('href')).toBe('https://www.example.org/studies/light?id=1&lang=en')
    expect($('.links h1').text()).toBe('Links')
  })

  it('are numbered in the order of the text, through titles, tables, questions and notes', async () => {
    const { $, lists, document } = await rendered([
      '<p><a href="https://a.example/">a</a></p><h2>On <a href="https://b.example/">b</a></h2><p><a href="https://c.example/">c</a></p><h3>Below</h3><table><tr><td><a href="https://d.example/">d</a></td></tr></table><h2>After</h2><p><a href="https://e.example/">e</a></p>',
    ])
    expect(lists).toEqual([['a.example', 'b.example', 'c.example', 'd.example', 'e.example']])
    const marks = $('.link-number').toArray()
    expect(marks.map((mark) => $(mark).text())).toEqual(['1', '2', '3', '4', '5'])
    // Contents, outline and running heads have titles without numbers.
    expect(document.headings.map(({ text }) => text)).toContain('On b')
    expect($('.contents').text()).not.toContain('b2')
  })

  it('begin anew in each post of a collection, below it', async () => {
    const { $, lists } = await rendered([
      '<p><a href="https://a.example/">a</a></p>',
      '<p>No link.</p>',
      '<p><a href="https://b.example/">b</a> <a href="https://a.example/">a</a></p>',
    ])
    expect(lists).toEqual([['a.example'], ['b.example', 'a.example']])
    expect($('.links h2').length).toBe(2)
    const parts = $('body > section')
      .toArray()
      .map((one) => $(one).attr('class'))
    expect(parts.filter((name) => /chapter|links/.test(name ?? ''))).toEqual([
      'chapter section',
      'notes links',
      'chapter section',
      'chapter section',
      'notes links',
    ])
  })

  it('stand in brackets where the book has notes, whose numbers have none', async () => {
    const { $ } = await rendered([
      '<p>Light<sup data-fn="n1" class="fn"><a href="#n1" id="n1-link">1</a></sup> and <a href="https://a.example/">a lamp</a>.</p><ol class="wp-block-footnotes"><li id="n1">See <a href="https://b.example/">b</a>. <a href="#n1-link">↩</a></li></ol>',
    ])
    expect(
      $('.link-number')
        .toArray()
        .map((mark) => $(mark).text()),
    ).toEqual(['[1]', '[2]'])
    expect($('.links ol').attr('class')).toBe('bracketed')
    expect($('p:contains("Light")').text()).toBe('Light1 and a lamp[1].')
    expect(
      $('.notes')
        .toArray()
        .map((one) => $(one).attr('class')),
    ).toEqual(['notes', 'notes links'])
  })

  it('need none where the words are the address, or go on in the next link', async () => {
    const { $, lists } = await rendered([
      '<p><a href="https://www.a.example/x/">a.example/x</a>, <a href="https://a.example/">https://a.example</a>, <a href="mailto:me@a.example">me@a.example</a>, <a href="tel:+46123456">+46 123-456</a>, <a href="#here">here</a> <a href="https://b.example/">one</a><a href="https://b.example/"><em>two</em></a></p><p id="here">Here</p>',
    ])
    expect($('.link-number').length).toBe(1)
    expect($('em + sup, a + sup').text()).toBe('1')
    expect(lists).toEqual([['b.example']])
  })

  it('print mail addresses and telephone numbers as what they are', async () => {
    const { lists } = await rendered([
      '<p><a href="mailto:a%20b@c.example?subject=Hello">write</a> <a href="tel:+46123456">call</a></p>',
    ])
    expect(lists).toEqual([['a b@c.example', '+46123456']])
  })

  it('have no list where nothing is linked', async () => {
    const { $, lists } = await rendered(['<p>Nothing.</p>'])
    expect(lists).toEqual([])
    expect($('.link-number').length).toBe(0)
  })
})

describe('links of shops', () => {
  const shop =
    '<p><a href="https://www.amazon.com/dp/1?tag=me-20">Book</a> <a href="https://www.amazon.com/dp/2?tag=me-20">Lamp</a> <a href="https://a.example/">a</a></p>'

  it('are shortened to the name of the site, with a note of how many', async () => {
    const { $, lists, said } = await rendered([shop])
    expect(lists).toEqual([['amazon.com', 'a.example']])
    expect($('.links a').first().attr('href')).toBe('https://www.amazon.com/')
    expect($('p a').first().attr('href')).toBe('https://www.amazon.com/dp/1?tag=me-20')
    expect(said).toEqual(['shop-links-shortened: The PDF prints 2 links to shops with the name of the site alone.'])
  })

  it('are kept whole, or dropped but for their words, by option', async () => {
    const kept = await rendered([shop], { shopLinks: 'keep' })
    expect(kept.lists).toEqual([['amazon.com/dp/1?tag=me-20', 'amazon.com/dp/2?tag=me-20', 'a.example']])
    expect(kept.said).toEqual([])
    const dropped = await rendered([shop], { shopLinks: 'drop' })
    expect(dropped.lists).toEqual([['a.example']])
    expect(dropped.$('p:contains("Book")').text()).toBe('Book Lamp a1')
    expect(dropped.document.xhtml).not.toContain('amazon')
    expect(dropped.said).toEqual(['shop-links-dropped: The PDF prints 2 links to shops without any address.'])
  })
})

describe('other forms', () => {
  const text = `<p>A <a href="${study}">study</a> and <a href="https://a.example/">a.example</a>.</p>`

  it('inline: the address in brackets behind the words', async () => {
    const { $, lists } = await rendered([text], { links: 'inline' })
    expect($('p:contains("A study")').text()).toBe('A study (example.org/studies/light?id=1&lang=en) and a.example.')
    expect(lists).toEqual([])
  })

  it('qr: one code for each post, large enough, with its address beside it', async () => {
    const { $ } = await rendered([text, text], { links: 'qr' })
    expect($('.link-number, .link-address, .links').length).toBe(0)
    expect(
      $('.source')
        .toArray()
        .map((one) => $(one).text().trim()),
    ).toEqual(['press.example/post-1', 'press.example/post-2'])
    const code = $('.source svg').first()
    expect(code.attr('aria-label')).toBe('QR code that leads to press.example/post-1')
    const [, , modules = 0] = (code.attr('viewBox') ?? '').split(' ').map(Number)
    const side = Number.parseFloat(code.attr('width') ?? '')
    // Without the quiet zone of four modules on each side it is 20 mm at least.
    expect((side * (modules - 8)) / modules).toBeGreaterThanOrEqual(20)
    const places = [...(code.find('path').attr('d') ?? '').matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [x, y])
    expect(Math.min(...places.map(Number))).toBe(4)
    expect(Math.max(...places.map(Number))).toBe(modules - 5)
  })

  it('none: nothing but the link', async () => {
    const { $, document } = await rendered([text], { links: 'none' })
    expect($('.link-number, .link-address, .links, .source').length).toBe(0)
    expect(document.xhtml).toContain('<a href="https://www.example.org/studies/light?id=1&amp;lang=en">study</a>')
  })
})

describe('an address on paper', () => {
  it('breaks before points and strokes, never in the name of a short host', () => {
    expect(breakable('sub.example.org/a/b-c?d=1&e')).toBe(
      'sub.example.org<wbr/>/a<wbr/>/b<wbr/>-c<wbr/>?d<wbr/>=<wbr/>1<wbr/>&#38;<wbr/>e',
    )
  })

  it('is the same words with its breaks, whatever it holds', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const shown = printedAddress(url, false)?.shown ?? ''
        expect(load(`<p>${breakable(shown)}</p>`)('p').text()).toBe(shown)
        expect(shown).not.toMatch(/^https?:/)
      }),
    )
  })

  it('is none where the link does not leave the book', () => {
    expect(printedAddress('#here', true)).toBeUndefined()
    expect(printedAddress('javascript:alert(1)', true)).toBeUndefined()
  })

  it('is told from other words', () => {
    const address = { href: 'https://a.example/x', shown: 'a.example/x', isShortened: false, isShop: false }
    expect(saysAddress('See a.example/x', address)).toBe(false)
    expect(saysAddress(' HTTPS://www.A.example/x/ ', address)).toBe(true)
    const call = { ...address, href: 'tel:112', shown: '112' }
    expect(saysAddress('call', call)).toBe(false)
  })
})
