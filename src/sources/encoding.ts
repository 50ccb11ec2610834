// Which encoding a feed, an export or a page is in, whatever it says, and its text in pieces. Servers and editors
// convert files without changing what they say of themselves.

import type { ReportFn } from '../diagnostics.js'
import { windows1252 } from './plain-text.js'

export interface Encoded {
  readonly label: string
  readonly pieces: () => AsyncIterable<Uint8Array>
}

interface Named {
  readonly name: string
  readonly head: Uint8Array
  readonly pieces: () => AsyncIterable<Uint8Array>
}

/** Judges the bytes, all of them, and says so where they are not what was declared. */
export async function encodingOf({ name, head, pieces }: Named, report: ReportFn): Promise<string> {
  const marked = markOf(head)
  if (marked) return marked
  const declared = declaredIn(head)
  if (await isUtf8(pieces())) {
    const isOther = declared !== undefined && declared !== 'utf-8'
    if (isOther && (await holdsMoreThanAscii(pieces()))) misdeclared(name, declared, 'utf-8', report)
    return 'utf-8'
  }
  if (declared !== undefined && declared !== 'utf-8') return declared
  const { replaced, valid } = await countBeyondAscii(pieces())
  if (valid === 0) {
    // A page that says nothing is in this encoding by the rules (HTML §13.2.3.2).
    if (declared !== undefined || !isPage(head)) misdeclared(name, 'utf-8', 'windows-1252', report)
    return 'windows-1252'
  }
  report('encoding-invalid', { count: replaced, encoding: 'UTF-8' })
  return 'utf-8'
}

function misdeclared(input: string, declared: string, encoding: string, report: ReportFn): void {
  report('encoding-misdeclared', { input, declared: declared.toUpperCase(), encoding: encoding.toUpperCase() })
}

function isPage(head: Uint8Array): boolean {
  return /<html[\s>]|<!doctype\s+html/i.test(new TextDecoder('latin1').decode(head.subarray(0, 4096)))
}

function markOf(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8' : undefined
}

const declarations = [
  /<\?xml\s[^>]{0,200}?\bencoding\s{0,20}=\s{0,20}["']([\w.:-]{1,40})["']/i,
  /<meta\s[^>]{0,500}?\bcharset\s{0,20}=\s{0,20}["']?([\w.:-]{1,40})/i,
]

/** What the document says that it is in, by the name of the Encoding standard; undefined where it says nothing. */
function declaredIn(head: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 4096))
  const label = declarations.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined)
  if (label === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(label)
    // What can be read as ASCII so far is no UTF-16, whatever it says.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return undefined
  }
}

async function isUtf8(pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of pieces) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

async function holdsMoreThanAscii(pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const piece of pieces) if (piece.some((byte) => byte > 0x7f)) return true
  return false
}

async function countBeyondAscii(pieces: AsyncIterable<Uint8Array>): Promise<{ replaced: number; valid: number }> {
  let replaced = 0
  let valid = 0
  for await (const text of textPieces({ label: 'utf-8', pieces: () => pieces })) {
    replaced += text.match(/\u{FFFD}/gu)?.length ?? 0
    valid += text.match(/[^\0-\x7f\u{FFFD}]/gu)?.length ?? 0
  }
  return { replaced, valid }
}

/** The text, in pieces; a byte order mark is dropped. */
export async function* textPieces({ label, pieces }: Encoded): AsyncGenerator<string> {
  // Node 20's own decoder for Windows-1252 knows only Latin-1.
  const isWestern = label === 'windows-1252'
  const decoder = new TextDecoder(label)
  const western = (text: string) =>
    isWestern ? text.replace(/[\x80-\x9f]/g, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? char) : text
  for await (const piece of pieces()) yield western(decoder.decode(piece, { stream: true }))
  yield western(decoder.decode())
}
