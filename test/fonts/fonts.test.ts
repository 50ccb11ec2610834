import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseFonts } from '../../src/fonts/choose.js'
import { clustersOf } from '../../src/fonts/clusters.js'
import { facesOf, isAskedFor } from '../../src/fonts/faces.js'
import { fontFile } from '../../src/fonts/packages.js'
import { packagesFor } from '../../src/fonts/scripts.js'
import { withoutZeros } from '../../src/pdf/finish/unicode-maps.js'
import { fontsOf } from '../../src/pdf/glyphs/fallback.js'
import { documentOf } from '../pdf/sample.js'

describe('the packages for a character', () => {
  it.each([
    ['ض', 'en', 'amiri'],
    ['ש', 'en', 'noto-serif-hebrew'],
    ['ज', 'en', 'noto-serif-devanagari'],
    ['ไ', 'en', 'noto-serif-thai'],
    ['আ', 'en', 'noto-serif-bengali'],
    ['த', 'en', 'noto-serif-tamil'],
    ['ა', 'en', 'noto-serif-georgian'],
    ['Ա', 'en', 'noto-serif-armenian'],
    ['“', 'zh-Hant-TW', 'noto-serif-tc'],
    ['1️⃣', 'en', 'noto-emoji'],
    ['🇸🇪', 'en', 'noto-emoji'],
    ['한', 'en', 'noto-serif-kr'],
    ['ひ', 'en', 'noto-serif-jp'],
    ['ー', 'en', 'noto-serif-jp'],
    ['直', 'ja', 'noto-serif-jp'],
    ['直', 'ko-KR', 'noto-serif-kr'],
    ['直', 'zh', 'noto-serif-sc'],
    ['直', 'zh-CN', 'noto-serif-sc'],
    ['直', 'zh-Hant', 'noto-serif-tc'],
    ['直', 'zh-TW', 'noto-serif-tc'],
    ['。', 'ja', 'noto-serif-jp'],
    ['😀', 'en', 'noto-emoji'],
    ['☂', 'en', 'noto-emoji'],
    ['⇶', 'en', 'noto-sans-symbols-2'],
    ['ꟻ', 'en', 'noto-serif'],
  ])('%s in %s begin with %s', (character, language, name) => {
    expect(packagesFor(character, language)[0]).toBe(name)
  })

  it('are none for a private character', () => {
    expect(packagesFor('\u{10FFFD}', 'ja')).toEqual([])
  })
})

describe('choosing fonts', () => {
  it('takes of a package the files alone that hold the characters', async () => {
    const { slices, lacking } = await chooseFonts('光と眠りضレ', 'ja')
    expect(lacking.size).toBe(0)
    expect(new Set(slices.map((slice) => slice.package))).toEqual(new Set(['noto-serif-jp', 'amiri']))
    expect(slices.flatMap(({ characters }) => characters).sort()).toEqual([...'光と眠りضレ'].sort())
    for (const { face, characters } of slices) {
      for (const character of characters) expect(isAskedFor(face, character.codePointAt(0) ?? 0)).toBe(true)
    }
    expect(slices.length).toBeLessThan((await facesOf('noto-serif-jp', '400.css')).length / 10)
  })

  it('takes every part of an emoji sequence from one file', async () => {
    const clusters = clustersOf('👨‍👩‍👧‍👦 👍🏽 🇸🇪 1️⃣ 12 👍')
    expect(clusters).toEqual(['👨‍👩‍👧‍👦', '👍🏽', '🇸🇪', '1️⃣', ' ', '1', '2', '👍'])
    const pictures = clusters.filter((cluster) => /\P{ASCII}/u.test(cluster))
    const { slices, lacking } = await chooseFonts(pictures, 'en')
    expect(lacking.size).toBe(0)
    expect(slices.flatMap(({ characters }) => characters).sort()).toEqual([...pictures].sort())
  })

  it('asks for what shaping puts in the place of a character', async () => {
    const { slices } = await chooseFonts('ำ', 'th')
    expect(slices.map(({ characters }) => characters)).toEqual([['ำ']])
    // The circle and the stroke of sara am.
    expect(slices[0]?.relatives).toEqual(expect.arrayContaining(['\u0E4D', '\u0E32']))
    expect((await chooseFonts('光', 'ja')).slices[0]?.relatives).toEqual([])
  })

  it('names what may have the others', async () => {
    const { slices, lacking } = await chooseFonts('ა\u{10FFFD}', 'en')
    expect(slices).toEqual([])
    expect([...lacking]).toEqual([
      ['ა', ['noto-serif-georgian', 'noto-sans-georgian']],
      ['\u{10FFFD}', []],
    ])
  })

  it('finds no file outside a package', async () => {
    expect(await fontFile('no-such-font', '400.css')).toBeUndefined()
    expect(await facesOf('no-such-font', '400.css')).toEqual([])
  })
})

describe('the fonts of a page', () => {
  it('are declared under the names of its own, in every weight and style, for the missing characters alone', async () => {
    const { xhtml } = documentOf('<p>Light, 光</p>')
    const fonts = await fontsOf(xhtml, 'ja')
    const rules = [...fonts.xhtml.matchAll(/@font-face\{([^}]*U\+5149[^}]*)\}/g)].map(([, rule = '']) => rule)
    const faces = rules.map((rule) => /font-family:("[^"]*");font-style:(\w+);font-weight:(\d+)/.exec(rule)?.slice(1))
    expect(faces).toEqual([
      ['"EB Garamond"', 'normal', '400'],
      ['"EB Garamond"', 'italic', '400'],
      ['"EB Garamond"', 'normal', '600'],
      ['"EB Garamond"', 'italic', '600'],
    ])
    expect(rules.map((rule) => /-(\d+)-normal\.woff2/.exec(rule)?.[1])).toEqual(['400', '400', '700', '700'])
    expect(fonts.covers('光')).toBe(true)
    expect(fonts.names).toEqual(['EBGaramond', 'NotoSerifJP'])
  })

  it('stand before its own, but for the marks that are as wide as an ideograph', async () => {
    const { xhtml } = documentOf('<p>“光” Light 1️⃣ 1</p>')
    const fonts = await fontsOf(xhtml, 'zh')
    const [before = '', after = ''] = fonts.xhtml.split('<link ', 2)
    expect(before).toContain('U+20e3')
    expect(before).toContain('U+5149')
    expect(before).not.toContain('U+201c')
    expect(fonts.xhtml.slice(fonts.xhtml.lastIndexOf('<style>'))).toContain('U+201c')
    expect(after).not.toContain('U+5149')
    expect((await fontsOf(xhtml, 'en')).xhtml).not.toContain('U+201c')
  })

  it('have the words of the style sheets and of page numbers too', async () => {
    const { xhtml } = documentOf('<p><span data-words="({page}쪽)"></span></p>')
    const styled = xhtml.replace('</head>', '<style>@page { @left-middle { content: "\\05d4 הערות" } }</style></head>')
    const { text } = await fontsOf(styled, 'ko')
    expect(text).toEqual(expect.arrayContaining(['쪽', 'ה', 'ע']))
  })

  it('leave a page as it is that lacks nothing', async () => {
    const { xhtml } = documentOf('<p>Light</p>')
    expect((await fontsOf(xhtml, 'en')).xhtml).toBe(xhtml)
  })
})

describe('maps to Unicode', () => {
  it('never name the character zero', () => {
    const map =
      '2 beginbfchar\n<0004> <0621>\n<000A> <0000>\nendbfchar\n1 beginbfrange\n<0010> <0010> <0000>\nendbfrange'
    expect(withoutZeros(map)).toBe(
      map.replace('<000A> <0000>', '<000A> <034F>').replace('<0010> <0000>', '<0010> <034F>'),
    )
  })

  it('stay as they are otherwise', () => {
    const code = fc.integer({ min: 1, max: 0xffff }).map((number) => number.toString(16).padStart(4, '0').toUpperCase())
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code)), (pairs) => {
        const map = pairs.map(([from, to]) => `<${from}> <${to}>`).join('\n')
        expect(withoutZeros(map)).toBe(map)
        expect(withoutZeros('<0000> <0041>')).toBe('<0000> <0041>')
      }),
    )
  })
})
