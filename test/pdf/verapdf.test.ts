// Whole books through veraPDF, through qpdf and through the tools that list fonts.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@pdfme/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../src/build.js'
import type { PdfCheck } from '../../src/pdf/index.js'
import { type NamedPdf, veraPdf, veraPdfMissing } from '../verapdf.js'
import { documentOf, print } from './sample.js'

const root = join(import.meta.dirname, '..', '..')
const fixture = (name: string) => join(root, 'test', 'fixtures', 'pdf-ua', name, 'post.json')
const shared = join(root, '..', 'shared', 'data', 'leaky-gut.json')
const inputs: Readonly<Record<string, string>> = {
  example: join(root, 'examples', 'sleep-and-light.json'),
  tables: fixture('tables'),
  arabic: fixture('arabic'),
  japanese: fixture('japanese'),
  ...(existsSync(shared) ? { shared } : {}),
}
const names = Object.keys(inputs)

const missing = await veraPdfMissing()
const unchecked = missing === undefined ? '' : ` (skipped: ${missing})`
const has = (program: string) => spawnSync(program, ['-v']).error === undefined

const folder = mkdtempSync(join(tmpdir(), 'verapdf-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a book printed whole', () => {
  const books = new Map<string, NamedPdf & { path: string; check: PdfCheck | undefined; codes: string[] }>()
  beforeAll(async () => {
    for (const [name, input] of Object.entries(inputs)) {
      const { outputs, checks, report } = await build({ input, format: ['pdf'], offline: true })
      const path = join(folder, `${name}.pdf`)
      const bytes = outputs[0]?.bytes ?? new Uint8Array()
      writeFileSync(path, bytes)
      books.set(name, { name, bytes, path, check: checks.pdf, codes: report.diagnostics.map(({ code }) => code) })
    }
  })

  it(`is the shared post too${existsSync(shared) ? '' : ' (it is not there)'}`, () => {
    expect(books.size).toBe(existsSync(shared) ? 5 : 4)
  })

  it.skipIf(missing !== undefined)(`has no fault that veraPDF finds${unchecked}`, async () => {
    expect(await veraPdf([...books.values()])).toEqual([])
  })

  it.each(names)('passes our own check, with every character in fonts of its own: %s', (name) => {
    const { check, codes = [] } = books.get(name) ?? {}
    expect(check?.passed).toBe(true)
    expect(codes.filter((code) => code.startsWith('glyphs') || code.startsWith('pdf-ua'))).toEqual([])
  })

  it.skipIf(!has('pdffonts')).each(names)('embeds every font as a subset, with a map to Unicode: %s', (name) => {
    const rows = execFileSync('pdffonts', [books.get(name)?.path ?? ''], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .slice(2)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ .* yes yes yes /)
  })

  it.skipIf(!has('qpdf')).each(names)('has no fault that qpdf finds: %s', (name) => {
    expect(execFileSync('qpdf', ['--check', books.get(name)?.path ?? ''], { encoding: 'utf8' })).toContain('No syntax')
  })

  it.skipIf(!has('pdftotext'))('can be searched in Japanese', () => {
    const text = execFileSync('pdftotext', [books.get('japanese')?.path ?? '', '-'], { encoding: 'utf8' })
    for (const words of ['光と眠り', '午後九時を過ぎたら照明を落とす', 'スマートフォンを寝室に置かない'])
      expect(text).toContain(words)
  })

  it('says the same of itself in both places that tell it', async () => {
    const pdf = await PDFDocument.load(books.get('arabic')?.bytes ?? '', { updateMetadata: false })
    expect(pdf.getTitle()).toBe('الضوء والنوم')
    expect(Buffer.from(books.get('arabic')?.bytes ?? '').toString('utf8')).toContain(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">الضوء والنوم</rdf:li></rdf:Alt></dc:title>',
    )
  })
})

describe('our check and veraPDF', () => {
  it.skipIf(missing !== undefined)(`find the same faults${unchecked}`, async () => {
    const dot =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const { bytes, check } = await print(
      documentOf(`<h1 id="c1">Title</h1><p>\u{10FFFD} <img src="${dot}" width="9" height="9"/></p>`),
    )
    const ours = check.rules.flatMap(({ rule, failed }) => (failed > 0 ? [[rule, failed]] : []))
    expect(ours).toEqual([
      ['figures-described', 1],
      ['glyphs-there', 1],
    ])
    const theirs = (await veraPdf([{ name: 'faulty', bytes }])).map(({ rule, count }) => [rule, count])
    // Without the identifier (5-1), which the first two forbid; a glyph for nothing stands for no character either.
    expect(theirs.toSorted()).toEqual([
      ['5-1', 1],
      ['7.21.7-1', 1],
      ['7.21.8-1', 1],
      ['7.3-1', 1],
    ])
  })
})
