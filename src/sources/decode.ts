// Bytes to text. RFC 8259 §8.1 wants UTF-8 without a byte order mark; files that people save are not always so.

import type { ReportFn } from '../diagnostics.js'

const replacement = '\u{FFFD}'

/** Decodes UTF-8, or UTF-16 that a byte order mark announces. The mark itself is dropped without a word. */
export function decodeText(bytes: Uint8Array, report: ReportFn): string {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  const count = occurrences(text, replacement) - genuineReplacements(bytes, encoding)
  if (count > 0) report('encoding-invalid', { count, encoding: encoding.toUpperCase() })
  return text
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** U+FFFD that the author wrote is no fault of the decoding. */
function genuineReplacements(bytes: Uint8Array, encoding: string): number {
  if (encoding !== 'utf-8') return 0
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return occurrences(buffer, Buffer.from(replacement))
}

function occurrences<T extends string | Buffer>(where: T, what: T): number {
  let count = 0
  for (let at = where.indexOf(what as string); at >= 0; at = where.indexOf(what as string, at + what.length)) count += 1
  return count
}
