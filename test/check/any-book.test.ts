// The check of any book: every checker that is there, and their findings as one list.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { remedyFor } from '../../src/check/remedies.js'
import { packEpub } from '../../src/epub/index.js'
import { type CheckResult, check } from '../../src/index.js'
import { hasJava } from '../epubcheck.js'
import { smallBook } from '../support/epub.js'
import { type Entry, writeZip } from '../support/zip.js'

const folder = mkdtempSync(join(tmpdir(), 'offprint-any-book-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Where no Java can be found. */
const env = { PATH: folder }
const checkers = ({ checkers: all }: CheckResult) => all.map(({ name, ran }) => `${name} ${ran}`)
const short = ({ findings }: CheckResult) =>
  findings.map(({ checker, severity, id, path = '', line = 0 }) => `${checker} ${severity} ${id} ${path} ${line}`)

const mimetype: Entry = { name: 'mimetype', content: 'application/epub+zip' }
const entries = (body?: string): Entry[] =>
  smallBook(body === undefined ? {} : { body }).files.map(({ path, content }) => ({ name: path, content }))
const broken = writeZip([
  { ...mimetype, deflated: true },
  ...entries('<h1>One</h1><p><a href="#nowhere">a</a></p><p>a<ul><li>b</li></ul></p>'),
  { name: 'META-INF/calibre_bookmarks.txt', content: '' },
])

describe('a check without Java', () => {
  it('finds nothing in a whole book, and says who looked', async () => {
    const result = await check(await packEpub(smallBook()), {}, { env })
    expect(result).toMatchObject({ ok: true, errors: 0, warnings: 0, findings: [] })
    expect(result.checkers).toEqual([
      { name: 'offprint', ran: true },
      { name: 'epubcheck-ts', ran: true },
      { name: 'epubcheck', ran: false, reason: 'no Java was found' },
    ])
  })

  it('finds what is wrong, with file, line and remedy; rules of the house are advice', async () => {
    const result = await check(broken, {}, { env })
    expect(short(result)).toEqual([
      'epubcheck-ts error RSC-012 EPUB/one.xhtml 5',
      'offprint warning OPF-003 META-INF/calibre_bookmarks.txt 0',
      'offprint error PKG-007 mimetype 0',
    ])
    expect(result).toMatchObject({ ok: false, errors: 2, warnings: 1 })
    expect(result.findings.map(({ remedy }) => remedy)).toEqual(
      ['RSC-012', 'OPF-003', 'PKG-007'].map((id) => remedyFor(id)),
    )
  })

  it('says that a file is no EPUB', async () => {
    const result = await check(Buffer.from('<!DOCTYPE html>'), {}, { env })
    expect(short(result)).toEqual(['offprint error PKG-003  0'])
    expect(checkers(result)).toEqual(['offprint true', 'epubcheck-ts false', 'epubcheck false'])
  })
})

describe.skipIf(!hasJava)('a check with Java (needs Java)', () => {
  it('joins the findings of all checkers, no fault twice', async () => {
    const result = await check(broken)
    expect(result.checkers.at(-1)).toEqual({ name: 'epubcheck', ran: true, version: '5.3.0' })
    expect(short(result)).toEqual([
      'epubcheck error RSC-005 EPUB/one.xhtml 5',
      'epubcheck error RSC-012 EPUB/one.xhtml 5',
      'offprint warning OPF-003 META-INF/calibre_bookmarks.txt 0',
      'offprint error PKG-007 mimetype 0',
    ])
  })

  it('goes on without it where the jar is not there', async () => {
    const jar = join(folder, 'none.jar')
    const result = await check(
      await packEpub(smallBook()),
      {},
      { env: { ...process.env, OFFPRINT_EPUBCHECK_JAR: jar } },
    )
    expect(result.ok).toBe(true)
    expect(result.checkers.at(-1)).toMatchObject({
      ran: false,
      reason: expect.stringContaining('Unable to access jarfile'),
    })
  })

  it('goes on without it where it takes too long', async () => {
    const result = await check(broken, { timeout: 0.05 })
    expect(result.checkers.at(-1)).toMatchObject({ ran: false, reason: 'it took longer than 0.05 seconds' })
    expect(result.errors).toBe(2)
  })
})

describe('an input that cannot be checked', () => {
  const path = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  it.each([
    ['is not there', join(folder, 'none.epub'), 'input-unreadable'],
    ['is a folder', folder, 'input-unreadable'],
    ['is a PDF', path('a.pdf', '%PDF-1.7\n'), 'check-pdf-unsupported'],
    ['is too large', path('large.epub', 'x'.repeat(2000)), 'check-input-too-large'],
  ])('since it %s is an error with exit code 3', async (_, input, code) => {
    await expect(check(input, { maxInput: 0.001 }, { env })).rejects.toMatchObject({ code, exitCode: 3 })
  })

  it('is not begun with where the caller has had enough', async () => {
    await expect(check(broken, {}, { env, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'interrupted' })
  })

  it('is not read with limits that make no sense', async () => {
    await expect(check(broken, { timeout: -1 }, { env })).rejects.toMatchObject({ code: 'usage-invalid' })
  })
})

describe('accessibility', () => {
  it('is measured, and what a person must still check is listed', async () => {
    const body = `<h1>One</h1><h3>Three</h3><h2> <b/></h2><p><img src="a" alt=""/><img src="b"/></p>
<table><tr><th>a</th></tr></table><table><tr><td>a</td></tr></table>
<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math><!-- <img src="c"/> -->`
    const { accessibility } = await check(await packEpub(smallBook({ body })), {}, { env })
    expect(accessibility?.measured).toEqual({
      documents: { count: 2, lacking: 0 },
      headings: { count: 4, lacking: 2 },
      pictures: { count: 2, lacking: 1 },
      tables: { count: 2, lacking: 1 },
      formulas: { count: 1, lacking: 1 },
      media: { count: 0, lacking: 0 },
    })
    const about = (word: string) => accessibility?.toCheck.filter((line) => line.includes(word)).length
    expect(['alternative text', 'header cells', 'formula', 'captions', 'link'].map(about)).toEqual([1, 1, 1, 0, 1])
  })
})
