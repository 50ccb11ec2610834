import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributesOf, scanShortcodes } from '../../src/sources/raw/shortcode-scan.js'

const scan = (text: string) => scanShortcodes(text, ['gallery', 'caption', 'embed'])

describe('shortcodes', () => {
  it.each<[string, Record<string, string>]>([
    [
      ` ids="1,2" Link='file' columns=3 loose "with space"`,
      { ids: '1,2', link: 'file', columns: '3', 0: 'loose', 1: 'with space' },
    ],
    [` caption="it's [here]"`, { caption: "it's [here]" }],
    [' ids=\u201c1,2\u201d', { ids: '1,2' }],
    [' ids=&#8220;1,2&#8221;', { ids: '1,2' }],
    [' a = "b"', { a: 'b' }],
    [' __proto__="x"', { __proto__: 'x' } as never],
    ['', {}],
  ])('reads the attributes %s', (text, expected) => {
    expect(Object.entries(attributesOf(text))).toEqual(expect.arrayContaining(Object.entries(expected)))
  })

  it.each([
    ['[gallery]', [{ text: '' }, { shortcode: { name: 'gallery', attributes: {}, content: undefined } }, { text: '' }]],
    [
      'a [embed]x[/embed] b',
      [{ text: 'a ' }, { shortcode: { name: 'embed', attributes: {}, content: 'x' } }, { text: ' b' }],
    ],
    [
      '[gallery /][embed]',
      [
        { text: '' },
        { shortcode: { name: 'gallery', attributes: {}, content: undefined } },
        { text: '' },
        { shortcode: { name: 'embed', attributes: {}, content: undefined } },
        { text: '' },
      ],
    ],
    ['[[gallery]]', [{ text: '[[gallery]]' }]],
    ['[gallery-more] [galleries] [Gallery]', [{ text: '[gallery-more] [galleries] [Gallery]' }]],
    ['[gallery [embed', [{ text: '[gallery [embed' }]],
    [
      '[caption caption="a ] b"]c[/caption]',
      [{ text: '' }, { shortcode: { name: 'caption', attributes: { caption: 'a ] b' }, content: 'c' } }, { text: '' }],
    ],
  ])('finds those of %s', (text, expected) => {
    expect(scan(text).map((one) => JSON.parse(JSON.stringify(one)))).toEqual(JSON.parse(JSON.stringify(expected)))
  })

  it('passes over nothing of a text without them', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/\[(?:gallery|caption|embed)/.test(text))
        expect(scan(text)).toEqual([{ text }])
      }),
    )
  })
})
