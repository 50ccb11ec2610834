// What no post is like is refused, each kind with its own error; what only looks like it is not.

import { describe, expect, it } from 'vitest'
import { collect, OffprintError } from '../../src/diagnostics.js'
import { normalizePost } from '../../src/normalize/index.js'
import { postOf } from '../support/posts.js'

const settings = { outline: 'auto', faq: 'auto', idPrefix: '' } as const

function refusal(content: string, limits: object = {}): string {
  try {
    normalizePost(postOf(content), { ...settings, ...limits }, collect().report)
    return 'made'
  } catch (error) {
    if (!(error instanceof OffprintError)) throw error
    return `${error.exitCode} ${error.code}: ${error.message}`
  }
}

const tooDeep = '3 markup-too-deep: Post https://press.example/a-post/ nests its elements more than 512 deep.'
const tooLarge =
  '3 markup-too-large: Post https://press.example/a-post/ has more than 500000 elements, texts and comments.'
const tooMany =
  '3 markup-attributes-too-many: Post https://press.example/a-post/ has an element with more than 256 attributes.'
const attributes = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`).join(' ')
const formatting = (count: number) => Array.from({ length: count }, (_, index) => `<b id="${index}">`).join('')

describe('limits', () => {
  it.each([
    ['a million levels', '<div>'.repeat(1_000_000), tooDeep],
    ['levels hidden by misnested ends', '<b><div></b>'.repeat(100_000), tooDeep],
    ['levels in SVG', '<svg>'.repeat(100_000), tooDeep],
    ['too many elements', '<p>x</p>'.repeat(600_000), tooLarge],
    ['elements that the parser repeats', `<p>${formatting(400)}${'<p>x'.repeat(2000)}`, tooLarge],
    ['many attributes', `<p ${attributes(200_000)}>x</p>`, tooMany],
    ['many attributes of an end tag', `<p>x</p ${attributes(200_000)}>`, tooMany],
    ['many attributes in SVG', `<svg><script><p ${attributes(200_000)}>x`, tooMany],
    [
      'more content than 20 MB',
      'x'.repeat(20_000_001),
      '3 content-too-large: The content of post https://press.example/a-post/ is 20.01 MB; the limit is 20 MB.',
    ],
  ])('refuse %s', (_name, content, expected) => {
    expect(refusal(content)).toBe(expected)
  })

  it.each([
    ['unclosed paragraphs', '<p>x'.repeat(3000)],
    ['unclosed bold paragraphs', '<p><b>x'.repeat(2000)],
    ['unclosed items and cells', `<ul>${'<li>x'.repeat(2000)}</ul><table>${'<tr><td>x'.repeat(2000)}</table>`],
    ['void elements', '<br>x'.repeat(3000)],
    ['256 attributes', `<p ${attributes(256)}>x</p>`],
    ['content before an open table', `${'<i>x</i>'.repeat(2000)}<table>${'<i>x</i>'.repeat(2000)}`],
  ])('let %s pass', (_name, content) => {
    expect(refusal(content)).toBe('made')
  })

  it.each([
    [{ maxDepth: 5 }, '<div><div><div><p>x', /more than 5 deep/],
    [{ maxNodes: 10 }, '<p>x</p>'.repeat(9), /more than 10 elements/],
    [{ maxAttributes: 2 }, '<p a b c>x', /more than 2 attributes/],
    [{ maxInput: 0.00001 }, '<p>more than ten bytes', /the limit is 0.00001 MB/],
  ])('are what the caller sets: %o', (limits, content, expected) => {
    expect(refusal(content, limits)).toMatch(expected)
    expect(refusal('x', { maxInput: 1 })).toBe('made')
  })
})
