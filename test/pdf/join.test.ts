// A book that is printed in runs is the book that is printed at once.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { posts } from '../../bench/big-book.js'
import { collect } from '../../src/diagnostics.js'
import type { PrintDocument } from '../../src/model.js'
import { readOptions } from '../../src/options.js'
import { bookOf, readInput } from '../../src/prepare.js'
import { renderPrint } from '../../src/render/index.js'
import { veraPdf, veraPdfMissing } from '../verapdf.js'
import { describePdf, snapped } from './joined.js'
import { print } from './sample.js'

const folder = mkdtempSync(join(tmpdir(), 'join-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Short chapters with sections, a table, a note and links from chapter to chapter. */
async function documentOf(chapters: number, openers: 'any' | 'recto'): Promise<PrintDocument> {
  const { report } = collect()
  const list = posts(chapters, { paragraphs: 5 }).map((post, index) => {
    const other = `https://press.example/article-${((index * 7) % chapters) + 1}/`
    const table = `<table><thead><tr><th>Hour</th><th>Lux</th></tr></thead><tbody><tr><td>${index}</td><td>30</td></tr></tbody></table>`
    const { rendered } = post.content as { rendered: string }
    const text = rendered.replace(
      /<figure[^>]*>[\s\S]*?<\/figure>/,
      `<p>As <a href="${other}">told before</a>.</p>${table}`,
    )
    return { ...post, content: { rendered: text } }
  })
  const options = readOptions({ input: list, format: ['pdf'], openers, lang: 'en', title: 'Thirty' })
  const { book } = await bookOf(await readInput(options, {}, report), options, report)
  return renderPrint(book, options)
}

/** The words of all pages with their places. */
function words(name: string, bytes: Uint8Array): readonly (string | number)[] {
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, bytes)
  const boxes = execFileSync('pdftotext', ['-bbox', path, '-'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return boxes.split(/"(-?[\d.]+)"/).map((part) => (/^-?[\d.]+$/.test(part) ? Number(part) : part))
}

const missing = await veraPdfMissing()
const unchecked = missing === undefined ? '' : ` (skipped: ${missing})`
const has = (program: string) => spawnSync(program, ['-v']).error === undefined

describe.each(['any', 'recto'] as const)('thirty chapters, openers on %s pages', (openers) => {
  type Printed = Awaited<ReturnType<typeof print>>
  let whole: Printed
  let cut: Printed
  let again: Printed
  beforeAll(async () => {
    const document = await documentOf(30, openers)
    whole = await print(document, { pageTexts: true })
    cut = await print(document, { pageTexts: true, longestRun: 12_000, concurrency: 2 })
    again = await print(document, { pageTexts: true, longestRun: 12_000, concurrency: 1 })
  })

  it.skipIf(!has('pdftotext'))('have the same words at the same places', () => {
    const expected = words('whole', whole.bytes)
    expect(snapped(words('cut', cut.bytes), expected)).toEqual(expected)
  })

  it('have the same tags, outline, labels, destinations and links', async () => {
    const expected = await describePdf(whole.bytes)
    expect(snapped(await describePdf(cut.bytes), expected)).toEqual(expected)
  })

  it('have the same page map, the same report and the same check', () => {
    const { pageOf: _, ...map } = cut.pageMap
    const { pageOf: __, ...wholeMap } = whole.pageMap
    expect(map).toEqual(wholeMap)
    expect(cut.said).toEqual(whole.said)
    expect([cut.check.passed, whole.check.passed]).toEqual([true, true])
  })

  it('are the same bytes however many runs are printed at a time', () => {
    expect(Buffer.from(again.bytes).equals(cut.bytes)).toBe(true)
    expect(Buffer.from(whole.bytes).equals(cut.bytes)).toBe(false)
  })

  it.skipIf(missing !== undefined)(`have no fault that veraPDF finds${unchecked}`, async () => {
    expect(await veraPdf([{ name: 'cut', bytes: cut.bytes }])).toEqual([])
  })

  it.skipIf(!has('qpdf'))('make a file without a fault', () => {
    const path = join(folder, 'checked.pdf')
    writeFileSync(path, cut.bytes)
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax')
  })
})
