// Servers of pictures that mean harm, or are broken: each costs its own picture and nothing else.

import type { ServerResponse } from 'node:http'
import { crc32, deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { fetchBytesOf } from '../../src/net/index.js'
import { openNet, rawSite, site } from '../net/world.js'
import { buildBook, restPost } from './books.js'

type Answer = (response: ServerResponse, path: string, origin: string) => void

const html = '<!DOCTYPE html><html><head><title>Just a moment</title></head><body>Checking your browser</body></html>'
const megabytes = (count: number) => Buffer.alloc(count * 1_000_000)

/** A PNG of 400 million black pixels, one bit each, in some kilobytes. */
function bomb(): Buffer {
  const header = Buffer.from([...size(20_000), ...size(20_000), 1, 0, 0, 0, 0])
  const rows = deflateSync(Buffer.alloc(20_000 * (1 + 2500)), { level: 9 })
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(type), data])
  return Buffer.concat([size(data.length), content, size(crc32(content))])
}

function size(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** A whole PNG whose header says that it has 60 000 × 60 000 pixels. */
async function lying(): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a0' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  return png
}

function endless(response: ServerResponse): void {
  const zeros = Buffer.alloc(65_536)
  const more = () => {
    let goesOn = true
    while (goesOn && !response.destroyed) goesOn = response.write(zeros)
  }
  response.on('drain', more)
  more()
}

/** By the name of the picture: what the server does, and why the picture is not in the book. */
const rows: readonly (readonly [string, Answer, string])[] = [
  ['endless', endless, 'What the address ORIGIN/endless sends is larger than 40 MB'],
  [
    'circle',
    (response) => response.writeHead(302, { location: '/circle' }).end(),
    'it could not be fetched (its redirects lead in a circle)',
  ],
  [
    'hops',
    (response, path) => response.writeHead(302, { location: `${path}x` }).end(),
    'it could not be fetched (it redirects more than 5 times)',
  ],
  [
    'metadata',
    (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    'The address http://169.254.169.254/latest/meta-data/ is refused: 169.254.169.254 is of the range linkLocal',
  ],
  [
    'local-file',
    (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    'The address file:///etc/passwd is refused: it is neither http nor https',
  ],
  ['html-as-png', (response) => response.setHeader('content-type', 'image/png').end(html), 'the file is an HTML page'],
  ['words', (response) => response.setHeader('content-type', 'image/jpeg').end('words'), 'the file is no picture'],
  ['nothing', (response) => response.setHeader('content-type', 'image/png').end(), 'the file is empty'],
  [
    'gzip-bomb',
    (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(megabytes(60))),
    'What the address ORIGIN/gzip-bomb sends is larger than 40 MB',
  ],
  ['png-bomb', (response) => response.end(bomb()), 'it has 20000 × 20000 pixels, more than 50 million'],
  [
    'lying-header',
    (response) => void lying().then((bytes) => response.end(bytes)),
    'it has 60000 × 60000 pixels, more than 50 million',
  ],
  [
    'busy',
    (response) => response.writeHead(429, { 'retry-after': '1' }).end('later'),
    'it could not be fetched (the server answered with status 429)',
  ],
  [
    'gone',
    (response) => response.writeHead(404, { 'content-type': 'image/png' }).end(html),
    'it could not be fetched (the server answered with status 404)',
  ],
]

const rawRows: readonly (readonly [string, (socket: import('node:net').Socket) => void, string])[] = [
  [
    'a body that drips',
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: image/png\r\ncontent-length: 1000\r\n\r\n')
      const timer = setInterval(() => socket.write('a'), 40)
      socket.on('close', () => clearInterval(timer))
    },
    'it did not send all of its content within 0.5 seconds',
  ],
  ['a server that says nothing', () => {}, 'it did not send all of its content within 0.5 seconds'],
  [
    'a connection that is reset',
    (socket) => socket.resetAndDestroy(),
    'it could not be fetched (the connection was reset)',
  ],
  [
    'a body that ends early',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n\x89PNG'),
    'it could not be fetched (the connection was closed)',
  ],
]

/** A build whose pictures come through the real door to the network, with a short patience and a quick clock. */
async function bookWithPicture(name: string, address: string) {
  const net = await openNet()
  const fetch = fetchBytesOf(net)
  const fetchBytes = async (url: string, wish: object) =>
    (await fetch(url, { ...wish, timeout: timeoutOf(name) })).bytes
  const content = `<p>Before.</p><p><img src="${address}" alt="The words for it"></p><p>After.</p>`
  return buildBook(name, restPost(content), {}, { fetchBytes })
}

// What is large has to be sent before it can be refused.
const timeoutOf = (name: string) => (rows.some(([row]) => row === name) ? 30 : 0.5)

function expectLeftOut({ warnings, files }: Awaited<ReturnType<typeof bookWithPicture>>, url: string, reason: string) {
  const told = `The picture ${url} is not in the book (${reason}); its place shows its alternative text and its address.`
  expect(warnings).toEqual([['picture-left-out', told]])
  const text = [...files.values()].join('\n')
  for (const words of ['Before.', 'The words for it', 'After.']) expect(text).toContain(words)
  expect([...files.keys()].filter((path) => /\/images\/(?!cover\.)/.test(path))).toEqual([])
}

export function describeServers(): void {
  describe('a server of pictures', () => {
    it.each(rows)('that answers with %s costs that picture', async (name, answer, reason) => {
      const { origin } = await site(({ url = '' }, response, self) => answer(response, url, self.origin))
      const built = await bookWithPicture(name, `${origin}/${name}`)
      expectLeftOut(built, `${origin}/${name}`, reason.replaceAll('ORIGIN', origin))
    })

    it.each(rawRows)('with %s costs that picture', async (name, answer, reason) => {
      const { origin } = await rawSite(answer)
      const built = await bookWithPicture(name, `${origin}/p.png`)
      expectLeftOut(built, `${origin}/p.png`, reason.replaceAll('ORIGIN', origin))
    })

    it('on this machine is not asked unless that is allowed', async () => {
      const { origin, hits } = await site((_, response) => response.end('secret'))
      const net = await openNet({ allowPrivateNetwork: false })
      const fetch = fetchBytesOf(net)
      const content = `<p>Text.</p><p><img src="${origin}/p.png" alt="P"></p>`
      const fetchBytes = async (url: string) => (await fetch(url)).bytes
      const { warnings } = await buildBook('private', restPost(content), {}, { fetchBytes })
      expect(warnings.map(([code]) => code)).toEqual(['picture-left-out'])
      expect(hits).toEqual([])
    })
  })
}
