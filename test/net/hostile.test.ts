// Servers that mean harm, or are broken: each costs its own address, a bounded time and bounded memory.

import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { failureOf, openNet, rawSite, site, text } from './world.js'

const ok = 'HTTP/1.1 200 OK\r\n'

describe('redirects', () => {
  it('are followed, and the last address is told', async () => {
    const { origin } = await site(({ url }, response) => {
      if (url === '/end') response.end('there')
      else response.writeHead(302, { location: url === '/a' ? '/b' : 'end#part' }).end('elsewhere')
    })
    const net = await openNet()
    const { url, bytes } = await net.fetch(`${origin}/a`)
    expect([url, text(bytes)]).toEqual([`${origin}/end`, 'there'])
  })

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fe80::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[64:ff9b::7f00:1]/',
    'http://0/',
    'file:///etc/passwd',
    'http://me:secret@127.0.0.1/',
  ])('to %s are refused, also where the own network is open', async (location) => {
    const { origin, hits } = await site((_, response) => response.writeHead(302, { location }).end())
    const net = await openNet()
    expect((await failureOf(net.fetch(origin))).code).toBe('address-refused')
    expect(hits).toHaveLength(1)
  })

  it('to this machine are refused at the hop', async () => {
    const secret = await site((_, response) => response.end('secret'))
    // The first hop is let through by a name of which the second one is not.
    const { origin, hits } = await site((_, response) =>
      response.writeHead(307, { location: `http://inner.example:${secret.port}/` }).end(),
    )
    const lookup = async () => [{ address: '169.254.169.254', family: 4 }]
    const net = await openNet({}, { lookup })
    expect((await failureOf(net.fetch(origin))).code).toBe('address-refused')
    expect([hits.length, secret.hits.length]).toEqual([1, 0])
  })

  it('in a circle end at once', async () => {
    const { origin, hits } = await site(({ url }, response) =>
      response.writeHead(301, { location: url === '/a' ? '/b' : '/a' }).end(),
    )
    const net = await openNet()
    const error = await failureOf(net.fetch(`${origin}/a`))
    expect(error.message).toBe(`The address ${origin}/a could not be fetched (its redirects lead in a circle).`)
    expect(hits).toHaveLength(2)
  })

  it('are five at the most', async () => {
    const { origin, hits } = await site(({ url = '' }, response) => {
      const step = Number(url.slice(1))
      if (step === 0) response.end('there')
      else response.writeHead(302, { location: `/${step - 1}` }).end()
    })
    const net = await openNet()
    expect(text((await net.fetch(`${origin}/5`)).bytes)).toBe('there')
    expect((await failureOf(net.fetch(`${origin}/99`))).message).toContain('redirects more than 5 times')
    expect(hits).toHaveLength(12)
  })

  it('to nowhere are a failed fetch', async () => {
    const { origin } = await site((_, response) => response.writeHead(302, { location: 'http://[' }).end())
    const net = await openNet()
    expect((await failureOf(net.fetch(origin))).code).toBe('fetch-failed')
  })
})

describe('size', () => {
  it('is bounded for a body without an end', async () => {
    let sent = 0
    const { origin } = await site((_, response) => {
      const chunk = Buffer.alloc(65_536)
      const more = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length
      }
      response.on('drain', more)
      more()
    })
    const net = await openNet()
    const error = await failureOf(net.fetch(origin, { maxBytes: 1_000_000 }))
    expect(error.message).toBe(`What the address ${origin}/ sends is larger than 1 MB.`)
    expect(sent).toBeLessThan(20_000_000)
  })

  it('is bounded for what 300 MB of zeros were packed into', async () => {
    const bomb = gzipSync(Buffer.alloc(300_000_000), { level: 9 })
    const { origin } = await site((_, response) => response.setHeader('content-encoding', 'gzip').end(bomb))
    const net = await openNet()
    const before = process.memoryUsage().rss
    const start = performance.now()
    expect((await failureOf(net.fetch(origin, { maxBytes: 5_000_000 }))).code).toBe('fetch-too-large')
    expect(performance.now() - start).toBeLessThan(2000)
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000)
  })

  it('is refused unread where it is told', async () => {
    const { origin } = await rawSite((socket) => socket.write(`${ok}content-length: 5000000000\r\n\r\n`))
    const net = await openNet()
    expect((await failureOf(net.fetch(origin))).code).toBe('fetch-too-large')
  })

  it('may be just what is allowed', async () => {
    const { origin } = await site((_, response) => response.end(Buffer.alloc(1000)))
    const net = await openNet()
    expect((await net.fetch(origin, { maxBytes: 1000 })).bytes).toHaveLength(1000)
    expect((await failureOf(net.fetch(`${origin}/b`, { maxBytes: 999 }))).code).toBe('fetch-too-large')
  })

  it('is bounded for headers', async () => {
    const { origin } = await rawSite((socket) => socket.write(`${ok}x: ${'a'.repeat(100_000)}\r\n\r\n`))
    const net = await openNet()
    expect((await failureOf(net.fetch(origin))).message).toContain('its headers are too large')
  })
})

describe('content codings', () => {
  it.each([
    ['gzip', gzipSync('words')],
    ['identity', Buffer.from('words')],
    ['gzip, gzip', gzipSync(gzipSync('words'))],
  ])('%s is decoded', async (coding, body) => {
    const { origin } = await site((_, response) => response.setHeader('content-encoding', coding).end(body))
    const net = await openNet()
    expect(text((await net.fetch(origin)).bytes)).toBe('words')
  })

  it.each([
    ['gzip, gzip, gzip', gzipSync(gzipSync(gzipSync('words')))],
    ['__proto__', Buffer.from('words')],
    ['gzip', Buffer.from('words')],
    ['gzip', gzipSync('words').subarray(0, 12)],
  ])('%s that cannot be is a failed fetch', async (coding, body) => {
    const { origin } = await site((_, response) => response.setHeader('content-encoding', coding).end(body))
    const net = await openNet()
    expect((await failureOf(net.fetch(origin))).code).toBe('fetch-failed')
  })
})

describe('time', () => {
  const timeout = 0.4

  it.each([
    ['a server that says nothing', ''],
    ['headers that drip', `${ok}x-header: `],
    ['a body that drips', `${ok}content-length: 1000\r\n\r\n`],
  ])('is bounded for %s', async (_, opening) => {
    const { origin, hits } = await rawSite((socket) => {
      socket.write(opening)
      if (opening === '') return
      const timer = setInterval(() => socket.write('a'), 50)
      socket.on('close', () => clearInterval(timer))
    })
    const net = await openNet()
    const start = performance.now()
    const error = await failureOf(net.fetch(origin, { timeout }))
    expect(error.message).toBe(`The address ${origin} did not send all of its content within 0.4 seconds.`)
    expect(performance.now() - start).toBeLessThan(3000)
    expect(hits).toHaveLength(1)
  })

  it('is bounded for redirects together', async () => {
    const { origin } = await site(({ url = '' }, response) => {
      setTimeout(() => response.writeHead(302, { location: `${url}a` }).end(), 150)
    })
    const net = await openNet()
    expect((await failureOf(net.fetch(origin, { timeout }))).code).toBe('fetch-timeout')
  })

  it('is the caller’s to end', async () => {
    const { origin } = await rawSite(() => {})
    const [whole, one] = [new AbortController(), new AbortController()]
    const net = await openNet({}, { signal: whole.signal })
    const first = failureOf(net.fetch(`${origin}/a`, { signal: one.signal }))
    const second = failureOf(net.fetch(`${origin}/b`, { signal: one.signal }))
    const waiting = failureOf(net.fetch(`${origin}/c`))
    setTimeout(() => one.abort(), 50)
    expect([(await first).code, (await second).code]).toEqual(['interrupted', 'interrupted'])
    setTimeout(() => whole.abort(), 50)
    expect([(await waiting).code, (await failureOf(net.fetch(origin))).code]).toEqual(['interrupted', 'interrupted'])
  })
})

describe('a broken connection', () => {
  it('is tried again, twice', async () => {
    const { origin, hits } = await rawSite((socket) => socket.resetAndDestroy())
    const net = await openNet()
    expect((await failureOf(net.fetch(origin))).code).toBe('fetch-failed')
    expect([hits.length, net.sleeps]).toEqual([3, [1000, 2000]])
  })

  it('costs nothing where the next one holds', async () => {
    const { origin } = await rawSite((socket, count) => {
      if (count === 1) socket.resetAndDestroy()
      else socket.end(`${ok}content-length: 5\r\n\r\nwords`)
    })
    const net = await openNet()
    expect(text((await net.fetch(origin)).bytes)).toBe('words')
  })

  it('never passes for the end of a body', async () => {
    const { origin, hits } = await rawSite((socket) => socket.end(`${ok}content-length: 500\r\n\r\nwords`))
    const net = await openNet()
    expect((await failureOf(net.fetch(origin))).code).toBe('fetch-failed')
    expect(hits).toHaveLength(3)
  })

  it('is no HTTP: a failed fetch', async () => {
    const { origin } = await rawSite((socket) => socket.end('SSH-2.0-OpenSSH_9\r\n'))
    const net = await openNet()
    expect((await failureOf(net.fetch(origin))).code).toBe('fetch-failed')
  })

  it('that says less than it sends gives what it said', async () => {
    const { origin } = await rawSite((socket) => socket.end(`${ok}content-length: 5\r\n\r\nwords and more`))
    const net = await openNet()
    expect(text((await net.fetch(origin)).bytes)).toBe('words')
  })
})
