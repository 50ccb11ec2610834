// Every way that leads to this machine or its network is barred. The ranges are judged, never dialled.

import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { admit, refusalOf, shown } from '../../src/net/address.js'
import { failureOf, listen, openNet, site } from './world.js'

const refused = [
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '::1', '::', '::ffff:127.0.0.1', '::ffff:7f00:1'],
  ...['::127.0.0.1', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1'],
  ...['169.254.169.254', '169.254.170.2', 'fe80::1', 'fe80::1%eth0', 'fec0::1', '100.64.0.1', '100.100.100.200'],
  ...['168.63.129.16', 'fd00:ec2::254', '::ffff:169.254.169.254', '2002:7f00:1::', '2002:a00:1::1'],
  ...['64:ff9b::7f00:1', '64:ff9b:1::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001::1', '224.0.0.1', 'ff02::1'],
  ...['255.255.255.255', '240.0.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
  ...['192.88.99.1', '100::1', '2001:db8::1', '2001:2::1', '2001:10::1', '2001:20::1', '3fff::1', '5f00::1', '4000::1'],
  ...['::ffff:0:127.0.0.1', 'no address', ''],
]
const allowed = [
  '1.1.1.1',
  '8.8.8.8',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.255.255',
  '::ffff:8.8.8.8',
  '2606:4700::1111',
]

describe('the classifier', () => {
  it.each(refused)('refuses %s', (address) => {
    expect(refusalOf(address, false)).toMatch(/\w/)
  })

  it.each(allowed)('allows %s', (address) => {
    expect(refusalOf(address, false)).toBeUndefined()
  })

  it('allows one’s own network when told to, and still nothing that leads elsewhere in disguise', () => {
    const own = ['127.0.0.1', '::1', '10.0.0.1', '192.168.1.1', '100.64.0.1', 'fd12::1', '::ffff:127.0.0.1']
    expect(own.filter((address) => refusalOf(address, true))).toEqual([])
    const others = [
      '169.254.169.254',
      '100.100.100.200',
      'fd00:ec2::254',
      '0.0.0.0',
      'fe80::1',
      '2002:7f00:1::',
      '64:ff9b::1',
    ]
    expect(others.filter((address) => !refusalOf(address, true))).toEqual([])
  })
})

const spellings = [
  ...['127.0.0.1', '2130706433', '0x7f000001', '0x7f.0.0.1', '0177.0.0.1', '017700000001', '127.1', '127.0.1'],
  ...['0', '0.0.0.0', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:0001]'],
  ...[
    '[::127.0.0.1]',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '１２７.0.0.1',
    '127.0.0.1.',
    'localhost',
    'LOCALHOST',
    'localhost.',
  ],
  ...['127.0.0.2', '%31%32%37.0.0.1', '0x7F.1', 'user@127.0.0.1', 'example.org:80@127.0.0.1', '[fe80::1%25lo]'],
]

describe('a secret on this machine', () => {
  it.each(spellings)('is not reached as %s', async (host) => {
    const secret = await site((_, response) => response.end('secret'))
    const net = await openNet({ allowPrivateNetwork: false })
    for (const scheme of ['http', 'HTTP', 'https']) {
      const error = await failureOf(net.fetch(`${scheme}://${host}:${secret.port}/secret`))
      expect(error.code).toBe('address-refused')
    }
    expect(secret.hits).toEqual([])
  })

  it('is reached when that is allowed', async () => {
    const secret = await site((_, response) => response.end('secret'))
    const net = await openNet()
    expect((await net.fetch(`http://2130706433:${secret.port}/`)).status).toBe(200)
    expect(secret.hits).toHaveLength(1)
  })

  it.each([
    'file:///etc/passwd',
    'FILE:///etc/passwd',
    'ftp://example.org/',
    'data:text/plain,a',
    'a.png',
    '//a/b.png',
    '',
  ])('is not reached as %s', async (address) => {
    const net = await openNet()
    expect((await failureOf(net.fetch(address))).code).toBe('address-refused')
  })
})

describe('a name', () => {
  it('is refused where it leads to this machine', async () => {
    const secret = await site((_, response) => response.end('secret'))
    const lookup = async () => [{ address: '127.0.0.1', family: 4 }]
    const net = await openNet({ allowPrivateNetwork: false }, { lookup })
    const error = await failureOf(net.fetch(`http://pictures.example:${secret.port}/`))
    expect([error.code, error.message]).toEqual([
      'address-refused',
      'The address pictures.example is refused: it leads to 127.0.0.1, of the range loopback.',
    ])
    expect(secret.hits).toEqual([])
  })

  it('is refused where one of its addresses is not public, whichever stands first', async () => {
    const secret = await site((_, response) => response.end('secret'))
    const lookup = async () => [
      { address: '203.0.114.1', family: 4 },
      { address: '::ffff:127.0.0.1', family: 6 },
    ]
    const net = await openNet({ allowPrivateNetwork: false }, { lookup })
    expect((await failureOf(net.fetch(`http://pictures.example:${secret.port}/`))).code).toBe('address-refused')
    expect(secret.hits).toEqual([])
  })

  it('is resolved once: the addresses that were judged are the ones dialled', async () => {
    const host = await site((_, response) => response.end('first'))
    let asked = 0
    const lookup = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '169.254.169.254', family: 4 }]
    const net = await openNet({}, { lookup })
    const { bytes } = await net.fetch(`http://pictures.example:${host.port}/`)
    expect([Buffer.from(bytes).toString(), asked]).toEqual(['first', 1])
  })

  it('is judged anew for each connection', async () => {
    const host = await site((_, response) => response.setHeader('connection', 'close').end('public'))
    let asked = 0
    const lookup = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '169.254.169.254', family: 4 }]
    const net = await openNet({}, { lookup })
    await net.fetch(`http://pictures.example:${host.port}/a`)
    const error = await failureOf(net.fetch(`http://pictures.example:${host.port}/b`))
    expect([error.code, host.hits.length, asked]).toEqual(['address-refused', 1, 2])
  })

  it('without an address is a failed fetch', async () => {
    const net = await openNet({}, { lookup: async () => [] })
    expect((await failureOf(net.fetch('http://pictures.example/'))).code).toBe('fetch-failed')
  })
})

describe('an address', () => {
  it('loses its fragment', () => {
    expect(admit('https://example.org/a?b#c', false).href).toBe('https://example.org/a?b')
  })

  it('is shown without a password, and not at any length', () => {
    expect(shown('https://me:secret@example.org/a')).toBe('https://example.org/a')
    expect(shown(`https://example.org/${'a'.repeat(3000)}`)).toHaveLength(200)
  })

  it('that nobody listens at is a failed fetch', async () => {
    const server = createServer()
    const port = await listen(server)
    await new Promise((resolve) => server.close(resolve))
    const net = await openNet()
    const error = await failureOf(net.fetch(`http://127.0.0.1:${port}/`))
    expect(error.message).toBe(
      `The address http://127.0.0.1:${port}/ could not be fetched (the host refused the connection).`,
    )
  })
})
