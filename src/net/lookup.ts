// The last gate before a dial: a name is resolved once, all its addresses are judged, and just these are dialled, so
// that a name cannot lead elsewhere between the judging and the dialling.

import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { failure } from '../diagnostics.js'
import { refusalOf } from './address.js'

export interface Resolved {
  readonly address: string
  readonly family: number
}

/** Every address of a host name. */
export type Lookup = (hostname: string) => Promise<readonly Resolved[]>

export const resolveName: Lookup = (hostname) => systemLookup(hostname, { all: true })

/** A `lookup` for `net.connect` that refuses a name if any of its addresses may not be dialled. */
export function guardedLookup(lookup: Lookup, allowPrivateNetwork: boolean): LookupFunction {
  const judged = async (hostname: string) => {
    const addresses = await lookup(hostname)
    for (const { address } of addresses) {
      const refusal = refusalOf(address, allowPrivateNetwork)
      if (refusal) {
        throw failure('address-refused', { address: hostname, reason: `it leads to ${address}, ${refusal}` })
      }
    }
    const [first] = addresses
    if (!first) throw failure('fetch-failed', { address: hostname, reason: 'the name has no address' })
    return { first, addresses: [...addresses] }
  }
  return (hostname, { all }, callback) => {
    judged(hostname).then(
      ({ first, addresses }) => (all ? callback(null, addresses) : callback(null, first.address, first.family)),
      (error: Error) => callback(error, ''),
    )
  }
}
