// The name of a pagination, by which the EPUB says whose pages it lists.

import { createHash } from 'node:crypto'
import type { Metadata } from '../../model.js'

/**
 * A UUID of the form left to its maker (RFC 9562 §5.8), made of the document as it was printed: the same pages have the
 * same name, in the PDF and in the EPUB.
 */
export function editionOf(xhtml: string, { identifier }: Metadata): string {
  const digest = createHash('sha256').update(identifier).update('\n').update(xhtml).digest()
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  const hex = digest.toString('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
