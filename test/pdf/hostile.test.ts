// A hostile page through the whole print, and a hostile post through a whole build: nothing is fetched, nothing runs, no
// file is read, and the text stays.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { build } from '../../src/index.js'
import { browserSwitches } from '../../src/pdf/browser/switches.js'
import { epubTexts } from '../support/epub.js'
import { type CountingServer, countingServer, hostileBody, hostileHead } from '../support/hostile.js'
import { readPdf } from '../support/pdf.js'
import { documentOf, print } from './sample.js'

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
const secret = join(folder, 'secret.txt')
let server: CountingServer

beforeAll(async () => {
  writeFileSync(secret, 'ZEBRAS graze; p { color: red }')
  server = await countingServer()
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** What no page may show: what a script writes, what the server says, what the secret file and others hold. */
const shownOnlyIfLost = /SCRIPT|\bhit\b|ZEBRAS|root:|\bgone\b|"name"/

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await readPdf(bytes)).pages.join('\n')
}

describe('a hostile page', () => {
  it('is printed without a request, a script or a file, and with its text', async () => {
    const traps = { origin: server.origin, secret }
    const { bytes, pages } = await print(documentOf(hostileBody(traps), [], hostileHead(traps)))
    expect(server.hits).toEqual([])
    expect(pages).toBeGreaterThan(0)
    const text = await textOf(bytes)
    expect(text).toContain('QUARTZ text stays')
    expect(text).not.toMatch(shownOnlyIfLost)
    expect(Buffer.from(bytes).includes('ZEBRAS')).toBe(false)
  })

  it('of external entities and style sheets is refused or printed without them', async () => {
    const { xhtml, ...document } = documentOf('<p>QUARTZ text stays &amp; so on</p>')
    const sheet = `<?xml-stylesheet href="http://${server.origin}/sheet.css"?><?xml-stylesheet type="text/xsl" href="file://${secret}"?>`
    const doctype = `<!DOCTYPE html [<!ENTITY x SYSTEM "file://${secret}"><!ENTITY % y SYSTEM "http://${server.origin}/dtd"> %y;]>`
    const hostile = xhtml
      .replace('<!DOCTYPE html>', sheet + doctype)
      .replace(
        'so on',
        'so on &x; <x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include parse="text" href="file:///etc/passwd"/></x>',
      )
    const outcome = await print({ ...document, xhtml: hostile }).then(({ bytes }) => textOf(bytes), String)
    expect(server.hits).toEqual([])
    expect(outcome).not.toMatch(shownOnlyIfLost)
  })

  it('of more pages than are allowed is given up, as is one that would take for ever', async () => {
    const tall = (height: string) => documentOf(`<div style="height: ${height}">tall</div>`)
    await expect(print(tall('1e5px'), { maxPages: 100 })).rejects.toMatchObject({ code: 'pages-too-many' })
    await expect(print(tall('1e7px'), { timeout: 2 })).rejects.toMatchObject({ code: 'print-timeout' })
  })

  it('would be counted if it asked', async () => {
    await fetch(`http://${server.origin}/here`)
    expect(server.hits).toContain('/here')
    ;(server.hits as string[]).length = 0
  })
})

describe('a hostile post', () => {
  it('makes both books without a request, a script or a file, and with its text', async () => {
    const traps = { origin: server.origin, secret }
    const all = `${hostileHead(traps)}${hostileBody(traps)}`
    const input = {
      id: 7,
      slug: '../../etc/passwd',
      link: `http://${server.origin}/a-post/`,
      date: '2026-03-01T08:00:00',
      title: { rendered: `QUARTZ title${all}` },
      excerpt: { rendered: all },
      content: { rendered: `<p>Before.</p>${all}<p>After {{constructor}} &lt;%= 7*191 %>.</p>` },
      lang: 'en',
      _embedded: {
        author: [{ name: `Ada${all}` }],
        'wp:term': [[{ taxonomy: 'category', name: all }]],
        'wp:featuredmedia': [{ source_url: `file://${secret}`, alt_text: all }],
      },
    }
    const cacheDir = join(folder, 'cache')
    const { outputs, report } = await build({ input, cacheDir, outputDir: join(folder, 'output') })
    expect(server.hits).toEqual([])
    const [epub, pdf] = outputs
    expect(pdf?.path).toBe(
      join(
        folder,
        'output',
        `${epub?.path
          ?.split('/')
          .at(-1)
          ?.replace(/\.epub$/, '')}.pdf`,
      ),
    )
    const text = await textOf(pdf?.bytes ?? new Uint8Array())
    expect(text).toContain('QUARTZ text stays')
    expect(text).toContain('After {{constructor}} <%= 7*191 %>.')
    expect(text).not.toMatch(/ZEBRAS|root:|1337/)
    const files = [...epubTexts(epub?.bytes ?? new Uint8Array())]
    for (const [path, markup] of files) {
      expect(markup, path).not.toMatch(
        /<script|<iframe|<object|<embed|<form|<base|http-equiv|\son\w+="|javascript:|ZEBRAS/,
      )
    }
    expect(report.losses.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['element script', 'element base', 'iframe without an address']),
    )
    expect(readFileSync(secret, 'utf8')).toMatch(/^ZEBRAS/)
  })
})

describe('the browser', () => {
  it('keeps its protections, and opens no port', () => {
    const switches = browserSwitches('/profile', true)
    const off =
      /disable-web-security|single-process|no-zygote|no-sandbox|disable-site-isolation|remote-debugging-port|allow-file-access|disable-setuid-sandbox|ignore-certificate-errors/
    expect(switches.filter((one) => off.test(one))).toEqual([])
    expect(switches).toContain('--remote-debugging-pipe')
    expect(browserSwitches('/profile', false).filter((one) => off.test(one))).toEqual(['--no-sandbox'])
  })

  it.each([
    [1000, true, false, undefined],
    [1000, false, true, 'as asked'],
    [0, true, true, 'it runs as root'],
  ])('of user %i, asked for the sandbox: %s', async (user, sandbox, isOff, why) => {
    const log = join(folder, `arguments-${user}-${sandbox}`)
    const browser = join(folder, 'logging')
    writeFileSync(browser, `#!/bin/sh\necho "$@" > ${log}\nexit 1\n`, { mode: 0o755 })
    const spy = vi.spyOn(process, 'getuid').mockReturnValue(user)
    const said: unknown[] = []
    try {
      const { printPdf } = await import('../../src/pdf/index.js')
      const context = { env: process.env, report: (...one: unknown[]) => void said.push(one) }
      await expect(printPdf(documentOf('<p>x</p>'), { browser, sandbox, timeout: 30 }, context)).rejects.toMatchObject({
        code: 'browser-failed',
      })
    } finally {
      spy.mockRestore()
    }
    expect(readFileSync(log, 'utf8').includes('--no-sandbox')).toBe(isOff)
    expect(said).toEqual(why ? [['sandbox-off', { why }]] : [])
  })
})
