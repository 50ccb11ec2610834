// What print is told beside the text: short paragraphs, tables that do not fit at full size.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Xhtml } from '../../src/model.js'
import { markLines } from '../../src/render/code-lines.js'
import { shapeGalleries } from '../../src/render/galleries.js'
import { markLeadIns } from '../../src/render/lead-ins.js'
import { markLineEnds } from '../../src/render/line-ends.js'
import { markItems } from '../../src/render/list-items.js'
import { textOf } from '../../src/render/markup.js'
import { fitTables } from '../../src/render/table-fit.js'

const x = (text: string) => text as Xhtml
const room = { measure: 27, turned: 40, sizes: 3 }
const long = `${'word '.repeat(50)}end.`

describe('short paragraphs', () => {
  it.each([
    ['one before another', '<p>One.</p><p>Two.</p>', '<p class="short">One.</p><p class="short">Two.</p>'],
    ['one before a list', '<p>These:</p><ul><li>a</li></ul>', '<p class="short lead-in">These:</p><ul><li>a</li></ul>'],
    ['one with a class', '<p class="a">One.</p>\n<pre>x</pre>', '<p class="short lead-in a">One.</p>\n<pre>x</pre>'],
    ['a line that is all', '<p>Only this.</p>', '<p class="short lead-in">Only this.</p>'],
    [
      'one that announces a picture',
      '<p>See:</p><figure></figure>',
      '<p class="short lead-in">See:</p><figure></figure>',
    ],
    ['one before a picture', '<p>See.</p><figure></figure>', '<p class="short">See.</p><figure></figure>'],
    ['a long one', `<p>${long}</p><ul><li>a</li></ul>`, `<p>${long}</p><ul><li>a</li></ul>`],
    ['code', '<pre>p</pre>', '<pre>p</pre>'],
  ])('are marked: %s', (_, given, expected) => {
    expect(markLeadIns(x(given))).toBe(expected)
  })
})

describe('tables', () => {
  const table = (words: readonly string[]) =>
    `<table><tbody><tr>${words.map((word) => `<td>${word}</td>`).join('')}</tr></tbody></table>`
  const classes = (given: string) => /<table class="([^"]*)"/.exec(fitTables(x(given), room))?.[1] ?? ''
  it.each([
    ['few short columns', Array(3).fill('word'), 'whole-words'],
    ['five columns', Array(5).fill('word'), 'small whole-words'],
    ['ten columns', Array(10).fill('word'), 'smaller whole-words'],
    ['words too long but for a page on its side', Array(6).fill('unbelievabilities'), 'turned smaller whole-words'],
    ['words too long for any page', Array(9).fill('unbelievabilities'), 'smaller'],
    ['one endless word, which breaks', ['a'.repeat(200)], 'whole-words'],
    ['one endless number', ['1'.repeat(200)], 'smaller'],
    ['words that fit if they are divided', ['m'.repeat(21), 'm'.repeat(21)], 'turned whole-words'],
    ['text of many lines', [long, long.repeat(3)], 'whole-words tall'],
  ])('are fitted: %s', (_, words, expected) => {
    expect(classes(table(words))).toBe(expected)
  })

  it('are fitted by the column with the longest word, wherever it stands', () => {
    const rows = `<tr>${'<td>a</td>'.repeat(2)}</tr><tr><td>a</td><td>${'8'.repeat(140)}</td></tr>`
    expect(classes(`<table><tbody>${rows}</tbody></table>`)).toBe('smaller')
  })
})

describe('the ends of lines', () => {
  const bound = (words: string) => `<span class="bound">${words}</span>`
  it.each([
    ['a dash stays with the word before it', 'one – two', '<span class="bound">one –</span> two'],
    ['not with one that is too long', 'responsibilities – two', 'responsibilities – two'],
    ['a dash without spaces is none', 'one—two–three', 'one—two–three'],
    [
      'an address breaks at its parts',
      'See https://press.example/a?b=c&amp;d, where',
      'See https://press.example<wbr/>/a<wbr/>?b<wbr/>=<wbr/>c<wbr/>&#38;<wbr/>d, where',
    ],
    [
      'a long name in code breaks, too',
      `<code>a${'_name'.repeat(8)}</code>`,
      `<code>a${'<wbr/>_name'.repeat(8)}</code>`,
    ],
    ['a short one does not', '<code>a_name – of</code>', '<code>a_name – of</code>'],
    ['a letter stays with its word', '(L-glutamine, T-shirts)', `(${bound('L-glutamine')}, ${bound('T-shirts')})`],
    ['a figure, too', 'B-12, omega-3, 5-HTP', `${bound('B-12')}, ${bound('omega-3')}, ${bound('5-HTP')}`],
    ['words may part', 'well-lit, Omega-3-Öl', `well-lit, ${bound('Omega-3-')}Öl`],
    ['a letter that joins two words', 'a-t-il, va-t-il', `${bound('a-t-il')}, va-${bound('t-il')}`],
    ['a compound that is too long', '1-methylcyclopropenes', '1-methylcyclopropenes'],
    ['a typographic hyphen', 'X\u2010ray', bound('X\u2010ray')],
    ['an address is none', 'https://press.example/a-b', 'https://press.example<wbr/>/a<wbr/>-b'],
    ['nor is code', '<code>a-b</code>', '<code>a-b</code>'],
    ['a formula stays as it is', '<math><mi>a – b</mi></math>', '<math><mi>a – b</mi></math>'],
  ])('%s', (_, given, expected) => {
    expect(markLineEnds(x(given))).toBe(expected)
  })
})

describe('items of lists', () => {
  it.each([
    [
      'one with a list',
      '<li id="a">One <em>word</em><ul><li>a</li></ul></li>',
      '<li id="a"><div class="item">One <em>word</em></div><ul><li>a</li></ul></li>',
    ],
    ['one without', '<ul><li>One</li><li>two</li></ul>', '<ul><li>One</li><li>two</li></ul>'],
    ['one with a paragraph', '<li><p>One</p><ul><li>a</li></ul></li>', '<li><p>One</p><ul><li>a</li></ul></li>'],
    ['one with a list alone', '<li> <ol><li>a</li></ol></li>', '<li> <ol><li>a</li></ol></li>'],
  ])('have their words together: %s', (_, given, expected) => {
    expect(markItems(x(given))).toBe(expected)
  })
})

describe('galleries', () => {
  const figure = '<figure><p><img src="a.png" alt="" width="3" height="2"/></p></figure>'
  it('have the shapes of their pictures', () => {
    expect(shapeGalleries(x(`<figure class="gallery">${figure}</figure>`))).toBe(
      `<figure class="gallery">${figure.replace('<figure', '<figure style="--ratio: 1.500"')}</figure>`,
    )
  })

  it('are told from other figures', () => {
    expect(shapeGalleries(x(figure))).toBe(figure)
  })
})

describe('what tables hold', () => {
  const rows = (words: readonly string[]) => `<tr>${words.map((word) => `<td>${word}</td>`).join('')}</tr>`
  const fitting = (table: string, sizes = 3) => fitTables(x(table), { ...room, sizes })

  it('has its longest words marked, to be divided', () => {
    const word = 'Unabhängigkeitserklärungen'
    expect(fitting(`<table><tbody>${rows(['a', `${word}, ja`])}</tbody></table>`)).toBe(
      `<table class="whole-words"><tbody>${rows(['a', `<span class="long-word">${word}</span>, ja`])}</tbody></table>`,
    )
  })

  it('has shorter words marked where the table fits no page otherwise', () => {
    const table = `<table><tbody>${rows(Array(8).fill('responsibilities'))}</tbody></table>`
    expect(fitting(table, 1)).toMatch(/^<table><tbody>/)
    expect(fitting(`<table><tbody>${rows(Array(5).fill('responsibilities'))}</tbody></table>`, 1)).toContain(
      '<table class="turned whole-words"><tbody><tr><td>responsibilities</td>',
    )
    const small = { measure: 27, turned: 20, sizes: 1 }
    expect(fitTables(x(`<table><tbody>${rows(Array(4).fill('responsibilities'))}</tbody></table>`), small)).toContain(
      '<table class="whole-words"><tbody><tr><td><span class="long-word">responsibilities</span></td>',
    )
  })

  it('may be as many columns as anybody writes', () => {
    const row = '<td rowspan="2">a</td>'.repeat(150_000)
    expect(fitting(`<table><tbody><tr>${row}</tr><tr></tr></tbody></table>`)).toMatch(/^<table class="smaller/)
  })

  it('is a list where there is no room, and each cell names its column', () => {
    const table = `<table class="wide linear"><tbody>${rows(Array(9).fill('responsibilities'))}</tbody></table>`
    expect(fitting(table, 1)).toContain('<table class="listed wide linear">')
  })
})

describe('all of it', () => {
  it('changes no word of the text', () => {
    const piece = fc.constantFrom(
      '<p>One.</p>',
      '<ol start="99"><li>a</li><li>b</li></ol>',
      `<p>${long}</p>`,
      '<pre>x</pre>',
      '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
      '<ul><li><p>Item</p></li></ul>',
      '<hr/>',
      '<p>An e-mail on L-glutamine &#38;-b, B-12 – and T-shirts</p>',
      '<p>It – that is, https://press.example/a/b?c=d&amp;e – <code>a_name_of_some_length</code></p>',
      '<pre class="verse">One\n two\n\nthree</pre>',
      '<figure class="gallery"><figure><p><img src="a.png" alt="" width="3" height="2"/></p></figure></figure>',
      '<table><tbody><tr><td>Unabhängigkeitserklärungen &amp; more</td></tr></tbody></table>',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const given = x(pieces.join('\n'))
        const made = shapeGalleries(fitTables(markItems(markLeadIns(markLines(markLineEnds(given)))), room))
        expect(textOf(made)).toBe(textOf(given))
      }),
    )
  })
})
