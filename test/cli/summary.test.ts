import picocolors from 'picocolors'
import { describe, expect, it } from 'vitest'
import { failureOf, usageFailure } from '../../src/cli/failure.js'
import { jsonOfFailure, jsonOfResult } from '../../src/cli/json.js'
import { failureWords, summary } from '../../src/cli/summary.js'
import { size } from '../../src/cli/words.js'
import { collect, failure } from '../../src/diagnostics.js'
import type { BuildResult } from '../../src/index.js'

const colors = picocolors.createColors(false)
const plain = { colors, verbose: false, debug: false }

function result(): BuildResult {
  const { report, diagnostics, losses } = collect()
  report('json-noise', { count: 2, where: 'after', excerpt: 'x\u001b[2Jy' })
  report('author-unknown', {}, { post: 'https://example.org/a' })
  report('link-target-missing', { id: 'x' }, { post: 'https://example.org/a', heading: 'Part' })
  for (let index = 0; index < 3; index += 1) report('removed', { what: 'attribute data-start' })
  report('removed', { what: 'empty heading' })
  report('removed', { what: 'element script' })
  report('removed', { what: 'element script' })
  report('removed', { what: 'attribute style' })
  const change = { post: 'https://example.org/a', before: [], after: [], reason: 'source-offsets' } as const
  return {
    outputs: [
      { format: 'epub', bytes: new Uint8Array(48_200), sha256: 'aa', path: 'output/a.epub' },
      { format: 'pdf', bytes: new Uint8Array(1_234_000), sha256: 'bb', path: 'output/a.pdf', pages: 1 },
    ],
    posts: [{ id: 7, url: 'https://example.org/a', title: 'A', language: 'en' }],
    report: {
      diagnostics: diagnostics(),
      losses: losses(),
      outline: [
        { ...change, promoted: 5, demoted: 0, dropped: 1 },
        { ...change, promoted: 0, demoted: 0, dropped: 0 },
      ],
      faq: [
        { post: 'https://example.org/a', heading: 'FAQ', source: 'headings', questions: ['a', 'b', 'c', 'd', 'e'] },
      ],
    },
    checks: { epub: { checker: 'epubcheck-ts', errors: 0, warnings: 1, findings: [] } },
    timings: { read: 1.4, write: 2.6 },
  }
}

describe('summary', () => {
  it('says in a few lines what was done', () => {
    expect(summary(result(), plain).split('\n')).toEqual([
      'outline repaired: 5 headings promoted, 1 empty heading dropped',
      'FAQ: 5 questions',
      'changed: element script removed (2), empty heading removed, attribute data-start removed (3) and 1 more kind (see --verbose)',
      'warning: 2 characters of foreign text after the JSON were passed over: "x[2Jy". A plugin or a PHP notice of the site adds them; look into its settings.',
      'warning: A link to #x leads nowhere in the post; its text stays. (under “Part”) Mend the link in the post.',
      'EPUBCheck: 0 errors, 1 warning',
      'wrote a.epub (48 kB), a.pdf (1.2 MB, 1 page)',
      '',
    ])
  })

  it('says in a line what a printer would ask', () => {
    const print = {
      pages: 12,
      sheets: 6,
      words: 2100,
      wordsPerPage: 210,
      typeScale: 1,
      overfullLines: { count: 0, pages: [] },
      pictures: { count: 3, under150: 1, under300: 2, lowest: 96 },
      fonts: [
        { name: 'A', embedded: true, subset: true },
        { name: 'B', embedded: false, subset: false },
      ],
    }
    const lineOf = (figures: typeof print) => {
      const made = result()
      const lines = summary({ ...made, report: { ...made.report, print: figures } }, plain).split('\n')
      return lines.find((line) => line.startsWith('print:'))
    }
    expect(lineOf(print)).toBe(
      'print: 12 pages on 6 sheets; 210 words a page; 3 pictures, 1 under 150 dpi, 2 under 300 dpi; 2 fonts, 1 not embedded',
    )
    const plainer = {
      ...print,
      pictures: { count: 0, under150: 0, under300: 0, lowest: 0 },
      fonts: print.fonts.slice(0, 1),
    }
    expect(lineOf(plainer)).toBe('print: 12 pages on 6 sheets; 210 words a page; 1 font embedded')
  })

  it('says more when asked: every change, notes, times', () => {
    expect(summary(result(), { ...plain, verbose: true }).split('\n')).toEqual([
      'outline repaired: 5 headings promoted, 1 empty heading dropped',
      'FAQ: 5 questions',
      'changed: element script removed (2)',
      'changed: empty heading removed',
      'changed: attribute data-start removed (3)',
      'changed: attribute style removed',
      'warning: 2 characters of foreign text after the JSON were passed over: "x[2Jy". A plugin or a PHP notice of the site adds them; look into its settings.',
      'note: The post does not name its author. Save it with ?_embed, or say the name with --author.',
      'warning: A link to #x leads nowhere in the post; its text stays. (under “Part”) Mend the link in the post.',
      'EPUBCheck: 0 errors, 1 warning',
      'times: read 1 ms, write 3 ms',
      'wrote a.epub (48 kB), a.pdf (1.2 MB, 1 page)',
      '',
    ])
  })

  it('colours only when colours are wanted', () => {
    expect(summary(result(), { ...plain, colors: picocolors.createColors(true) })).toContain(
      '\u001b[33mwarning:\u001b[39m',
    )
  })
})

describe('failures', () => {
  it('are a fact and a remedy, after the warnings that led there', () => {
    const { report, diagnostics } = collect()
    report('json-noise', { count: 2, where: 'after', excerpt: 'x' })
    const error = Object.assign(failure('strict-warnings', { count: 1 }), { diagnostics: diagnostics() })
    expect(failureWords(failureOf(error), plain).split('\n')).toEqual([
      'warning: 2 characters of foreign text after the JSON were passed over: "x". A plugin or a PHP notice of the site adds them; look into its settings.',
      `error: ${error.message}`,
      'Mend what they name, or build without --strict.',
      '',
    ])
  })

  it('name flags, where the library names options', () => {
    const problem = 'The options do not fit: pageSize: no; output.0: must end in .epub; lang: odd.'
    expect(failureOf(failure('usage-invalid', { problem })).message).toBe(
      'The options do not fit: --page-size: no; --output: must end in .epub; --lang: odd.',
    )
  })

  it('show stacks only with --debug, that of the cause too', () => {
    const thrown = failureOf(new TypeError('x is not a function', { cause: new RangeError('deep') }))
    expect(failureWords(thrown, plain)).toBe(
      'error: Something went wrong that Offprint did not foresee (x is not a function).\n' +
        'This is a bug: please report it with the post and what --debug shows.\n',
    )
    expect(failureWords(thrown, { ...plain, debug: true })).toMatch(
      /TypeError: x is not(.|\n)*caused by RangeError: deep/,
    )
    expect(thrown.exitCode).toBe(1)
  })
})

describe('JSON', () => {
  it('tells of a result', () => {
    const object = JSON.parse(jsonOfResult(result()))
    expect(Object.keys(object)).toEqual([
      ...['schemaVersion', 'ok', 'outputs', 'posts', 'outline', 'faq', 'losses', 'warnings', 'checks', 'timings'],
    ])
    expect(object).toMatchObject({ schemaVersion: 1, ok: true })
    expect(object.outputs).toEqual([
      { format: 'epub', path: 'output/a.epub', bytes: 48_200, sha256: 'aa' },
      { format: 'pdf', path: 'output/a.pdf', bytes: 1_234_000, sha256: 'bb', pages: 1 },
    ])
    expect(object.warnings[1]).toEqual({
      code: 'author-unknown',
      severity: 'note',
      message: 'The post does not name its author.',
      hint: 'Save it with ?_embed, or say the name with --author.',
      source: { post: 'https://example.org/a' },
    })
  })

  it('tells of a failure', () => {
    expect(JSON.parse(jsonOfFailure(usageFailure("error: unknown option '--jsn'\n(Did you mean --json?)")))).toEqual({
      schemaVersion: 1,
      ok: false,
      error: {
        code: 'usage-invalid',
        message: "unknown option '--jsn' (Did you mean --json?)",
        hint: 'Run "offprint --help" for the options.',
        exitCode: 2,
      },
      outputs: [],
      warnings: [],
    })
  })
})

describe('size', () => {
  it.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [12_340_000, '12.3 MB'],
  ])('of %i is %s', (bytes, words) => {
    expect(size(bytes)).toBe(words)
  })
})
