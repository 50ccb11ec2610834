import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { justify } from '../../src/render/hyphens/index.js'
import { hyphenatorsOf } from '../../src/render/hyphens/patterns.js'

const visible = (text: string) => text.replaceAll('\u00AD', '·')

/** What becomes of the markup of a chapter. */
async function chapter(markup: string, { language = 'en-GB', characters = 68 } = {}): Promise<string> {
  const before = `<html lang="${language}"><body><section class="chapter">`
  const all = await justify(`${before}${markup}</section></body></html>`, characters)
  expect(all.startsWith(before)).toBe(true)
  return visible(all.slice(before.length, -'</section></body></html>'.length))
}

/** What becomes of a text in a paragraph; another word follows, for the last is never divided. */
async function text(words: string, language?: string): Promise<string> {
  const made = await chapter(`<p>${words} end</p>`, language === undefined ? {} : { language })
  return made.replace(/^<p(?: class="(?:justified|divided)")?>/, '').replace(/ end<\/p>$/, '')
}

describe('the words of a paragraph', () => {
  it.each([
    [
      'are divided by patterns',
      'en-GB',
      'about inflammation and hyphenation',
      'about inflam·ma·tion and hyphen·a·tion',
    ],
    ['keep three letters at either end', 'en-GB', 'only unity around', 'only unity around'],
    ['are divided otherwise in another region', 'en-GB', 'an inflammatory process', 'an inflam·mat·ory pro·cess'],
    ['are not divided inside a ligature', 'en-GB', 'a sufficient difference', 'a suffi·cient differ·ence'],
    ['follow the region', 'en-US', 'an inflammatory process', 'an inflam·ma·tory process'],
    ['fall back on the language', 'sv-FI', 'en sömnforskare säger', 'en sömn·fors·kare säger'],
    ['may be capitalised in German', 'de-AT', 'die Schlafforschung zeigt', 'die Schlaffor·schung zeigt'],
    ['are not divided where they are names', 'en-GB', 'saw Alexander there', 'saw Alexander there'],
    ['are divided where they begin a sentence', 'en-GB', 'Inflammation. Hyphenation', 'Inflam·ma·tion. Hyphen·a·tion'],
    ['are names after a title', 'en-GB', 'with Dr. Alexander there', 'with Dr. Alexander there'],
    ['stay whole in capitals', 'en-GB', 'INFLAMMATION and McAlexander', 'INFLAMMATION and McAlexander'],
    ['stay whole with figures', 'en-GB', 'vitamin2 interleukin6', 'vitamin2 interleukin6'],
    ['stay whole in addresses', 'en-GB', 'example.org/inflammation a@inflammation.org', undefined],
    ['stay whole beside a hyphen', 'en-GB', 'anti-inflammatory', 'anti-inflammatory'],
    ['are divided on both sides of a dash', 'en-GB', 'inflammation—hyphenation', 'inflam·ma·tion—hyphen·a·tion'],
    ['are divided after an elision', 'fr', 'de l’inflammation grave', 'de l’inflam·ma·tion grave'],
    ['are divided in quotation marks', 'en-GB', 'the “inflammation,” too', 'the “inflam·ma·tion,” too'],
    ['are not made of references', 'en-GB', 'x&amp;inflammation &#105;nflammation', undefined],
    ['stay whole without patterns', 'th', 'inflammation', 'inflammation'],
    ['stay whole in no language', 'und', 'inflammation', 'inflammation'],
  ])('%s', async (_, language, given, expected) => {
    expect(await text(given, language)).toBe(expected ?? given)
  })

  it('stay whole in links, code and what a tag divides', async () => {
    const whole = [
      '<a href="https://x.example/inflammation">inflammation</a>',
      '<code>inflammation</code>',
      'inflam<em>mation</em>',
      '<sup>inflammation</sup>',
      '<abbr>inflammation</abbr>',
    ].join(' ')
    expect(await text(whole)).toBe(whole)
  })

  it('are divided in an element of their own, in its language', async () => {
    expect(await text('(<em>inflammation</em>), <i lang="de">die Schlafforschung</i>')).toBe(
      '(<em>inflam·ma·tion</em>), <i lang="de">die Schlaffor·schung</i>',
    )
  })

  it('do not end a paragraph divided', async () => {
    expect(await chapter('<p>Much inflammation.</p>')).toBe('<p class="justified">Much inflammation.</p>')
  })
})

describe('justified paragraphs', () => {
  const words = 'Much inflammation here.'
  const divided = 'Much inflam·ma·tion here.'

  it('are those of chapters, answers and quotations', async () => {
    const made = await chapter(
      `<p class="short">${words}</p><section><div class="answer"><p>${words}</p></div></section><blockquote><p>${words}</p></blockquote>`,
    )
    expect(made).toBe(
      `<p class="justified short">${divided}</p><section><div class="answer"><p class="justified">${divided}</p></div></section><blockquote><p class="justified">${divided}</p></blockquote>`,
    )
  })

  it.each([
    `<h2>${words}</h2>`,
    `<ul><li><p>${words}</p>${words}</li></ul>`,
    `<table><tr><td><p>${words}</p></td></tr></table>`,
    `<figure><figcaption><p>${words}</p></figcaption></figure>`,
    `<aside class="note"><p>${words}</p></aside>`,
    `<dl><dd><p>${words}</p></dd></dl>`,
    `<pre>${words}</pre>`,
    `<p class="byline">${words}</p>`,
    `<blockquote class="pullquote"><p>${words}</p></blockquote>`,
    `<div class="embed"><p>${words}</p></div>`,
    `<section lang="ta"><p>${words}</p></section>`,
    '<p/>',
  ])('are not made of %s', async (markup) => {
    expect(await chapter(markup)).toBe(markup)
  })

  it('are ragged where something long cannot be divided', async () => {
    const long = 'Much about https://press.example/without-a-break, inflammation and more.'
    expect(await chapter(`<p>${long}</p>`)).toMatch(/^<p class="divided">Much about .* inflam·ma·tion .*<\/p>$/)
    const broken = long.replace('example/', 'example<wbr/>/')
    expect(await chapter(`<p>${broken}</p>`)).toMatch(/^<p class="justified">/)
  })

  it('do not end with a short word on a line of its own', async () => {
    const words = 'one and another of the words '.repeat(4)
    expect(await chapter(`<p>${words}in it.</p>`)).toMatch(/ <span class="bound">in it\.<\/span><\/p>$/)
    expect(await chapter(`<p>${words}nevertheless it.</p>`)).toMatch(/ nev·er·the·less it\.<\/p>$/)
    expect(await chapter('<p>All in it.</p>')).toBe('<p class="justified">All in it.</p>')
  })

  it('are made undivided in languages of short words, whose patterns there are none of', async () => {
    expect(await chapter(`<section lang="ar"><p>${words}</p></section>`)).toBe(
      `<section lang="ar"><p class="justified">${words}</p></section>`,
    )
  })

  it('need a line of 55 characters', async () => {
    expect(await chapter(`<p>${words}</p>`, { characters: 54 })).toBe(`<p>${words}</p>`)
    expect(await chapter(`<p>${words}</p>`, { characters: 55 })).toBe(`<p class="justified">${divided}</p>`)
    const quotation = `<blockquote><p>${words}</p></blockquote>`
    expect(await chapter(quotation, { characters: 61 })).toBe(quotation)
  })

  it('are those of the text only', async () => {
    const page = `<html lang="en"><section class="colophon"><p>${words}</p></section></html>`
    expect(await justify(page, 68)).toBe(page)
  })

  it('keep every character, whatever they hold', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'inflammation',
        ' ',
        '<em>',
        '</em>',
        '<br/>',
        '&amp;',
        '’’’’',
        '. ',
        'Ärzteschaft',
        '\u00AD',
        '\n',
      ),
      fc.string({ unit: 'grapheme' }).map((one) => one.replace(/[<>&]/g, '')),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const page = `<html lang="de"><section class="chapter"><p>${balanced(pieces)}</p></section></html>`
        const made = await justify(page, 68)
        const bare = made
          .replace(/ class="(?:justified|divided)"/, '')
          .replace(/<span class="bound">(.*)<\/span>/s, '$1')
        expect(bare.replaceAll('\u00AD', '')).toBe(page.replaceAll('\u00AD', ''))
      }),
    )
  })
})

/** Pieces as well-formed markup: end tags without a start are left out, open elements closed. */
function balanced(pieces: readonly string[]): string {
  let depth = 0
  const kept = pieces.filter((piece) => {
    if (piece === '<em>') depth += 1
    if (piece === '</em>') depth -= 1
    if (depth >= 0) return true
    depth = 0
    return false
  })
  return kept.join('') + '</em>'.repeat(depth)
}

describe('patterns', () => {
  it('are there for every language that is promised', async () => {
    const languages =
      'af be bg bs ca cs cy da de de-CH el en en-AU en-CA en-US es et eu fi fr fur ga gl hr hsb hu hy ia id is it ka kmr la lt lv mk mn nb nl nn no oc pl pms pt pt-BR rm ro ru sh sk sl sq sr sr-Latn-RS sv tk tr uk'.split(
        ' ',
      )
    const found = await hyphenatorsOf(languages)
    expect([...found.keys()]).toEqual(languages)
    expect(found.get('en')?.('hyphenation')).toBe('hyphen\u00ADa\u00ADtion')
    expect(visible(found.get('sr-Latn-RS')?.('razumevanje') ?? '')).toContain('·')
  })

  it('are not sought by names that a post makes up', async () => {
    expect((await hyphenatorsOf(['../../x', 'constructor', '__proto__', 'zh-Hans', 'th', ''])).size).toBe(0)
  })
})
