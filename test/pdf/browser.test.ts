// Which browser prints, and what becomes of those that cannot.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { embeddedBrowser } from '../../src/pdf/browser/embedded.js'
import { browserCandidates, installedPlaces } from '../../src/pdf/browser/find.js'
import { print, sample } from './sample.js'

const folder = mkdtempSync(join(tmpdir(), 'browser-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the search', () => {
  it('looks at the path and the usual places', () => {
    expect(installedPlaces('linux', { PATH: '/a:/b' }).slice(0, 2)).toEqual([
      '/a/google-chrome-stable',
      '/b/google-chrome-stable',
    ])
    expect(installedPlaces('linux', {})).toContain('/opt/google/chrome/chrome')
    expect(installedPlaces('darwin', { HOME: '/Users/x' })).toContain(
      '/Users/x/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    expect(installedPlaces('win32', { PROGRAMFILES: 'C:\\P' }).join()).toContain('msedge.exe')
  })

  it.each([
    [{ browser: process.execPath, OFFPRINT_BROWSER: '/b', PUPPETEER_EXECUTABLE_PATH: '/c' }],
    [{ OFFPRINT_BROWSER: process.execPath, PUPPETEER_EXECUTABLE_PATH: '/c' }],
    [{ PUPPETEER_EXECUTABLE_PATH: process.execPath }],
  ])('ends with the one that was named', async ({ browser, ...env }: Record<string, string>) => {
    const candidates = browserCandidates(browser, env)
    expect(await candidates.next()).toEqual({ value: { path: process.execPath, named: true }, done: false })
    expect(await candidates.next()).toEqual({ value: undefined, done: true })
  })

  it.each([
    ['/no/such/browser', 'there is no such file'],
    [import.meta.filename, 'it is not a program'],
  ])('takes no other in place of one that was named: %s', async (browser, reason) => {
    const expected = {
      code: 'browser-failed',
      exitCode: 6,
      message: `The browser ${browser} did not start (${reason}).`,
    }
    await expect(print(sample, { browser })).rejects.toMatchObject(expected)
    await expect(print(sample, {}, { env: { OFFPRINT_BROWSER: browser } })).rejects.toMatchObject(expected)
  })
})

describe.skipIf(process.platform === 'win32')('a browser that does not start', () => {
  function program(name: string, script: string): string {
    const path = join(folder, name)
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    return path
  }

  it('is passed over when it was only found', async () => {
    program('google-chrome', 'echo "Command requires the chromium snap to be installed." >&2; exit 1')
    const env = { OFFPRINT_BROWSER: '', PUPPETEER_EXECUTABLE_PATH: '', PATH: `${folder}:${process.env.PATH}` }
    const { browser, pages } = await print(sample, {}, { env })
    expect(browser).not.toContain(folder)
    expect(pages).toBe(4)
  })

  it.each([
    ['echo one >&2; echo "[1:FATAL:x.cc(1)] No usable sandbox! Long words." >&2; kill -6 $$', 'No usable sandbox'],
    ['exit 3', 'it ended with code 3'],
    ['kill -9 $$', 'it ended with SIGKILL'],
  ])('is told with its own words: %s', async (script, reason) => {
    const browser = program('named', script)
    await expect(print(sample, { browser })).rejects.toMatchObject({
      code: 'browser-failed',
      message: `The browser ${browser} did not start (${reason}).`,
    })
  })

  it('is waited for no longer than the time limit', async () => {
    const browser = program('silent', 'exec sleep 60')
    await expect(print(sample, { browser, timeout: 0.3 })).rejects.toMatchObject({
      code: 'print-timeout',
      message: 'The browser did not print the book within 0.3 seconds, nor did a second one.',
    })
  })
})

const embedded = await embeddedBrowser(process.env)

describe.skipIf(!embedded)('the browser inside the package', () => {
  it('is unpacked once, whole, by two that want it at once, and prints', async () => {
    const env = { XDG_CACHE_HOME: folder }
    const [one, two] = await Promise.all([embeddedBrowser(env), embeddedBrowser(env)])
    expect(one).toEqual(two)
    expect(readdirSync(join(folder, 'offprint'))).toEqual([expect.stringMatching(/^chromium-\d+\.\d+\.\d+$/)])
    const { pages, said } = await print(sample, { browser: one?.path ?? '' })
    expect({ pages, said }).toEqual({ pages: 4, said: [] })
  })

  it('starts with the libraries packed beside it', async () => {
    const env = { LD_LIBRARY_PATH: embedded?.libraries ?? '' }
    const { pages } = await print(sample, { browser: embedded?.path ?? '' }, { env })
    expect(pages).toBe(4)
  })
})
