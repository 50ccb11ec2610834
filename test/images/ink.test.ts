import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/index.js'
import { epubTexts } from '../support/epub.js'
import { postOf } from '../support/posts.js'
import { one, photo } from './pictures.js'

const drawing = (colour: string, ground = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${ground}<path d="M10 10 L190 90 M10 90 H190" fill="none" stroke="${colour}" stroke-width="4"/></svg>`
const png = (svg: string) => sharp(Buffer.from(svg)).png().toBuffer()

describe('a drawing in ink', () => {
  it.each([
    ['black lines on no ground', png(drawing('#000')), true],
    ['dark grey lines on no ground', png(drawing('#444')), true],
    ['the same as SVG', drawing('#000'), true],
    ['lines in colour', png(drawing('#a00')), undefined],
    ['light lines', png(drawing('#ddd')), undefined],
    ['black lines on white', png(drawing('#000', '<rect width="200" height="100" fill="#fff"/>')), undefined],
    [
      'a black shape that fills its place',
      png('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle cx="45" cy="45" r="45"/></svg>'),
      undefined,
    ],
    ['a photograph with holes', photo(80, 80, 4).png().toBuffer(), undefined],
  ] as const)('is told: %s', async (_, bytes, ink) => {
    expect((await one(await bytes)).asset?.ink).toBe(ink)
  })

  it('is marked in the EPUB, where a dark page turns it light', async () => {
    const files = { a: await png(drawing('#000')), b: await png(drawing('#a00')) }
    const { url, title, content } = postOf(
      '<p><img src="https://press.example/a.png" alt="A"/></p><p><img src="https://press.example/b.png" alt="B"/></p>',
    )
    const input = {
      link: url,
      title: { rendered: title },
      content: { rendered: content },
      date: '2026-03-01T08:00:00',
      lang: 'en',
    }
    const fetchBytes = async (address: string) => (address.endsWith('a.png') ? files.a : files.b)
    const { outputs } = await build({ input, format: ['epub'], cover: false }, { fetchBytes })
    const texts = epubTexts(outputs[0]?.bytes ?? new Uint8Array())
    const pictures = [...texts.values()].join('').match(/<img [^>]*>/g)
    expect(pictures?.map((tag) => /class="([^"]*)"/.exec(tag)?.[1])).toEqual(['alone ink', 'alone'])
    expect(texts.get('EPUB/styles/book.css')).toMatch(
      /prefers-color-scheme: dark\) \{\s*img\.ink \{\s*filter: invert\(1\)/,
    )
  })
})
