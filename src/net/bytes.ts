// A fetch for those who want a file: any status but success is a failure.

import { failure } from '../diagnostics.js'
import { shown } from './address.js'
import type { Net } from './net.js'
import type { Wish } from './request.js'

/** A file and the media type that its server says it has, without parameters; empty where it says none. */
export interface FetchedBytes {
  readonly bytes: Uint8Array
  readonly type: string
}

export type FetchBytes = (url: string, wish?: Wish) => Promise<FetchedBytes>

/** Fetches files through a net. */
export function fetchBytesOf({ fetch }: Pick<Net, 'fetch'>): FetchBytes {
  return async (url, wish) => {
    const { status, headers, bytes } = await fetch(url, wish)
    if (status < 200 || status > 299) {
      throw failure('fetch-failed', { address: shown(url), reason: `the server answered with status ${status}` })
    }
    const [type = ''] = (headers['content-type'] ?? '').split(';')
    return { bytes, type: type.trim().toLowerCase() }
  }
}
