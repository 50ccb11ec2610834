// Services that serve a smaller copy of a picture, and where its original is.

import { strictUri } from '../../strict-uri.js'

const photon = /^i[0-3]\.wp\.com$/
const wordPressCom = /(?:^|\.)(?:wordpress|wp)\.com$/
const sizing = ['w', 'h', 'resize', 'fit', 'crop', 'quality', 'strip', 'zoom', 'ssl']

/** Where the original of a resized picture is, and by which rule; nothing where the address is no such service's. */
export function originalOf(address: string): { readonly url: string; readonly reason: string } | undefined {
  if (!/^https?:/.test(address)) return undefined
  const url = new URL(address)
  if (photon.test(url.hostname)) return behindPhoton(url)
  const isWordPress = wordPressCom.test(url.hostname) || url.pathname.includes('/wp-content/uploads/')
  const asked = sizing.filter((name) => url.searchParams.has(name))
  if (!isWordPress || asked.length === 0) return undefined
  for (const name of asked) url.searchParams.delete(name)
  return { url: url.href, reason: 'address without its size' }
}

// `https://i0.wp.com/host/path?resize=…&ssl=1`; the original's own query comes as `q`.
function behindPhoton(url: URL): { readonly url: string; readonly reason: string } | undefined {
  const scheme = url.searchParams.has('ssl') ? 'https' : 'http'
  const query = url.searchParams.get('q')
  const original = `${scheme}:/${url.pathname}${query ? `?${query}` : ''}`
  if (!URL.canParse(original) || !new URL(original).hostname.includes('.')) return undefined
  const address = strictUri(new URL(original))
  return address === undefined ? undefined : { url: address, reason: 'original behind Photon' }
}
