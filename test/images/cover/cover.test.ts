// Covers that are made: their letters, their breaks, their contrast, and what is said of what they cannot show.

import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { dark, light } from '../../../src/images/cover/colour.js'
import { cover, picture, plain, readInk } from './covers.js'

const glyphs = (svg: string) => svg.match(/<path /g)?.length ?? 0

/** The baselines of the lines of the outlines, from above; marks of letters stand elsewhere and are few. */
function baselines(svg: string): number[] {
  const counts = new Map<number, number>()
  const letters = svg.slice(svg.lastIndexOf('<g '))
  for (const [, y] of letters.matchAll(/translate\(\S+ (\S+)\)/g))
    counts.set(Number(y), (counts.get(Number(y)) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= 2).map(([y]) => y)
}

describe('a made cover', () => {
  it('is a JPEG as stores want it, and a drawing in the proportions of the page', async () => {
    const { reader, svg, said } = await cover()
    const { format, width, height, space } = await sharp(reader.bytes).metadata()
    expect({ format, width, height, space }).toEqual({ format: 'jpeg', width: 1600, height: 2560, space: 'srgb' })
    expect(reader.bytes.length).toBeLessThan(3_000_000)
    expect(svg).toMatch(/^<svg [^>]*width="1600" height="2270" viewBox="0 0 1600 2270"/)
    expect(said).toEqual([])
  })

  it('comes out the same byte for byte, and another work has other colours', async () => {
    const image = await picture(2000, 1200, '#336')
    const [one, same] = [await cover({}, image), await cover({}, image)]
    expect(Buffer.from(one.reader.bytes).equals(Buffer.from(same.reader.bytes))).toBe(true)
    expect(one.svg).toBe(same.svg)
    const edges = await Promise.all([1, 2, 3, 4, 5].map(async (n) => (await cover({ identifier: `${n}` })).page?.edge))
    expect(new Set(edges).size).toBeGreaterThan(1)
  })

  it('holds no text but as outlines: nothing of a title is ever markup', async () => {
    const hostile = '<script>alert(1)</script> {{this}} {{{x}}} <%= 1 %> \u0000\u0007\u202E &amp; ]]>'
    const { svg, said } = await cover({ title: hostile, authors: '<b>"A" & \'B\'</b>', imprint: '{{imprint}}' })
    expect(svg.replace(/<\/?(?:svg|g|rect|path)(?:\s[^<>]*)?>/g, '')).toBe('')
    expect(svg).not.toMatch(/script|alert|imprint|\{/)
    expect(said).toEqual([])
  })

  it('takes any title', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (title) => {
        const { reader, svg } = await cover({ title })
        expect(reader.bytes.length).toBeGreaterThan(1000)
        expect(svg.endsWith('</svg>')).toBe(true)
        expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      }),
      { numRuns: 12 },
    )
  })

  it('sets 120 characters whole, and the beginning of 3,000 with a warning', async () => {
    const title =
      'Why the light you see in the first hour after waking decides how well you will sleep at the end of a long working day'
    const whole = await cover({ title, authors: '', imprint: '' })
    expect(whole.said).toEqual([])
    // A letter or a ligature each, and the initial behind them.
    expect(glyphs(whole.svg)).toBeGreaterThan(title.replace(/\s/g, '').length - 6)
    const cut = await cover({ title: 'All that can be said of light. '.repeat(97) })
    expect(cut.said.map(({ code, severity }) => [code, severity])).toEqual([['cover-title-shortened', 'warning']])
    expect(glyphs(cut.svg)).toBeLessThan(300)
  })

  it('keeps every letter inside the cover, however long a word is', async () => {
    for (const title of ['W'.repeat(80), 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente', 'x'.repeat(3000)]) {
      const { svg } = await cover({ title, language: 'de' })
      const letters = svg.slice(svg.lastIndexOf('<g '))
      const places = [...letters.matchAll(/translate\((\S+) (\S+)\)/g)].map(([, x, y]) => [Number(x), Number(y)])
      expect(Math.max(...places.map(([x = 0]) => x))).toBeLessThan(1450)
      expect(Math.max(...places.map(([, y = 0]) => y))).toBeLessThan(2270)
    }
  })
})

describe('scripts', () => {
  const placesOf = (svg: string) =>
    [...svg.slice(svg.lastIndexOf('<g ')).matchAll(/translate\((\S+) (\S+)\)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ])

  it('joins Arabic letters, from the right', async () => {
    const { svg, said } = await cover({ title: 'النوم', authors: '', imprint: '', language: 'ar', direction: 'rtl' })
    expect(said).toEqual([])
    const apart = await cover({ title: 'ا ل ن و م', authors: '', imprint: '', language: 'ar', direction: 'rtl' })
    const leftEdge = (places: number[][]) => Math.min(...places.map(([x = 0]) => x))
    expect(placesOf(svg).length).toBeGreaterThanOrEqual(4)
    expect(leftEdge(placesOf(svg))).toBeGreaterThan(leftEdge(placesOf(apart.svg)) + 200)
    expect(Math.max(...placesOf(svg).map(([x = 0]) => x))).toBeGreaterThan(1200)
  })

  it('sets the tones of Thai, and knows the two signs of sara am', async () => {
    const { svg, said } = await cover({ title: 'ที่ ทำ', authors: '', imprint: '', language: 'th' })
    expect(said).toEqual([])
    // To, vowel and tone; to, circle and stroke.
    expect(placesOf(svg)).toHaveLength(6)
  })

  it('breaks Japanese between characters and never before a full stop', async () => {
    const title = '眠りと光。朝の光が体内時計を整える、という話。「本当に」そうなのか？'
    const { svg, said } = await cover({ title, authors: '', imprint: '', language: 'ja' })
    expect(said).toEqual([])
    expect(baselines(svg).length).toBeGreaterThan(2)
    expect(glyphs(svg)).toBe([...title].length + 1)
  })

  it('names the package that a script needs, and leaves out the words that need it', async () => {
    const { svg, said } = await cover({ title: 'தூக்கம் light', language: 'ta' })
    expect(said).toEqual([
      {
        code: 'cover-glyphs-missing',
        severity: 'warning',
        message: 'No font that is installed has த ூ க ் ம; the cover leaves out the words that need it.',
        remedy: 'Run "npm install @fontsource/noto-serif-tamil" where you run Offprint.',
      },
    ])
    const latin = await cover({ title: 'light', language: 'ta' })
    expect(svg).toBe(latin.svg)
    const none = await cover({ title: 'தூக்கம்', language: 'ta' })
    expect(none.said.map(({ code }) => code)).toEqual(['cover-glyphs-missing'])
    expect(glyphs(none.svg)).toBeGreaterThan(10)
  })

  it('draws a family, a flag and a keycap as one picture each, and digits as digits', async () => {
    const plain = await cover({ title: 'Key 1' })
    for (const sequence of ['👨‍👩‍👧‍👦', '🇸🇪', '1️⃣', '👍🏽', '👩🏽‍⚕️']) {
      const { svg, said } = await cover({ title: `Key 1 ${sequence}` })
      expect(said).toEqual([])
      expect(glyphs(svg), sequence).toBe(glyphs(plain.svg) + 1)
    }
  })

  it('leaves a sign out of a word rather than the word', async () => {
    const { svg, said } = await cover({ title: 'Sleep\u{21F6} well' })
    expect(said.map(({ code, remedy }) => [code, remedy])).toEqual([
      ['cover-glyphs-missing', 'Run "npm install @fontsource/noto-sans-symbols-2" where you run Offprint.'],
    ])
    expect(svg).toBe((await cover({ title: 'Sleep well' })).svg)
  })
})

describe('contrast, measured on the drawn pixels', () => {
  it.each([1, 2, 3, 4, 5, 6])('is enough in the colours of work %i', async (number) => {
    const { reader } = await cover({
      identifier: `urn:${number}`,
      title: 'A title that runs over the initial behind it',
    })
    const { share, worst } = await readInk(reader, light, 0.14, 0.95)
    expect(share).toBeGreaterThan(0.01)
    expect(worst).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ['white', '#fff', '#fff'],
    ['black', '#000', '#000'],
    ['yellow', '#ff0', '#ff0'],
    ['mid-grey', '#888', '#888'],
    ['red on blue', '#f00', '#00f'],
    ['pale over dark', '#fee', '#311'],
  ])('is enough below a picture in %s', async (_, above, below) => {
    const { reader, said } = await cover({}, await picture(1800, 1400, above, below))
    expect(said).toEqual([])
    const inks = await Promise.all([light, dark].map((ink) => readInk(reader, ink, 0.72, 0.95)))
    const best = inks.reduce((one, other) => (other.worst > one.worst ? other : one))
    expect(best.share).toBeGreaterThan(0.005)
    expect(best.worst).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the picture of the post', () => {
  it.each([
    ['landscape', 2400, 1350],
    ['portrait', 1200, 2000],
  ])('stands above the letters: %s', async (_, width, height) => {
    const { reader, svg, said } = await cover({}, await picture(width, height, '#c33'))
    expect(said).toEqual([])
    expect(svg.match(/<image /g)).toHaveLength(1)
    const top = await sharp(reader.bytes).extract({ left: 200, top: 200, width: 100, height: 100 }).stats()
    expect(top.dominant).toEqual({ r: 200, g: 56, b: 56 })
  })

  it('is not blown up where it is small, which a note says', async () => {
    const { svg, said } = await cover({}, await picture(120, 80, '#c33'))
    expect(said.map(({ code, severity }) => [code, severity])).toEqual([['cover-picture-small', 'note']])
    expect(svg).toBe((await cover({ ...plain })).svg)
  })
})
