// What the style sheet of an EPUB says, and leaves to the reader.

import { describe, expect, it } from 'vitest'
import { renderEpub } from '../../src/render/index.js'
import { article } from '../render/book-fixture.js'
import { fileOf } from '../render/check-documents.js'
import { readCss } from './css-rules.js'

const sheet = readCss(fileOf(renderEpub(article), 'styles/book.css'))
const always = sheet.rules.filter(({ conditions }) => conditions.length === 0)

/** What the rules with the selector set, those of later ones last; a property may stand several times. */
function said(selector: string, property: string): string[] {
  return always
    .filter(({ selectors }) => selectors.includes(selector))
    .flatMap(({ declarations }) => declarations.filter((one) => one.property === property).map(({ value }) => value))
}

/** `selector { property: value }` of every declaration of the properties. */
function every(...properties: readonly string[]): string[] {
  return sheet.rules.flatMap(({ selectors, declarations }) =>
    declarations
      .filter(({ property }) => properties.includes(property))
      .map(({ property, value }) => `${selectors.join(', ')} { ${property}: ${value} }`),
  )
}

describe('the style sheet of an EPUB', () => {
  it('sets no colour but a grey behind marked text, which shows on white and on black', () => {
    expect(every('color', 'background', 'background-color', 'fill', 'stroke', 'border-color')).toEqual([
      'mark { background: rgba(128,128,128,0.25) }',
      'mark { color: inherit }',
    ])
    const borders = sheet.rules.flatMap(({ declarations }) =>
      declarations.filter(({ property }) => property.startsWith('border')).map(({ value }) => value),
    )
    expect(borders.filter((value) => /#|rgb|hsl|\b(black|white|gray|grey|red|blue|silver)\b/i.test(value))).toEqual([])
    expect(said(':root', 'color-scheme')).toEqual(['light dark'])
  })

  it('leaves size, face, line and edge of the text to the reader', () => {
    const ofText = sheet.rules.filter(({ selectors }) =>
      selectors.some((one) => /^(\*|:root|html|body|p|section|div)$/.test(one)),
    )
    const properties = ofText.flatMap(({ declarations }) => declarations.map(({ property }) => property))
    for (const property of ['font-size', 'font-family', 'font', 'line-height', 'text-align', 'color', 'width']) {
      expect(properties).not.toContain(property)
    }
    expect(every('line-height')).toEqual(['sup, sub { line-height: 0 }', 'h1, h2, h3, h4, h5, h6 { line-height: 1.2 }'])
  })

  it('measures in em, so that it grows with the text', () => {
    expect([...sheet.units].sort()).toEqual(['em', 'vh'])
    expect(every('height', 'max-height').filter((one) => one.includes('vh'))).toEqual([
      'img { max-height: 95vh }',
      '.cover img { max-height: 98vh }',
    ])
    expect(every('font-size').filter((one) => !/: [\d.]+em \}$/.test(one))).toEqual([])
  })

  it('hyphenates text and no heading, in three spellings, and leaves no line alone', () => {
    for (const property of ['-webkit-hyphens', '-epub-hyphens', 'hyphens']) {
      expect(said('body', property), property).toEqual(['auto'])
      for (const one of ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'code']) {
        expect(said(one, property), `${one} ${property}`).toEqual(['none'])
      }
    }
    expect([said('p', 'widows'), said('p', 'orphans')]).toEqual([['2'], ['2']])
    for (const one of ['figure', 'table', 'pre', 'tr']) {
      expect([said(one, 'break-inside'), said(one, 'page-break-inside')], one).toEqual([['avoid'], ['avoid']])
    }
    for (const one of ['h1', 'h6', 'dt'])
      expect([said(one, 'break-after'), said(one, 'page-break-after')], one).toEqual([['avoid'], ['avoid']])
  })

  it('underlines links, and takes the line from those of the contents alone', () => {
    expect(said('a', 'text-decoration')).toEqual(['underline'])
    expect(every('text-decoration').filter((one) => one.includes('none'))).toEqual(['nav a { text-decoration: none }'])
  })

  it('says the side where lines begin for new readers, after left or right for old ones', () => {
    const logical = always.filter(({ declarations }) =>
      declarations.some(({ property }) => property.includes('inline')),
    )
    expect(logical.length).toBeGreaterThan(5)
    for (const { selectors, declarations } of logical) {
      const properties = declarations.map(({ property }) => property)
      for (const start of ['padding', 'margin', 'border'])
        if (properties.includes(`${start}-inline`))
          expect(
            properties.slice(0, properties.indexOf(`${start}-inline`)).filter((one) => one.startsWith(start)),
            `${selectors.join(', ')}: ${start}`,
          ).not.toEqual([])
    }
  })

  it('asks for nothing that strict readers refuse', () => {
    expect([...new Set(sheet.atRules)].sort()).toEqual(['media', 'supports'])
    expect(sheet.comments.filter((text) => text.includes('--'))).toEqual([])
    const all = sheet.rules.flatMap(({ declarations }) => declarations)
    expect(all.filter(({ property, value }) => property.startsWith('--') || /var\(|url\(|calc\(/.test(value))).toEqual(
      [],
    )
    // EPUB 3.3, section 6.3.1.3 forbids the first two.
    expect(every('direction', 'unicode-bidi', 'position', 'float')).toEqual([])
  })

  it('wraps code, and keeps pictures and tables inside the page', () => {
    expect([said('pre', 'white-space'), said('pre', 'overflow-wrap')]).toEqual([['pre-wrap'], ['anywhere']])
    expect(said('img', 'max-width')).toEqual(['100%'])
    expect(said('td', 'overflow-wrap')).toEqual(['anywhere'])
  })
})
