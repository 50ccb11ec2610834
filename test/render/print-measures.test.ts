// What is reckoned from the measures of the page: running heads, the contents, long headings, lines of the title page.

import { describe, expect, it } from 'vitest'
import { isSetClose } from '../../src/render/contents-fit.js'
import type { ContentsEntry } from '../../src/render/contexts.js'
import { designOf, renderPrint } from '../../src/render/index.js'
import { titlePage } from '../../src/render/matter.js'
import { article, title } from './book-fixture.js'
import { load } from './check-documents.js'

function entry(label: string, entries: readonly ContentsEntry[] = []): ContentsEntry {
  const plain = { href: '#a', id: 'a', language: undefined, rtl: false, order: 1, question: false, detail: undefined }
  return { ...plain, label, entries, isPart: false }
}

describe('the contents', () => {
  const { page } = designOf({ pageSize: 'a5' })
  const lines = page.depth / page.line
  const entries = (count: number) => Array.from({ length: count }, () => entry('A chapter'))

  it('are set close only where that saves a page', () => {
    // Each takes a line and the space above it, the heading some two lines.
    const fitting = Math.floor((lines - 2.25) / 1.4)
    expect(isSetClose(entries(fitting), page, false)).toBe(false)
    expect(isSetClose(entries(fitting + 1), page, false)).toBe(true)
    expect(isSetClose(entries(Math.round(fitting * 1.5)), page, false)).toBe(false)
  })

  it('are reckoned with entries that turn, details and larger entries of large print', () => {
    const fitting = Math.floor((lines - 2.25) / 1.4)
    const long = [...entries(fitting - 1), entry('A chapter with a title that is long. '.repeat(4))]
    expect(isSetClose(long, page, false)).toBe(true)
    const detailed = entries(2).map((one) => ({ ...one, detail: 'Ada Example' }))
    expect(isSetClose([...detailed, ...entries(fitting - 2)], page, false)).toBe(true)
    const below = [entry('A chapter', entries(Math.floor(lines * 0.9)))]
    expect([isSetClose(below, page, false), isSetClose(below, page, true)]).toEqual([false, true])
  })
})

describe('a heading of many words', () => {
  it('is marked, and stays the same in the outline', () => {
    const words = 'A heading that says all there is to say '.repeat(3).trim()
    const [first, ...others] = article.body
    if (first?.kind !== 'chapter') throw new Error('The article begins with a chapter.')
    const long = { ...first, content: { ...first.content, title: title(words) } }
    const { xhtml, headings } = renderPrint({ ...article, body: [long, ...others] })
    expect(load(xhtml)('h1 > .long').text()).toBe(words)
    expect(headings.some(({ text }) => text === words)).toBe(true)
  })
})

describe('running heads', () => {
  it('are shorter where their type is larger', () => {
    const length = (look: Parameters<typeof designOf>[0]) => designOf(look).headLength
    expect(length({ pageSize: 'a5' })).toBeGreaterThanOrEqual(60)
    expect(length({ edition: 'large-print', pageSize: 'a5' })).toBeLessThan(45)
  })
})

describe('the foot of a title page', () => {
  it('has a line for the site and one for the day where they need them', () => {
    const imprint = (name: string) =>
      titlePage({ ...article.metadata, site: { name, url: 'https://press.example/' } }).imprint?.isLong
    expect([imprint('Press'), imprint('The Press of the Society for the History of the Coast')]).toEqual([false, true])
  })
})
