// The words of the table: one sentence of fact and one of remedy each, with a form for one and for more.

import { describe, expect, it } from 'vitest'
import { fill } from '../src/diagnostics/rows.js'
import { errors, spoken } from '../src/diagnostics/table.js'
import { collect, failure } from '../src/diagnostics.js'

interface Row {
  readonly severity: string
  readonly message: string
  readonly remedy: string
}

const rows = Object.entries<Row>({ ...errors, ...spoken })
const told = rows.filter(([, { severity }]) => severity !== 'loss')

/** A row with every hole filled with the same. */
function filled(text: string, value: string): string {
  const names = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => [name, value])
  return fill(text, Object.fromEntries(names))
}

describe('the table', () => {
  it('has each code once', () => {
    expect(Object.keys({ ...errors, ...spoken })).toHaveLength(Object.keys(errors).length + Object.keys(spoken).length)
    expect(rows.length).toBeGreaterThan(100)
  })

  it.each(told)('says one fact and one remedy: %s', (code, { message, remedy }) => {
    for (const value of ['1', '2']) {
      const fact = filled(message, value)
      expect(fact, code).not.toMatch(/[{}|]/)
      expect(`${fact} `.match(/[.!?] /g) ?? [], fact).toHaveLength(code === 'usage-invalid' ? 0 : 1)
    }
    expect(filled(remedy, 'x')).toMatch(/^(?:[A-Z]|x\.?$)/)
    expect(`${filled(remedy, 'x')} `.match(/[.!?] /g)?.length ?? 1).toBeLessThan(3)
  })

  it.each(rows)('says one as one: %s', (_, { message, remedy }) => {
    const nouns =
      'characters|places|pages|errors|faults|warnings|posts|lines|links|pictures|seconds|fonts|words|headings|columns'
    expect(filled(`${message} ${remedy}`, '1')).not.toMatch(new RegExp(`\\b1 (?:${nouns})\\b`))
  })
})

describe('a hole', () => {
  it('is filled once, whatever stands in it', () => {
    expect(failure('input-empty', { input: '{input} $& {x|y|z}' }).message).toBe(
      'The input {input} $& {x|y|z} is empty.',
    )
  })

  it('has a form for one and for more', () => {
    const { report, diagnostics } = collect()
    for (const count of [1, 2]) report('page-list-incomplete', { count, pages: 'v' })
    expect(diagnostics().map(({ message }) => message)).toEqual([
      'The beginning of 1 page of the PDF (v) was not found in the EPUB, whose page list lacks it.',
      'The beginnings of 2 pages of the PDF (v) were not found in the EPUB, whose page list lacks them.',
    ])
  })
})

describe('a collector', () => {
  it('takes in another, and counts the same loss of one post together', () => {
    const [one, two] = [collect(), collect()]
    for (const { report } of [one, two]) {
      report('removed', { what: 'element x' }, { post: 'a' })
      report('author-unknown', {})
    }
    one.add(two)
    expect(one.losses()).toEqual([
      { code: 'removed', what: 'element x', message: 'element x removed', count: 2, place: { post: 'a' } },
    ])
    expect(one.diagnostics()).toHaveLength(2)
  })
})
