// What only paper needs, through the whole pipeline.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@pdfme/pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { build } from '../../src/index.js'
import { readPdf } from '../support/pdf.js'

const folder = mkdtempSync(join(tmpdir(), 'paper-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const post = {
  id: 1,
  slug: 'light',
  link: 'https://press.example/light/',
  date: '2026-01-05T10:00:00',
  date_gmt: '2026-01-05T09:00:00',
  modified_gmt: '2026-01-05T09:00:00',
  lang: 'en',
  title: { rendered: 'Light' },
  content: {
    rendered: `<p>See <a href="https://a.example/one">one</a>.</p>${'<h2>Part</h2><p>Some words of this part.</p>'.repeat(12)}`,
  },
}

describe('a booklet for the press', () => {
  it('stands beside its PDF, is cut at the trim, and says which of the two can be read aloud', async () => {
    const { outputs, report } = await build({
      input: post,
      output: [join(folder, 'x.pdf')],
      booklet: true,
      bleed: '3mm',
      marks: true,
    })
    expect(readdirSync(folder).sort()).toEqual(['x-booklet.pdf', 'x.pdf'])
    const [reading, booklet] = outputs
    expect([reading?.booklet, booklet?.booklet]).toEqual([undefined, true])
    const [read, imposed] = [
      await readPdf(reading?.bytes ?? new Uint8Array()),
      await readPdf(booklet?.bytes ?? new Uint8Array()),
    ]
    expect([read.isTagged, imposed.isTagged]).toEqual([true, false])
    // Four pages on two sides of each sheet.
    expect(imposed.pages).toHaveLength(Math.ceil(read.pages.length / 4) * 2)
    expect(imposed.pages.join(' ')).toContain('a.example/one')
    const { width, height } = (await PDFDocument.load(booklet?.bytes ?? new Uint8Array())).getPage(0).getSize()
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
    expect(report.diagnostics.map(({ code }) => code)).toContain('booklet-not-accessible')
    expect(report.print).toMatchObject({
      pages: read.pages.length,
      typeScale: 1,
      overfullLines: { count: 0, pages: [] },
    })
  })
})
