import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect, type ReportFn } from '../../src/diagnostics.js'
import { findJson } from '../../src/sources/json.js'
import { jsonSpans } from '../../src/sources/json-scan.js'

const silent: ReportFn = () => {}
const isPost = (value: unknown) => typeof value === 'object' && value !== null && 'content' in value

/** Values of every shape within something that looks like a post. */
const posts = fc.record({ content: fc.jsonValue(), extra: fc.jsonValue() })

/** Text that no list or object can begin in: its brackets are followed by what JSON cannot have there. */
const noise = fc
  .array(fc.oneof(fc.string(), fc.constantFrom('foo[0] ', '{bar} ', '"', '\\', '[]', '{}', '<!-- [x] -->', '\n')))
  .map((parts) => parts.join('').replace(/[[{](?![0]\]|bar|\]|\}|x)/g, '('))
  .map((text) => text.replace(/(?<=[[{])\s*$/, '').replace(/[[{]"?$/, ''))

describe('findJson', () => {
  it('takes any JSON value from the noise around it', () => {
    fc.assert(
      fc.property(noise, posts, noise, (before, post, after) => {
        const text = `${before}<b>${JSON.stringify(post)}<b>${after}`
        expect(findJson(text, 'x', isPost, silent)).toEqual(JSON.parse(JSON.stringify(post)))
      }),
      { numRuns: 500 },
    )
  })

  it('counts what it passes over in characters, not in code units', () => {
    const { report, diagnostics } = collect()
    findJson('🌙🌙 {"content":1}\n\n☀ [x]', 'x', isPost, report)
    expect(diagnostics().map(({ message }) => message)).toEqual([
      '2 characters of foreign text before the JSON were passed over: "🌙🌙".',
      '5 characters of foreign text after the JSON were passed over: "☀ [x]".',
    ])
  })

  it('calls JSON that was cut anywhere truncated', () => {
    const text = JSON.stringify({ id: 7, title: { rendered: 'A "b" \\ é' }, list: [1.5e3, true, null], content: 'x' })
    for (let length = 2; length < text.length; length += 1) {
      expect(() => findJson(text.slice(0, length), 'x', isPost, silent), text.slice(0, length)).toThrow(
        `The JSON of x ends in the middle, after ${length} characters.`,
      )
    }
  })

  it('prefers what looks like a post to what stands before it', () => {
    expect(findJson('{"a":1} [{"b":2}] {"content":3}', 'x', isPost, silent)).toEqual({ content: 3 })
    expect(findJson('[0] {"a":1} {"b":2}', 'x', isPost, silent)).toEqual({ a: 1 })
  })
})

describe('jsonSpans', () => {
  const spansOf = (text: string) => [...jsonSpans(text, () => {})].map(({ start, end }) => text.slice(start, end))

  it('finds outermost values only, and no part of a broken one', () => {
    expect(spansOf('x {"a":[1,{}]} y [2] {"b":[3] z')).toEqual(['{"a":[1,{}]}', '[2]'])
  })

  it('finds a value in what a broken one took for a string', () => {
    expect(spansOf('["{"a":1} "')).toEqual(['{"a":1}'])
  })

  it('yields nothing but JSON, whatever the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ',',
      ':',
      '0',
      '-',
      '1e',
      'true',
      'nul',
      '"a"',
      ' ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        for (const span of spansOf(parts.join(''))) expect(() => JSON.parse(span)).not.toThrow()
      }),
      { numRuns: 3000 },
    )
  })

  it('finds every object and array that JSON.parse accepts', () => {
    const value = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()))
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (given, indent) => {
        const text = JSON.stringify(given, undefined, indent)
        expect(spansOf(text)).toEqual([text])
      }),
    )
  })
})
