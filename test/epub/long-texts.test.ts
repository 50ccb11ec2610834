import { describe, expect, it } from 'vitest'
import { requireReadableTexts } from '../../src/epub/long-texts.js'

const limit = 10_000_000
const filesOf = (content: string) => [
  { path: 'picture.jpg', content: new Uint8Array(limit + 1) },
  { path: 'a.xhtml', content },
]
const piece = (length: number) => 'word '.repeat(length / 5)

describe('a text in one piece', () => {
  it.each([
    ['in an element', `<p>${piece(limit)}</p>`, 'word word word word word word word word'],
    ['in an attribute', `<p>x</p><img alt="${piece(limit)}"/>`, '<img alt="word word word word word word'],
    ['of other letters', `<p>${'語'.repeat(limit / 3 + 1)}</p>`, '語'.repeat(40)],
    ['without an end', `<p>${piece(limit)}`, 'word word word word word word word word'],
  ])('that e-readers refuse is refused: %s', (_, content, excerpt) => {
    expect(() => requireReadableTexts(filesOf(content))).toThrow(`The text or address that begins "${excerpt}" has 10`)
  })

  it('may be smaller, however many there are', () => {
    expect(() => requireReadableTexts(filesOf(`<p>${piece(limit - 5)}</p>`.repeat(2)))).not.toThrow()
    expect(() => requireReadableTexts(filesOf(`<p>${'é'.repeat(limit / 2 - 1)}</p>`))).not.toThrow()
  })
})
