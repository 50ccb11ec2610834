// What large and repeated markup comes to. The times are in bench/normalize.js: a test of time fails on busy machines.

import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import { normalizePost } from '../../src/normalize/index.js'
import { postOf } from '../support/posts.js'

function leadOf(content: string): string {
  const settings = { outline: 'auto', faq: 'auto', idPrefix: '' } as const
  return normalizePost(postOf(content), settings, collect().report).article.lead
}

describe('inline elements round many blocks', () => {
  const inside = (depth: number, blocks: number) => '<b lang="en">'.repeat(depth) + '<p>x</p>'.repeat(blocks)

  it('wrap each of them', () => {
    const lead = leadOf(inside(3, 100))
    expect(lead.split('<b ')).toHaveLength(1 + 3 * 100)
    expect(lead.split('<p>')).toHaveLength(1 + 100)
  })

  it('are refused at the first block that they bring too deep', () => {
    let reports = 0
    const count = () => {
      reports += 1
    }
    const normalize = () =>
      normalizePost(postOf(inside(400, 2000)), { outline: 'auto', faq: 'auto', idPrefix: '' }, count)
    expect(normalize).toThrow(expect.objectContaining({ code: 'markup-too-deep' }))
    expect(reports).toBeLessThan(1000)
  })

  it('are refused where they come to more elements than a post may have', () => {
    expect(() => leadOf(inside(150, 3400))).toThrow(expect.objectContaining({ code: 'markup-too-large' }))
  })
})

describe('many siblings', () => {
  it.each([
    ['elements that show nothing', '<i></i>', '<i>'],
    ['comments', '<!-- x -->', '<!--'],
  ])('pass: %s', (_, markup, kept) => {
    const lead = leadOf(`<p>Before</p>${markup.repeat(130_000)}<p>After</p>`)
    expect(lead).toContain('Before')
    expect(lead).toContain('After')
    expect(lead).not.toContain(kept)
  })
})
