// Which addresses may be fetched from. What counts is the address that is dialled, never how it is spelled: the URL
// parser resolves every spelling of a literal, and `lookup.ts` judges what a name resolves to.

import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { failure } from '../diagnostics.js'

/** The unicast addresses that IANA gives out: what lies outside is for special use or not yet given to anyone. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** The ranges of one's own machine and network. */
const own: readonly string[] = ['loopback', 'private', 'carrierGradeNat', 'uniqueLocal']

/** Where clouds keep the keys of a machine, outside the link-local range; never a place of pictures. */
const metadataServices: readonly string[] = ['100.100.100.200', '168.63.129.16', 'fd00:ec2::254']

/** Why an IP address may not be dialled; absent where it may. */
export function refusalOf(address: string, allowPrivateNetwork: boolean): string | undefined {
  if (!ipaddr.isValid(address)) return 'no IP address'
  // `process` gives an IPv4 address mapped into IPv6 back as what is dialled: IPv4.
  const ip = ipaddr.process(address)
  if (metadataServices.some((one) => ipaddr.parse(one).toNormalizedString() === ip.toNormalizedString())) {
    return 'a metadata service'
  }
  const range = ip.range()
  if (allowPrivateNetwork && own.includes(range)) return undefined
  if (range !== 'unicast') return `of the range ${range}`
  return ip instanceof ipaddr.IPv6 && !ip.match(globalUnicast) ? 'outside global unicast' : undefined
}

/**
 * The URL of an address that may be asked for, as far as its text tells.
 *
 * @throws `address-refused`.
 */
export function admit(address: string, allowPrivateNetwork: boolean): URL {
  const refuse = (reason: string) => failure('address-refused', { address: shown(address), reason })
  if (!URL.canParse(address)) throw refuse('it is no whole URL')
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refuse('it is neither http nor https')
  if (url.username || url.password) throw refuse('it holds a user name or a password')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const refusal = isIP(host) ? refusalOf(host, allowPrivateNetwork) : undefined
  if (refusal) throw refuse(`${host} is ${refusal}`)
  // RFC 6761 §6.3: these names mean this machine, and no server of names is to be asked for them.
  if (!allowPrivateNetwork && /(^|\.)localhost\.?$/.test(host)) throw refuse(`${host} is this machine`)
  url.hash = ''
  return url
}

/** An address as a message shows it: not without end, and without what may be a password. */
export function shown(address: string): string {
  const open = address.replace(/\/\/[^/?#]*@/, '//')
  return open.length > 200 ? `${open.slice(0, 199)}…` : open
}
