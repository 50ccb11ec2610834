// Texts in one piece that reading systems refuse: most of them read XML with libxml2, which gives up at ten million bytes
// of text or of an attribute (XML_MAX_TEXT_LENGTH), and so does the check.

import { failure } from '../diagnostics.js'
import type { ContainerFile } from '../model.js'

const limit = 10_000_000
const excerptLength = 40

/** @throws OffprintError `text-too-long` */
export function requireReadableTexts(files: readonly ContainerFile[]): void {
  for (const { content } of files) {
    // No character takes more than three bytes of UTF-8 for each of its units.
    if (typeof content === 'string' && content.length * 3 >= limit) requirePieces(content)
  }
}

/** Angle brackets stand in what is rendered only where tags begin and end. */
function requirePieces(content: string): void {
  for (let start = 0; start < content.length; ) {
    const isTag = content[start] === '<'
    const found = content.indexOf(isTag ? '>' : '<', start)
    const end = found < 0 ? content.length : found + (isTag ? 1 : 0)
    if ((end - start) * 3 >= limit) requirePiece(content.slice(start, end))
    start = end
  }
}

function requirePiece(piece: string): void {
  const bytes = Buffer.byteLength(piece)
  if (bytes < limit) return
  const excerpt = piece.slice(0, excerptLength).replace(/\s+/g, ' ').trim()
  throw failure('text-too-long', { excerpt, size: Math.ceil(bytes / 1e5) / 10, limit: limit / 1e6 })
}
