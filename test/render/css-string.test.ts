import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cssString } from '../../src/render/css-string.js'

/** Reads a CSS string token as CSS Syntax 3, section 4.3.5, does; throws where it ends early or is bad. */
function parse(css: string): string {
  const body = /^"((?:[^"\\\n\r\f]|\\(?:[0-9a-f]{1,6}\s?|[^0-9a-f\n]))*)"$/iu.exec(css)?.[1]
  if (body === undefined) throw new Error(`no whole string token: ${css}`)
  return body.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/giu, (_, hex?: string, plain?: string) =>
    hex === undefined ? (plain ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
  )
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', '\\', '\n', '<', '/', 'style>', '-->', ']]>', '&', '{{', '}', 'a', '0', ' ', 'é'),
  }),
)

describe('a CSS string', () => {
  it('is one whole string token that means the text, and is inert in XML and HTML', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const css = cssString(text)
        const kept = text
          .replace(/\s+/g, ' ')
          .replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, '')
          .trim()
        expect(parse(css)).toBe(kept)
        expect(css).not.toMatch(/[<>&{}[\]\n]/)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps ordinary words readable', () => {
    expect(cssString('Sour Bread – “What It Is”, and Why?')).toBe('"Sour Bread – “What It Is”, and Why?"')
    expect(cssString('a "b" </style> \\')).toBe('"a \\22 b\\22  \\3c \\2f style\\3e  \\5c "')
  })
})
