import { describe, expect, it } from 'vitest'
import { keyPage, readKey } from '../../src/pdf/page/keys.js'
import { mathWords } from '../../src/pdf/page/math-words.js'

const page = (body: string) =>
  `<html lang="en" xml:lang="en"><head><style>td{}</style></head><body>${body}</body></html>`
const body = (xhtml: string) => /<body>([\s\S]*)<\/body>/.exec(xhtml)?.[1]

describe('keys', () => {
  it('mark what the tags would not tell, in the language that holds there', () => {
    const { xhtml, keys } = keyPage(
      page('<p>a</p><aside>b</aside><div lang="fr"><hr/></div><section lang="ar-x-own"><p/></section>'),
    )
    expect(body(xhtml)).toBe(
      '<p>a</p><aside id="opk-0" lang="en-x-opk-0" xml:lang="en-x-opk-0">b</aside>' +
        '<div lang="fr" id="opk-at-92"><hr id="opk-1" lang="fr-x-opk-1" xml:lang="fr-x-opk-1"/></div>' +
        '<section id="opk-2" lang="ar-x-own-opk-2" xml:lang="ar-x-own-opk-2"><p/></section>',
    )
    expect(keys).toEqual([{ kind: 'aside' }, { kind: 'rule' }, { kind: 'sect', language: 'ar-x-own' }])
    expect(['en-x-opk-0', 'ar-x-own-opk-2', 'en', 'en-x-opk', 'fr-opk-y'].map(readKey)).toEqual([
      0,
      2,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('give an id to each element with a language, as Chromium tags no other', () => {
    const { xhtml, keys } = keyPage(page('<p><i lang="la">a</i> <span id="own" lang="de">b</span></p>'))
    expect(body(xhtml)).toMatch(/^<p><i lang="la" id="opk-at-\d+">a<\/i> <span id="own" lang="de">b<\/span><\/p>$/)
    expect(keys).toEqual([])
  })

  it('tell notes and their references, and contents', () => {
    const notes = '<p><a href="#n1" id="r">1</a> <a href="#x">x</a></p><aside id="n1" class="note"><p>n</p></aside>'
    const contents = '<nav class="contents"><ol><li>a</li></ol></nav><ol><li>b</li></ol>'
    expect(keyPage(page(notes + contents)).keys.map(({ kind }) => kind)).toEqual(['ref', 'note', 'toc', 'toci'])
  })

  it('tell the rows of a table, and fill its empty cells', () => {
    const { xhtml, keys } = keyPage(
      page(
        '<table><thead><tr><th/><th>a</th></tr></thead><tbody><tr><td></td><td class="x"> </td></tr></tbody></table>',
      ),
    )
    expect(keys.map(({ kind }) => kind)).toEqual(['thead', 'tbody'])
    expect(xhtml).toContain('<th>\u00A0</th><th>a</th>')
    expect(xhtml).toContain('<td>\u00A0</td><td class="x">\u00A0</td>')
  })

  it('say a formula by its author’s words, else by its signs', () => {
    const { keys } = keyPage(
      page('<math alttext="a &lt; b"><mi>a</mi></math><math><mi>x</mi><mo>=</mo><mn>2</mn></math>'),
    )
    expect(keys).toEqual([
      { kind: 'math', text: 'a < b' },
      { kind: 'math', text: 'x = 2' },
    ])
  })
})

describe('a formula in one line', () => {
  it.each([
    ['<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>', 'E = m c^2'],
    ['<math><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></math>', 'a < b'],
    ['<math><mfrac><mn>1</mn><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>', '1/(n + 1)'],
    ['<math><msqrt><mi>x</mi></msqrt><mroot><mi>y</mi><mn>3</mn></mroot></math>', '√x root 3 of y'],
    ['<math><semantics><mi>x</mi><annotation encoding="application/x-tex">\\xi</annotation></semantics></math>', 'x'],
    ['<math/>', ''],
  ])('%s', (mathml, words) => {
    expect(mathWords(mathml)).toBe(words)
  })
})
