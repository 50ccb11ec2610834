// What is kept on the disk, and when it is used.

import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cacheFiles } from '../../src/net/cache-files.js'
import { defaultCacheDir } from '../../src/net/cache-folder.js'
import { createNet } from '../../src/net/index.js'
import { failureOf, folder, openNet, site, text } from './world.js'

type Headers = Record<string, string>

/** A server whose file has the headers given and, where they name one, an ETag that it honours. */
async function fileSite(headers: Headers, content: () => string = () => 'words') {
  return site((request, response) => {
    const isKnown = headers.etag !== undefined && request.headers['if-none-match'] === headers.etag
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.writeHead(isKnown ? 304 : 200).end(isKnown ? undefined : content())
  })
}

const fresh = { 'cache-control': 'max-age=3600', 'content-type': 'image/png' }
const stale = { 'cache-control': 'no-cache', etag: '"one"', 'content-type': 'image/png' }

describe('the cache', () => {
  it('answers while what it holds is fresh, also in a later run', async () => {
    const { origin, hits } = await fileSite(fresh)
    const net = await openNet()
    const first = await net.fetch(origin)
    const later = await openNet({ cacheDir: net.cacheDir })
    const second = await later.fetch(origin)
    expect([first.fromCache, second.fromCache, hits.length]).toEqual([false, true, 1])
    expect([second.status, second.url, second.headers, text(second.bytes)]).toEqual([
      200,
      `${origin}/`,
      { 'content-type': 'image/png' },
      'words',
    ])
  })

  it('asks whether what is stale still holds', async () => {
    const { origin, hits } = await fileSite(stale)
    const net = await openNet()
    await net.fetch(origin)
    const { fromCache, status, bytes, headers } = await net.fetch(origin)
    expect([fromCache, status, text(bytes), hits.length]).toEqual([true, 200, 'words', 2])
    expect(hits.map((hit) => hit.headers['if-none-match'])).toEqual([undefined, '"one"'])
    expect(headers).toEqual({ 'content-type': 'image/png', etag: '"one"' })
  })

  it('asks by date where there is no ETag, and takes what has changed', async () => {
    let version = 1
    const { origin, hits } = await site((_, response) => {
      response.setHeader('last-modified', new Date(version * 1000).toUTCString())
      response.setHeader('cache-control', 'max-age=0').end(`version ${version++}`)
    })
    const net = await openNet()
    await net.fetch(origin)
    const { fromCache, bytes } = await net.fetch(origin)
    expect([fromCache, text(bytes)]).toEqual([false, 'version 2'])
    expect(hits[1]?.headers['if-modified-since']).toBe('Thu, 01 Jan 1970 00:00:01 GMT')
    const offline = await openNet({ cacheDir: net.cacheDir, offline: true })
    expect(text((await offline.fetch(origin)).bytes)).toBe('version 2')
  })

  it('asks where it is fresh too when it is to be refreshed', async () => {
    const { origin, hits } = await fileSite({ ...fresh, etag: '"one"' })
    const net = await openNet({ refresh: true })
    await net.fetch(origin)
    expect((await net.fetch(origin)).fromCache).toBe(true)
    expect(hits.map((hit) => hit.headers['if-none-match'])).toEqual([undefined, '"one"'])
  })

  it('keeps nothing that must not be stored, and forgets what it had', async () => {
    let control = 'max-age=0'
    const { origin } = await site((_, response) => response.setHeader('cache-control', control).end('words'))
    const net = await openNet()
    const offline = await openNet({ cacheDir: net.cacheDir, offline: true })
    await net.fetch(origin)
    expect((await offline.fetch(origin)).status).toBe(200)
    control = 'No-Store, max-age=3600'
    await net.fetch(origin)
    expect((await failureOf(offline.fetch(origin))).code).toBe('fetch-offline')
  })

  it('keeps no cookie', async () => {
    const { origin } = await fileSite({ ...fresh, 'set-cookie': 'id=secret' })
    const net = await openNet()
    await net.fetch(origin)
    const names = await readdir(join(net.cacheDir, 'entries'))
    const entries = await Promise.all(names.map((name) => readFile(join(net.cacheDir, 'entries', name), 'utf8')))
    expect(entries).toHaveLength(1)
    expect(entries.join()).not.toContain('secret')
  })

  it('heeds what an answer varies by', async () => {
    const { origin, hits } = await site(({ headers }, response) => {
      response.setHeader('vary', 'Accept').setHeader('cache-control', 'max-age=3600').end(headers.accept)
    })
    const net = await openNet()
    await net.fetch(origin, { accept: 'image/webp' })
    expect(text((await net.fetch(origin, { accept: 'image/png' })).bytes)).toBe('image/png')
    expect((await net.fetch(origin, { accept: 'image/png' })).fromCache).toBe(true)
    expect(hits).toHaveLength(2)
  })

  it('holds the limits of who asks', async () => {
    const { origin } = await fileSite(fresh, () => 'a'.repeat(2000))
    const net = await openNet()
    await net.fetch(origin)
    expect((await failureOf(net.fetch(origin, { maxBytes: 1000 }))).code).toBe('fetch-too-large')
  })
})

describe('offline', () => {
  it('uses what is kept, stale or not, and asks nobody', async () => {
    const { origin, hits } = await fileSite(stale)
    const net = await openNet()
    await net.fetch(origin)
    const offline = await openNet({ cacheDir: net.cacheDir, offline: true })
    expect([(await offline.fetch(origin)).fromCache, hits.length]).toEqual([true, 1])
  })

  it('goes the redirects that were gone before', async () => {
    const { origin, hits } = await site(({ url }, response) => {
      if (url === '/end') response.setHeader('cache-control', 'max-age=60').end('there')
      else response.writeHead(302, { location: '/end' }).end()
    })
    const net = await openNet()
    await net.fetch(`${origin}/a`)
    const offline = await openNet({ cacheDir: net.cacheDir, offline: true })
    const { url, bytes } = await offline.fetch(`${origin}/a`)
    expect([url, text(bytes), hits.length]).toEqual([`${origin}/end`, 'there', 2])
    await net.fetch(`${origin}/a`)
    expect(hits).toHaveLength(3)
  })

  it('fails where nothing is kept', async () => {
    const { origin, hits } = await fileSite(fresh)
    const net = await openNet({ offline: true })
    const error = await failureOf(net.fetch(origin))
    expect([error.code, error.exitCode, hits.length]).toEqual(['fetch-offline', 3, 0])
  })
})

describe('the files of the cache', () => {
  it.each([
    ['entries', 'cut'],
    ['entries', 'changed'],
    ['bodies', 'cut'],
    ['bodies', 'changed'],
    ['bodies', 'emptied'],
  ])('in %s that were %s are fetched anew', async (kind, how) => {
    const { origin, hits } = await fileSite({ ...fresh, etag: '"one"' })
    const net = await openNet()
    await net.fetch(origin)
    for (const name of await readdir(join(net.cacheDir, kind))) {
      const path = join(net.cacheDir, kind, name)
      const bytes = await readFile(path)
      const last = bytes.length - 1
      const damaged = { cut: bytes.subarray(0, last), changed: Buffer.from(bytes), emptied: Buffer.alloc(0) }[how]
      if (how === 'changed') damaged?.writeUInt8(bytes.readUInt8(last) ^ 1, last)
      await writeFile(path, damaged ?? '')
    }
    const again = await net.fetch(origin)
    expect([again.fromCache, text(again.bytes), hits.length]).toEqual([false, 'words', 2])
    expect(hits[1]?.headers['if-none-match']).toBeUndefined()
    expect((await net.fetch(origin)).fromCache).toBe(true)
  })

  it('are none that cannot be written: that is told once, and costs nothing else', async () => {
    const { origin } = await fileSite(fresh)
    const path = join(await folder(), 'file')
    await writeFile(path, '')
    const net = await openNet({ cacheDir: path })
    for (const name of ['a', 'b']) expect(text((await net.fetch(`${origin}/${name}`)).bytes)).toBe('words')
    expect(net.diagnostics().map(({ code, severity }) => `${code} ${severity}`)).toEqual(['cache-unwritable note'])
  })

  it('that a killed run left are swept away', async () => {
    const path = await folder()
    await mkdir(join(path, 'tmp'))
    for (const name of ['old', 'new']) await writeFile(join(path, 'tmp', name), '')
    await utimes(join(path, 'tmp', 'old'), 0, 0)
    await cacheFiles(path).write('a', 'text', Buffer.from('words'))
    expect(await readdir(join(path, 'tmp'))).toEqual(['new'])
  })

  it('are whole at every moment, however many processes write them', async () => {
    const path = await folder()
    const module = JSON.stringify(new URL('../../dist/net/cache-files.js', import.meta.url).href)
    // Each writes one address over and over, with a body of its own that names it from end to end.
    const script = (letter: string) => `
      const { cacheFiles } = await import(${module})
      const files = cacheFiles(${JSON.stringify(path)})
      for (let round = 0; round < 60; round++) {
        await files.write('address', '${letter}', Buffer.from('${letter}'.repeat(200000)))
      }`
    const writers = ['a', 'b'].map((letter) =>
      spawn(process.execPath, ['--input-type=module', '-e', script(letter)], { stdio: 'ignore' }),
    )
    const ends = writers.map((writer) => new Promise<number | null>((resolve) => writer.on('exit', resolve)))
    let isOver = false
    const codes = Promise.all(ends).finally(() => {
      isOver = true
    })
    const files = cacheFiles(path)
    const seen: string[] = []
    while (!isOver) {
      const found = await files.read('address')
      if (found) seen.push(found.text === 'a' || found.text === 'b' ? torn(found.bytes, found.text) : 'no text')
      else if (seen.length > 0) seen.push('gone')
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    expect(await codes).toEqual([0, 0])
    expect([...new Set(seen)]).toEqual(['whole'])
    expect(await readdir(join(path, 'tmp'))).toEqual([])
  })

  it('are whole for two fetches at once in one process', async () => {
    const { origin } = await fileSite(fresh)
    const net = await openNet()
    const both = await Promise.all([net.fetch(origin), net.fetch(origin)])
    expect(both.map(({ bytes }) => text(bytes))).toEqual(['words', 'words'])
    expect((await net.fetch(origin)).fromCache).toBe(true)
  })
})

function torn(bytes: Uint8Array, letter: string): string {
  return text(bytes) === letter.repeat(200_000) ? 'whole' : 'torn'
}

describe('the folder of the cache', () => {
  it.each([
    ['linux', {}, '/home/me/.cache/offprint/http'],
    ['linux', { XDG_CACHE_HOME: '/var/cache/me' }, '/var/cache/me/offprint/http'],
    ['linux', { XDG_CACHE_HOME: 'here' }, '/home/me/.cache/offprint/http'],
    ['darwin', {}, '/home/me/Library/Caches/offprint/http'],
    ['win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Local\\offprint\\Cache\\http'],
    ['win32', {}, '\\home\\me\\AppData\\Local\\offprint\\Cache\\http'],
  ] as const)('on %s with %o is %s', (platform, env, path) => {
    expect(defaultCacheDir(env, platform, '/home/me')).toBe(path)
  })

  // macOS has no variable that leads elsewhere than to the real folder.
  it.skipIf(process.platform === 'darwin')('is the platform’s where none is named', async () => {
    const { origin } = await fileSite(fresh)
    const home = await folder()
    const settings = { offline: false, refresh: false, allowPrivateNetwork: true }
    const env = { XDG_CACHE_HOME: home, LOCALAPPDATA: home }
    const net = createNet(settings, { report: () => {}, env })
    await net.fetch(origin)
    await net.close()
    expect(await readdir(home)).toEqual(['offprint'])
  })
})
