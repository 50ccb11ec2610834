import { describe, expect, it } from 'vitest'
import { footnotesOf } from '../../src/sources/footnotes.js'

describe('footnotesOf', () => {
  it.each([
    ['nothing', undefined, []],
    ['an empty string', '', []],
    ['JSON', '[{"content":"A <em>b</em>","id":"n-1"}]', [{ id: 'n-1', content: 'A <em>b</em>' }]],
    ['JSON of another shape', '{"content":"x"}', []],
    ['members of another shape', '[null,{"id":1},{"content":"x","id":"n"}]', [{ id: 'n', content: 'x' }]],
    [
      'JSON that lost its backslashes',
      '[{"content":"<a href="https://a.example/">A</a>","id":"n-1"},{"content":"B","id":"n-2"}]',
      [
        { id: 'n-1', content: '<a href="https://a.example/">A</a>' },
        { id: 'n-2', content: 'B' },
      ],
    ],
    ['what is no JSON', 'footnotes', []],
  ])('%s', (_, json, expected) => {
    expect(footnotesOf(json)).toEqual(expected)
  })
})
