// One warm browser for many books, and what happens when it is lost.

import { readdirSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import type { PrintDocument } from '../../src/model.js'
import { createPrinter, type Printer, type PrintSettings } from '../../src/pdf/index.js'
import { type Fault, isAlive, ownTemporaryFolder, recordedBrowser } from '../support/browsers.js'
import { documentOf, print, sample } from './sample.js'

// Profiles of browsers stand there, and nobody else's.
const folder = ownTemporaryFolder('printer-test')

const { browser: real } = await print(sample)
const opened: Printer[] = []
afterEach(async () => {
  for (const printer of opened.splice(0)) await printer.close()
})

const recorded = (fault?: Fault) => recordedBrowser(folder, real, fault)

function printerWith(browser: string) {
  const env = { ...process.env }
  const printer = createPrinter({ browser, sandbox: true, env, report: () => {} })
  opened.push(printer)
  const one = async (document: PrintDocument, settings: Partial<PrintSettings> = {}, signal?: AbortSignal) => {
    const { report, diagnostics } = collect()
    const context = { env, report, ...(signal ? { signal } : {}) }
    const printed = await printer.print(document, { sandbox: true, timeout: 60, ...settings }, context)
    return { ...printed, said: diagnostics().map(({ code }) => code) }
  }
  return { printer, one }
}

describe('a printer', () => {
  it('prints many books in one browser, each as it is printed alone, and leaves nothing behind', async () => {
    const { path, starts } = recorded()
    const { printer, one } = printerWith(path)
    const documents = Array.from({ length: 4 }, (_, index) => documentOf(`<h1 id="c1">Book ${index}</h1>`))
    const printed = await Promise.all(documents.map((document) => one(document)))
    const alone = await Promise.all(documents.map((document) => print(document)))
    printed.forEach(({ bytes }, index) => {
      expect(Buffer.from(bytes).equals(alone[index]?.bytes ?? new Uint8Array())).toBe(true)
    })
    const profiles = () => readdirSync(folder).filter((name) => name.startsWith('offprint-browser-'))
    expect(profiles()).toHaveLength(1)
    expect(starts()).toHaveLength(1)
    await printer.close()
    expect(starts().map(isAlive)).toEqual([false])
    expect(profiles()).toEqual([])
    await expect(one(sample)).rejects.toMatchObject({ code: 'print-failed' })
  })

  it('replaces a browser that is killed, and prints all books once more', async () => {
    const { path, starts } = recorded()
    const { one } = printerWith(path)
    await one(sample)
    const long = documentOf(`<h1 id="c1">Long</h1>${'<p>word word word</p>'.repeat(20_000)}`)
    const printing = [one(long), one(long)]
    await setTimeout(300)
    process.kill(-(starts()[0] ?? 0), 'SIGKILL')
    for (const { said, pages } of await Promise.all(printing)) {
      expect(pages).toBeGreaterThan(100)
      expect(said).toEqual(['print-repeated'])
    }
    expect(starts()).toHaveLength(2)
  })

  it('replaces a browser that hangs, once', async () => {
    const once = recorded({ times: 1, kind: 'silent' })
    const { said, pages } = await printerWith(once.path).one(sample, { timeout: 5 })
    expect({ said, pages }).toEqual({ said: ['print-repeated'], pages: 4 })
    const always = recorded({ times: 9, kind: 'silent' })
    await expect(printerWith(always.path).one(sample, { timeout: 0.5 })).rejects.toMatchObject({
      code: 'print-timeout',
      message: 'The browser did not print the book within 0.5 seconds, nor did a second one.',
    })
    expect(always.starts()).toHaveLength(2)
  })

  it.each(['dies in print', 'hangs in print'] as const)('replaces a browser that %s, once', async (kind) => {
    const settings = { timeout: kind === 'dies in print' ? 60 : 6 }
    const once = recorded({ times: 1, kind })
    const { said, pages } = await printerWith(once.path).one(sample, settings)
    expect({ said, pages, starts: once.starts().length }).toEqual({ said: ['print-repeated'], pages: 4, starts: 2 })
    const always = recorded({ times: 9, kind })
    await expect(printerWith(always.path).one(sample, settings)).rejects.toMatchObject({
      code: kind === 'dies in print' ? 'print-failed' : 'print-timeout',
    })
    expect(always.starts()).toHaveLength(2)
  })

  it('does not count for one book that another took too long, or that nobody waits for it', async () => {
    const { one } = printerWith(recorded().path)
    const long = documentOf(`<h1 id="c1">Long</h1>${'<p>word word word</p>'.repeat(4000)}`)
    const patient = one(long, { timeout: 120 })
    const others = await Promise.allSettled([one(long, { timeout: 0.4 }), one(long, {}, AbortSignal.timeout(300))])
    expect(others).toMatchObject([{ reason: { code: 'print-timeout' } }, { reason: { code: 'interrupted' } }])
    const { said, pages } = await patient
    expect(pages).toBeGreaterThan(20)
    expect(said).toEqual([])
  })

  it('does not print a faulty document twice, nor one too long, nor for a caller who left', async () => {
    const { path, starts } = recorded()
    const { one } = printerWith(path)
    await expect(one({ ...sample, xhtml: '<p>' })).rejects.toMatchObject({ code: 'print-failed' })
    await expect(one(sample, { maxPages: 3 })).rejects.toMatchObject({
      code: 'pages-too-many',
      message: 'The PDF would have more than 3 pages.',
    })
    expect((await one(sample, { maxPages: 4 })).pages).toBe(4)
    expect(starts()).toHaveLength(1)
    await expect(one(sample, {}, AbortSignal.abort())).rejects.toMatchObject({ code: 'interrupted' })
  })
})
