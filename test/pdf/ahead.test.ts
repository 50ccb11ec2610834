// A browser that starts while the text is made: it prints what one started late prints, once, and is gone in every end.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { build } from '../../src/build.js'
import { collect } from '../../src/diagnostics.js'
import { BrowserAhead, printPdf } from '../../src/pdf/index.js'
import { ownTemporaryFolder } from '../support/browsers.js'
import { print, sample } from './sample.js'

// Profiles of browsers stand there, and nobody else's.
const folder = ownTemporaryFolder('ahead-test')

const profiles = () => readdirSync(folder).filter((name) => name.startsWith('offprint-browser-'))
const alone = await print(sample)
beforeEach(() => expect(profiles()).toEqual([]))

async function printWith(ahead: BrowserAhead) {
  const { report, diagnostics } = collect()
  const context = { env: process.env, report, ahead }
  const { bytes } = await printPdf(sample, { sandbox: true, timeout: 60 }, context)
  return { bytes, said: diagnostics().map(({ code }) => code) }
}

describe('a browser that was started ahead', () => {
  it('prints as one does that was not, and what there is to say of it is said of the book', async () => {
    const ahead = new BrowserAhead({ sandbox: true, env: process.env })
    const { bytes, said } = await printWith(ahead)
    expect(ahead.isThere).toBe(false)
    expect(Buffer.from(bytes).equals(alone.bytes)).toBe(true)
    expect(said).toEqual(process.getuid?.() === 0 ? ['sandbox-off'] : [])
    expect(profiles()).toEqual([])
    const again = await printWith(ahead)
    expect(Buffer.from(again.bytes).equals(alone.bytes)).toBe(true)
  })

  it('is taken down where nobody used it', async () => {
    await new BrowserAhead({ sandbox: true, env: process.env }).close()
    expect(profiles()).toEqual([])
  })

  it('says when it is used why it did not start', async () => {
    const ahead = new BrowserAhead({ browser: '/no/such/browser', sandbox: true, env: process.env })
    await expect(printWith(ahead)).rejects.toMatchObject({
      code: 'browser-failed',
      message: 'The browser /no/such/browser did not start (there is no such file).',
    })
  })

  it('is gone when the text is not to be printed', async () => {
    const frontMatter = join(folder, 'gone.md')
    const input = {
      id: 1,
      slug: 'a',
      link: 'https://example.org/a/',
      title: { rendered: 'A' },
      content: { rendered: '<p>A</p>' },
    }
    const wanted = build({ input, format: ['pdf'], frontMatter: [frontMatter] })
    await expect(wanted).rejects.toMatchObject({ code: 'input-unreadable' })
    expect(profiles()).toEqual([])
  })
})
