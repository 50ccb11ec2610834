// What print is told beside the text: short paragraphs, tables that do not fit at full size.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Xhtml } from '../../src/model.js'
import { markLeadIns } from '../../src/render/lead-ins.js'
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
    ['one endless word', ['a'.repeat(200)], 'smaller'],
  ])('are fitted: %s', (_, words, expected) => {
    expect(classes(table(words))).toBe(expected)
  })

  it('are fitted by the column with the longest word, wherever it stands', () => {
    const rows = `<tr>${'<td>a</td>'.repeat(2)}</tr><tr><td>a</td><td>${'m'.repeat(70)}</td></tr>`
    expect(classes(`<table><tbody>${rows}</tbody></table>`)).toBe('smaller')
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
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const given = x(pieces.join('\n'))
        expect(textOf(fitTables(markLeadIns(given), room))).toBe(textOf(given))
      }),
    )
  })
})
