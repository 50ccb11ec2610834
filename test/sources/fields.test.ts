// The small readers of single fields: dates, names, slugs, languages.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageOf, languageOfAddress } from '../../src/sources/language.js'
import { excerptOf, plainText } from '../../src/sources/plain-text.js'
import { slugOf } from '../../src/sources/slug.js'
import { timestampOf } from '../../src/sources/timestamp.js'
import { webAddress } from '../../src/sources/web-address.js'

describe('timestampOf', () => {
  it.each([
    ['2026-01-25T10:54:00', '2026-01-25T09:54:00', '2026-01-25T10:54:00+01:00'],
    ['2024-11-07T10:36:54', '2024-11-07T15:36:54', '2024-11-07T10:36:54-05:00'],
    ['2026-01-25T15:39:00', '2026-01-25T09:54:00', '2026-01-25T15:39:00+05:45'],
    ['2026-01-01T00:30:00', '2025-12-31T23:30:00', '2026-01-01T00:30:00+01:00'],
    ['2026-01-25T10:54:00', '2026-01-25T10:54:00', '2026-01-25T10:54:00+00:00'],
    ['2026-01-25T10:54:00', undefined, '2026-01-25T10:54:00Z'],
    ['2026-01-25T10:54:00', '0000-00-00T00:00:00', '2026-01-25T10:54:00Z'],
    [undefined, '2026-01-25T09:54:00', '2026-01-25T09:54:00Z'],
    ['2026-01-25T10:54:00', '2020-01-01T00:00:00', '2020-01-01T00:00:00Z'],
    ['2026-01-25T10:54:00', '2026-01-25T10:53:00', '2026-01-25T10:53:00Z'],
    ['2026-01-25 10:54:00+09:00', undefined, '2026-01-25T10:54:00+09:00'],
    ['2026-02-30T10:54:00', undefined, undefined],
    ['0000-00-00T00:00:00', '0000-00-00T00:00:00', undefined],
    ['yesterday', '', undefined],
  ])('%s and %s UTC are %s', (site, utc, expected) => {
    expect(timestampOf(site, utc)).toBe(expected)
  })
})

describe('slugOf', () => {
  it.each([
    ['leaky-gut', 'leaky-gut'],
    ['%c3%a5ngest-och-s%c3%b6mn', 'angest-och-somn'],
    ['stra%C3%9Fe-œuvre-łódź', 'strasse-oeuvre-lodz'],
    ['rd%e3%81%ab%e3%81%82%e3%8', 'rd'],
    ['100%-sure', '100-sure'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\u0000b\u202ec', 'a-b-c'],
    ['it’s', 'its'],
    ['CON', 'fallback'],
    ['lpt1', 'fallback'],
    ['..', 'fallback'],
    ['睡眠', 'fallback'],
    [`${'word-'.repeat(20)}end`, 'word-'.repeat(16).slice(0, -1)],
    ['x'.repeat(3000), 'x'.repeat(80)],
  ])('%j becomes %s', (slug, expected) => {
    expect(slugOf([slug], 'fallback')).toBe(expected)
  })

  it('is safe as a file name, whatever the candidates', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('%', '%e3%81', '../', 'nul', '-', 'İ', '﷽'))
    fc.assert(
      fc.property(fc.array(fc.array(text).map((parts) => parts.join(''))), (candidates) => {
        const slug = slugOf(candidates, 'post')
        expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        expect(slug).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/)
        expect(slug.length).toBeLessThanOrEqual(80)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('languageOf', () => {
  it.each([
    [['sv_SE'], 'sv-SE'],
    [['EN-us'], 'en-US'],
    [['de_DE_formal'], 'de-DE'],
    [['zh_hant_TW'], 'zh-Hant-TW'],
    [['in'], 'id'],
    [['ceb'], 'ceb'],
    [[undefined, '', 'all', 'und', 'xx', 'qqq', 'C', 'en'], 'en'],
    [['english'], undefined],
    [['en-'], undefined],
  ])('of %j is %s', (tags, expected) => {
    expect(languageOf(tags)).toBe(expected)
  })
})

describe('languageOfAddress', () => {
  const self = (segment: string) => `https://x.org/${segment}/wp-json/wp/v2/posts/1`
  it.each([
    ['https://x.org/en/articles/a', undefined, 'en'],
    ['https://x.org/sv-se/a', undefined, 'sv-SE'],
    ['https://x.org/zh-hans/a', undefined, 'zh-Hans'],
    ['https://x.org/a/?lang=fi', undefined, 'fi'],
    ['https://x.org/articles/en/a', undefined, undefined],
    ['https://x.org/en/', undefined, undefined],
    ['https://x.org/english/a', undefined, undefined],
    ['https://x.org/it/security-tips', undefined, undefined],
    ['https://x.org/it/salute', self('it'), 'it'],
    ['https://x.org/it-it/salute', undefined, 'it-IT'],
    ['https://x.org/no/a', self('no'), 'no'],
    ['https://x.org/uk/a', self('uk'), undefined],
    ['https://x.org/se/a', self('se'), undefined],
    ['https://x.org/to-do/a', undefined, undefined],
    ['https://x.org/xx-yy/a', undefined, undefined],
    ['', undefined, undefined],
  ])('of %s (REST API at %s) is %s', (link, rest, expected) => {
    expect(languageOfAddress(link, rest)).toBe(expected)
  })
})

describe('plainText', () => {
  it.each([
    ['Ada &amp; Bo', 'Ada & Bo'],
    ['It&#8217;s &#x201C;so&#X201d;', 'It’s “so”'],
    ['&Aring;ngstr&ouml;m &szlig; &times;', 'Ångström ß ×'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&#146;&#128;', '’€'],
    ['&#0;&#xD800;&#x110000;', '\u{FFFD}\u{FFFD}\u{FFFD}'],
    ['&unknown; AT&T', '&unknown; AT&T'],
    ['a<br />b <em>c</em>\n\td', 'a b c d'],
    ['5 < 6', '5 < 6'],
    ['a\u0000\u202eb\uD800c', 'abc'],
  ])('of %j is %j', (markup, expected) => {
    expect(plainText(markup)).toBe(expected)
  })
})

describe('excerptOf', () => {
  it('is one line of 60 characters at most', () => {
    expect(excerptOf('a\n b')).toBe('a b')
    expect(excerptOf('🌙'.repeat(60))).toBe('🌙'.repeat(60))
    expect(excerptOf('🌙'.repeat(61))).toBe(`${'🌙'.repeat(59)}…`)
  })
})

describe('webAddress', () => {
  it.each([
    [' https://X.org/ä–b ', undefined, 'https://x.org/%C3%A4%E2%80%93b'],
    ['/up/a.jpg', 'https://x.org/b/', 'https://x.org/up/a.jpg'],
    ['//cdn.org/a.jpg', 'https://x.org/', 'https://cdn.org/a.jpg'],
    ['/up/a.jpg', '', undefined],
    ['javascript:alert(1)', undefined, undefined],
    ['file:///etc/passwd', undefined, undefined],
    ['', 'https://x.org/', undefined],
    [undefined, undefined, undefined],
  ])('of %s on %s is %s', (text, base, expected) => {
    expect(webAddress(text, base)).toBe(expected)
  })
})
