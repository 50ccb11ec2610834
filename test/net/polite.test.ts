// What Offprint says of itself, how often it asks, and when it waits.

import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { fetchBytesOf } from '../../src/net/index.js'
import { createPacer } from '../../src/net/pace.js'
import { waitAfter } from '../../src/net/retry.js'
import { failureOf, openNet, site, text } from './world.js'

describe('a request', () => {
  it('says who asks, and carries neither cookies nor credentials', async () => {
    const { origin, hits } = await site((_, response) => response.setHeader('set-cookie', 'id=1').end())
    const net = await openNet({ refresh: true })
    await net.fetch(`${origin}/a`, { accept: 'image/*' })
    await net.fetch(`${origin}/b`)
    const [first, second] = hits.map(({ headers }) => headers)
    expect(first?.['user-agent']).toMatch(/^Offprint\/\d+\.\d+\.\d+/)
    expect([first?.accept, second?.accept]).toEqual(['image/*', '*/*'])
    expect(Object.keys(second ?? {}).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
  })

  it.each([
    ['/post?p=1#part', '/post?p=1'],
    ['https://me:secret@blog.example/post?preview=1', undefined],
    ['http://me:secret@blog.example/post?preview=1', 'http://blog.example/'],
    ['file:///home/me/post.html', undefined],
    ['no page', undefined],
  ])('from %s names %s', async (referer, said) => {
    const { origin, hits } = await site((_, response) => response.end())
    const net = await openNet()
    await net.fetch(origin, { referer: referer.startsWith('/') ? `${origin}${referer}` : referer })
    expect(hits[0]?.headers.referer).toBe(said?.startsWith('/') ? `${origin}${said}` : said)
  })

  it('names the page no longer once it is sent elsewhere', async () => {
    const other = await site((_, response) => response.end())
    const { origin } = await site((_, response) => response.writeHead(302, { location: other.origin }).end())
    const net = await openNet()
    await net.fetch(origin, { referer: `${origin}/draft?key=1` })
    expect(other.hits[0]?.headers.referer).toBe(`${origin}/`)
  })
})

describe('a host', () => {
  it('has two requests at most, and a pause between their starts', async () => {
    let [running, most] = [0, 0]
    const starts: number[] = []
    const { origin } = await site(async (_, response) => {
      starts.push(performance.now())
      running++
      most = Math.max(most, running)
      await sleep(400)
      running--
      response.end()
    })
    const clock = {
      now: () => performance.now(),
      sleep: (milliseconds: number, signal?: AbortSignal) => sleep(milliseconds, undefined, signal ? { signal } : {}),
    }
    const net = await openNet({}, { clock })
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => net.fetch(`${origin}/${name}`)))
    const pauses = starts.slice(1).map((start, index) => start - (starts[index] ?? 0))
    expect([most, starts.length]).toEqual([2, 4])
    expect(Math.min(...pauses)).toBeGreaterThan(150)
  })

  it('does not wait for another', async () => {
    const sleeps: number[] = []
    const clock = { now: () => 0, sleep: async (milliseconds: number) => sleeps.push(milliseconds) }
    const { turn } = createPacer(clock)
    await Promise.all([turn('a', async () => {}), turn('b', async () => {}), turn('a', async () => {})])
    expect(sleeps).toEqual([250])
  })

  it('gets its place back from who gave up waiting or failed', async () => {
    const { turn } = createPacer({ now: () => 0, sleep: async () => {} })
    const abort = new AbortController()
    let free = () => {}
    const blocked = new Promise<void>((resolve) => {
      free = resolve
    })
    const held = [turn('a', () => blocked), turn('a', () => blocked)]
    const gone = turn('a', async () => 'gone', abort.signal)
    const patient = turn('a', async () => 'patient')
    abort.abort(new Error('no longer'))
    await expect(gone).rejects.toThrow('no longer')
    free()
    await Promise.all(held)
    expect(await patient).toBe('patient')
    await expect(turn('a', () => Promise.reject(new Error('it failed')))).rejects.toThrow('it failed')
    expect(await turn('a', async () => 'next')).toBe('next')
  })

  it.each([429, 503])('that answers %i is asked again when it says', async (status) => {
    let asked = 0
    const { origin, hits } = await site((_, response) => {
      if (asked++ === 0) response.writeHead(status, { 'retry-after': '7' }).end('busy')
      else response.end('words')
    })
    const net = await openNet()
    expect(text((await net.fetch(origin)).bytes)).toBe('words')
    expect([hits.length, net.sleeps]).toEqual([2, [7000]])
  })

  it('that stays busy is asked three times, and its answer is told', async () => {
    const { origin, hits } = await site((_, response) => response.writeHead(503).end('busy'))
    const net = await openNet()
    expect((await net.fetch(origin)).status).toBe(503)
    expect([hits.length, net.sleeps]).toEqual([3, [1000, 2000]])
  })
})

describe('waiting', () => {
  const busy = (headers: Record<string, string>) => ({ status: 429, headers, bytes: new Uint8Array() })
  const date = 'Sun, 22 Nov 2026 10:00:00 GMT'

  it.each([
    [{}, 1000],
    [{ 'retry-after': '0' }, 1000],
    [{ 'retry-after': '60' }, 60_000],
    [{ 'retry-after': '61' }, undefined],
    [{ 'retry-after': '-5' }, 1000],
    [{ 'retry-after': 'soon' }, 1000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 10:00:09 GMT', date }, 9000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT', date }, 1000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 10:00:00 GMT', date }, undefined],
  ])('after %o is %s', (headers, wait) => {
    expect(waitAfter(busy(headers), 0)).toBe(wait)
  })

  it('is for those alone who are busy', () => {
    expect([200, 404, 500].map((status) => waitAfter({ ...busy({}), status }, 0))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(waitAfter(new Error('no cause'), 0)).toBeUndefined()
  })
})

describe('fetching a file', () => {
  it('gives its bytes and its type', async () => {
    const { origin } = await site((_, response) => response.setHeader('content-type', 'Image/PNG; q=1').end('words'))
    const { bytes, type } = await fetchBytesOf(await openNet())(origin)
    expect([text(bytes), type]).toEqual(['words', 'image/png'])
  })

  it('gives no type where there is none', async () => {
    const { origin } = await site((_, response) => response.end('words'))
    expect((await fetchBytesOf(await openNet())(origin)).type).toBe('')
  })

  it.each([204, 304, 404, 500])('with status %i', async (status) => {
    const { origin } = await site((_, response) => response.writeHead(status).end())
    const fetched = fetchBytesOf(await openNet())(origin)
    if (status === 204) expect((await fetched).bytes).toHaveLength(0)
    else expect((await failureOf(fetched)).message).toContain(`the server answered with status ${status}`)
  })
})
