// What a caller may wish of a fetch besides the bytes: to be known, to stay on one host, to leave nothing behind.

import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../src/net/index.js'
import { failureOf, folder, openNet, site, text } from './world.js'

const value = 'Basic c2VjcmV0'

describe('a credential', () => {
  it('is said to its own origin, and what comes of it is not kept', async () => {
    const { origin, hits } = await site((_, response) => {
      response.setHeader('cache-control', 'max-age=3600').end('draft')
    })
    const net = await openNet()
    const authorization = { origin, value }
    expect((await net.fetch(`${origin}/a`, { authorization })).fromCache).toBe(false)
    expect((await net.fetch(`${origin}/a`, { authorization })).fromCache).toBe(false)
    expect((await net.fetch(`${origin}/a`)).fromCache).toBe(false)
    expect(hits.map(({ headers }) => headers.authorization)).toEqual([value, value, undefined])
    const offline = await openNet({ cacheDir: net.cacheDir, offline: true })
    expect((await failureOf(offline.fetch(`${origin}/a`, { authorization }))).code).toBe('fetch-offline')
  })

  it('is not said to another origin, nor to its own once a redirect led away', async () => {
    let home = ''
    const other = await site((_, response) => response.writeHead(302, { location: `${home}/back` }).end())
    const { origin, hits } = await site(({ url }, response) => {
      if (url === '/away') response.writeHead(302, { location: other.origin }).end()
      else response.end()
    })
    home = origin
    const net = await openNet()
    await net.fetch(`${origin}/away`, { authorization: { origin, value } })
    expect(hits.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ['/away', value],
      ['/back', undefined],
    ])
    expect(other.hits[0]?.headers.authorization).toBeUndefined()
    await net.fetch(other.origin, { authorization: { origin, value } })
    expect(other.hits[1]?.headers.authorization).toBeUndefined()
  })

  it('goes along where a redirect stays', async () => {
    const { origin, hits } = await site(({ url }, response) => {
      if (url === '/a') response.writeHead(301, { location: '/b' }).end()
      else response.end()
    })
    const net = await openNet()
    await net.fetch(`${origin}/a`, { authorization: { origin, value }, sameHost: true })
    expect(hits.map(({ headers }) => headers.authorization)).toEqual([value, value])
  })
})

it('a redirect to another host can be refused', async () => {
  const secret = await site((_, response) => response.end())
  const { origin } = await site((_, response) => response.writeHead(302, { location: `${secret.origin}/x` }).end())
  const net = await openNet()
  const error = await failureOf(net.fetch(`${origin}/a`, { sameHost: true }))
  expect([error.message, secret.hits]).toEqual([
    `The address ${secret.origin}/x is refused: ${origin}/a redirects to another host.`,
    [],
  ])
})

it('the cache can be left alone', async () => {
  const { origin } = await site((_, response) => response.setHeader('cache-control', 'max-age=3600').end('words'))
  const net = await openNet()
  await net.fetch(origin, { cached: false })
  expect((await net.fetch(origin)).fromCache).toBe(false)
  expect((await net.fetch(origin, { cached: false })).fromCache).toBe(false)
})

it('more fetches may wait than Node takes for a leak', async () => {
  const { origin } = await site((_, response) => response.end('words'))
  const warnings: Error[] = []
  const warn = (warning: Error) => warnings.push(warning)
  process.on('warning', warn)
  const { signal } = new AbortController()
  const net = await openNet({}, { signal })
  const fetched = await Promise.all(Array.from({ length: 30 }, (_, index) => net.fetch(`${origin}/${index}`)))
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', warn)
  expect([fetched.map(({ bytes }) => text(bytes)).join(''), warnings]).toEqual(['words'.repeat(30), []])
})

describe('the store', () => {
  it('gives back what was put in, also in a later run', async () => {
    const cacheDir = await folder()
    await openStore({ cacheDir }, {}).put('a', { title: 'Bröd' })
    expect(await openStore({ cacheDir }, {}).get('a')).toEqual({ title: 'Bröd' })
    expect(await openStore({ cacheDir }, {}).get('b')).toBeUndefined()
  })

  it('knows nothing of what was damaged, and goes on where nothing can be written', async () => {
    const cacheDir = await folder()
    const store = openStore({ cacheDir }, {})
    await store.put('a', 1)
    const [body = ''] = await readdir(join(cacheDir, 'sites', 'bodies'))
    await writeFile(join(cacheDir, 'sites', 'bodies', body), '2')
    expect(await store.get('a')).toBeUndefined()
    await writeFile(join(cacheDir, 'file'), '')
    const barred = openStore({ cacheDir: join(cacheDir, 'file') }, {})
    await barred.put('a', 1)
    expect(await barred.get('a')).toBeUndefined()
  })
})
