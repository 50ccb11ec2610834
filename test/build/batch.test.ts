// Many books in one run: one browser for all of them, and none that takes the others with it.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { posts } from '../../bench/big-book.js'
import { type BookOutcome, type BuildOptions, build, buildAll } from '../../src/index.js'
import { print, sample } from '../pdf/sample.js'
import { type Fault, isAlive, type RecordedBrowser, recordedBrowser } from '../support/browsers.js'

const folder = mkdtempSync(join(tmpdir(), 'batch-'))
const temporary = mkdtempSync(join(folder, 'tmp-'))
const { browser: real } = await print(sample)
afterAll(() => rmSync(folder, { recursive: true }))

let browser: RecordedBrowser
const faulty = (fault: Fault) => {
  browser = recordedBrowser(folder, real, fault)
}
let output = ''
beforeEach(() => {
  vi.stubEnv('TMPDIR', temporary)
  browser = recordedBrowser(folder, real)
  output = mkdtempSync(join(folder, 'output-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  // Whatever happened: no process, no profile, nothing half-written.
  expect(browser.starts().filter(isAlive)).toEqual([])
  expect(readdirSync(temporary)).toEqual([])
  expect(readdirSync(output).filter((name) => name.startsWith('.'))).toEqual([])
})

const deep = { content: { rendered: `${'<div>'.repeat(600)}x` } }
const articles = (count: number) => posts(count, { paragraphs: 3 }) as readonly Record<string, unknown>[]

function book(number: number, more: Partial<BuildOptions> = {}): BuildOptions {
  const [post] = articles(number).slice(-1)
  return { input: { ...post }, browser: browser.path, lang: 'en', offline: true, outputDir: output, ...more }
}

const codes = (outcomes: readonly BookOutcome[]) => outcomes.map(({ error }) => error?.code)

describe('a book of each post', () => {
  it('is printed by one browser for all, and is as it would be alone', async () => {
    const input = articles(4)
    const options = { ...book(1), input: [...input], individual: true }
    const numbers = new Set<string>()
    const { outputs, made, report } = await build(options, {
      onEvent: ({ book }) => numbers.add(`${book?.number} of ${book?.total}`),
    })
    expect(browser.starts()).toHaveLength(1)
    expect(outputs.map(({ path }) => path?.slice(output.length + 1))).toEqual(
      [1, 2, 3, 4].flatMap((number) => [`article-${number}.epub`, `article-${number}.pdf`]),
    )
    expect([...numbers]).toEqual(expect.arrayContaining(['1 of 4', '2 of 4', '3 of 4', '4 of 4']))
    const alone = await Promise.all(input.map((post) => build({ ...book(1), input: post, outputDir: undefined })))
    expect(outputs.map(({ sha256 }) => sha256)).toEqual(
      alone.flatMap(({ outputs }) => outputs.map(({ sha256 }) => sha256)),
    )
    expect(made?.map(({ post, print, checks }) => [post, print, checks])).toEqual(
      alone.map(({ posts: [post], report, checks }) => [post?.url, report.print, checks]),
    )
    // What was said of the first post stands before what was said of the second, whichever was done first.
    expect(report.diagnostics).toEqual(alone.flatMap(({ report }) => report.diagnostics))
    expect(report.losses).toEqual(alone.flatMap(({ report }) => report.losses))
  })

  it('needs no browser for EPUBs alone', async () => {
    await build({ ...book(1), input: [...articles(2)], individual: true, format: ['epub'] })
    expect(browser.starts()).toEqual([])
  })

  it('costs itself alone where the browser is lost twice', async () => {
    faulty({ times: 2, kind: 'dies in print' })
    const options = { ...book(1), input: [...articles(5)], individual: true, format: ['pdf' as const] }
    const { failed = [], outputs, report } = await build(options)
    // Two books may be in one browser: each of them has its second try, and no other is lost.
    expect([1, 2]).toContain(failed.length)
    for (const one of failed) expect(one).toMatchObject({ code: 'print-failed', exitCode: 6 })
    expect(outputs.length + failed.length).toBe(5)
    expect(browser.starts()).toHaveLength(3)
    expect(report.diagnostics.map(({ code }) => code)).toContain('print-repeated')
  })

  it('fails for all where there is no browser', async () => {
    const options = { ...book(1), input: [...articles(3)], individual: true, browser: join(folder, 'none') }
    await expect(build(options)).rejects.toMatchObject({ code: 'browser-failed', exitCode: 6 })
    expect(readdirSync(output)).toEqual([])
  })
})

describe('several books', () => {
  it('have one browser, and one that fails costs itself alone', async () => {
    const books = [
      book(1),
      book(2, { input: { ...articles(2)[1], ...deep } }),
      book(3, { tocDepth: 7 }),
      book(4, { input: join(folder, 'none.json') }),
      book(5, { theme: 'magazine' }),
    ]
    const told: number[] = []
    const outcomes = await buildAll(books, { onBook: (_, index) => told.push(index) })
    expect(codes(outcomes)).toEqual([undefined, 'markup-too-deep', 'usage-invalid', 'input-unreadable', undefined])
    expect(told).toEqual([0, 1, 2, 3, 4])
    expect(browser.starts()).toHaveLength(1)
    expect(readdirSync(output).sort()).toEqual(['article-1.epub', 'article-1.pdf', 'article-5.epub', 'article-5.pdf'])
  })

  it('are not written over each other', async () => {
    const epub = { format: ['epub' as const] }
    const dotted = join(output, '.', 'more')
    const books = [
      book(1, epub),
      book(1, epub),
      book(1, { ...epub, outputDir: join(output, 'more') }),
      book(2, { ...epub, output: [`${dotted}/article-1.epub`], outputDir: undefined }),
    ]
    const outcomes = await buildAll(books)
    expect(codes(outcomes)).toEqual([undefined, 'output-taken', undefined, 'output-taken'])
    expect(outcomes[1]?.error?.message).toBe(
      `The file ${output}/article-1.epub is that of another book of this run, too.`,
    )
  })

  it('start a browser for each that they name', async () => {
    const other = recordedBrowser(folder, real)
    const outcomes = await buildAll([book(1), book(2, { browser: other.path }), book(3)])
    expect(codes(outcomes)).toEqual([undefined, undefined, undefined])
    expect([browser.starts().length, other.starts().length]).toEqual([1, 1])
    expect(other.starts().filter(isAlive)).toEqual([])
  })

  it('are all made where their browser is killed once', async () => {
    faulty({ times: 1, kind: 'dies in print' })
    const outcomes = await buildAll([book(1), book(2), book(3)])
    expect(codes(outcomes)).toEqual([undefined, undefined, undefined])
    expect(browser.starts()).toHaveLength(2)
    const said = outcomes.flatMap(({ result }) => result?.report.diagnostics ?? []).map(({ code }) => code)
    expect(said).toContain('print-repeated')
  })

  it('are all made where their browser hangs once, and none where it always does', async () => {
    faulty({ times: 1, kind: 'hangs in print' })
    expect(codes(await buildAll([book(1, { timeout: 6 }), book(2, { timeout: 6 })]))).toEqual([undefined, undefined])
    expect(browser.starts()).toHaveLength(2)
    faulty({ times: 9, kind: 'hangs in print' })
    output = mkdtempSync(join(folder, 'output-'))
    const outcomes = await buildAll([book(1, { timeout: 2 }), book(2, { format: ['epub'] })])
    expect(codes(outcomes)).toEqual(['print-timeout', undefined])
    expect(readdirSync(output)).toEqual(['article-2.epub'])
  })

  it('end with an interruption: what was not begun is named as interrupted, what is there is whole', async () => {
    const controller = new AbortController()
    const books = Array.from({ length: 6 }, (_, index) => book(index + 1))
    const outcomes = await buildAll(books, {
      signal: controller.signal,
      onBook: (_, index) => index === 1 && controller.abort(),
    })
    expect(codes(outcomes).slice(0, 2)).toEqual([undefined, undefined])
    expect(codes(outcomes).slice(-2)).toEqual(['interrupted', 'interrupted'])
    for (const { result } of outcomes) {
      for (const { path = '', bytes } of result?.outputs ?? []) expect(readFileSync(path).equals(bytes)).toBe(true)
    }
    expect(readdirSync(output).length).toBe(outcomes.flatMap(({ result }) => result?.outputs ?? []).length)
  })

  it('leave what was there as it was where their print fails', async () => {
    writeFileSync(join(output, 'article-1.pdf'), 'the last edition')
    writeFileSync(join(output, 'article-1.epub'), 'the last edition')
    const outcomes = await buildAll([book(1, { maxPages: 1 }), book(2)])
    expect(codes(outcomes)).toEqual(['pages-too-many', undefined])
    for (const name of ['article-1.pdf', 'article-1.epub'])
      expect(readFileSync(join(output, name), 'utf8')).toBe('the last edition')
  })
})
