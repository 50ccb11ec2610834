import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dayInWords, namesInWords } from '../../src/render/language.js'
import { webAddress } from '../../src/render/links.js'

describe('a day in words', () => {
  afterEach(() => vi.unstubAllEnvs())

  it.each([
    ['en', '25 January 2026'],
    ['en-US', 'January 25, 2026'],
    ['sv', '25 januari 2026'],
    ['de-AT', '25. Jänner 2026'],
    ['not a tag', '25 January 2026'],
  ])('in %s', (language, words) => {
    expect(dayInWords('2026-01-25T23:54:00-11:00', language)).toEqual({ date: '2026-01-25', words })
  })

  it('is the day that stands there, in every time zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Stockholm']) {
      vi.stubEnv('TZ', zone)
      expect(dayInWords('2026-01-01T00:00:01+14:00', 'en')?.words).toBe('1 January 2026')
    }
  })

  it('is nothing where there is no date', () => {
    expect(dayInWords('', 'en')).toBeUndefined()
  })
})

describe('names in words', () => {
  const names = ['Ana', 'Bo', 'Cy'].map((name) => ({ name }))

  it('are joined as the language does', () => {
    expect(namesInWords(names, 'sv')).toBe('Ana, Bo och Cy')
    expect(namesInWords(names, 'en')).toBe('Ana, Bo and Cy')
    expect(namesInWords([], 'en')).toBe('')
  })
})

describe('a web address', () => {
  it('is shown without what a reader need not see', () => {
    expect(webAddress('https://www.a.example/br%C3%B6d/')).toEqual({
      href: 'https://www.a.example/br%C3%B6d/',
      shown: 'a.example/bröd',
    })
    expect(webAddress('http://a.example/a%20b%E2%80%AE?x=1')?.shown).toBe('a.example/a%20b%E2%80%AE?x=1')
    expect(webAddress('https://a.example/%ff')?.shown).toBe('a.example/%ff')
  })

  it('is none where it is no address of the web', () => {
    for (const url of [undefined, '', 'javascript:alert(1)', 'mailto:a@b.example', '/en/', 'https://']) {
      expect(webAddress(url)).toBeUndefined()
    }
  })

  it('is never shown with a space or a control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        const shown = webAddress(`https://a.example/${encodeURIComponent(path.replace(/\p{Cs}/gu, ''))}`)?.shown
        expect(shown).not.toMatch(/[\s\p{C}]/u)
      }),
    )
  })
})
