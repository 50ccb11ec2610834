// Pictures that stand in the post itself (RFC 2397).

import { Refusal } from './kind.js'
import { maxBytes } from './limits.js'

/** @throws Refusal where it holds no picture, or too large a one. */
export function decodeDataUrl(url: string): Uint8Array {
  // Checked before anything is copied: base64 writes three bytes as four characters.
  if (url.length > (maxBytes * 4) / 3 + 256) throw new Refusal(`it has more than ${maxBytes / 1e6} MB`)
  const comma = url.indexOf(',')
  const head = url.slice(0, Math.max(comma, 0))
  if (!/^data:image\/[\w.+-]+(?:;[^,;]*)*$/i.test(head)) throw new Refusal('the data address holds no picture')
  const data = url.slice(comma + 1)
  const bytes = /;\s*base64$/i.test(head) ? Buffer.from(unescapeText(data), 'base64') : unescapeBytes(data)
  if (bytes.length > maxBytes) throw new Refusal(`it has more than ${maxBytes / 1e6} MB`)
  return bytes
}

function unescapeText(data: string): string {
  return data.includes('%') ? Buffer.from(unescapeBytes(data)).toString('latin1') : data
}

function unescapeBytes(data: string): Uint8Array {
  const text = Buffer.from(data, 'utf8').toString('latin1')
  const plain = text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
