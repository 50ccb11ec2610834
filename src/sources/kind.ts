// What an input is, by what it begins with: names of files say what somebody thought.

import { excerptOf } from './plain-text.js'

export type Kind = 'json' | 'export' | 'feed' | 'page'

/** A kind that is read, or in words one that is not; `text` may be JSON with noise, or nothing at all. */
export type Looks = { readonly kind: Kind } | { readonly other: string } | { readonly text: string }

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office document'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'],
  [[0xfd, 0x37, 0x7a, 0x58], 'an xz archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive'],
]

/** What the first bytes of an input look like. */
export function looksLike(head: Uint8Array): Looks {
  const other = signatures.find(([bytes]) => bytes.every((byte, index) => head[index] === byte))?.[1]
  if (other !== undefined) return { other }
  if (head[0] === 0x50 && head[1] === 0x4b) return { other: zipKind(head) }
  const text = textOfHead(head)
  const kind = kindOf(text)
  return kind ? { kind } : notRead(text)
}

function zipKind(head: Uint8Array): string {
  const names = new TextDecoder('latin1').decode(head.subarray(0, 4096))
  if (names.includes('application/epub+zip')) return 'an EPUB'
  if (names.includes('word/') || names.includes('[Content_Types].xml')) return 'an Office document'
  return 'a ZIP archive'
}

function textOfHead(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  return new TextDecoder('utf-8').decode(head)
}

const exportMark = /<wp:wxr_version|xmlns:\w{1,20}\s?=\s?["']https?:\/\/wordpress\.org\/export|<wp:post_type>/
const feedMark = /<rss[\s>]|<feed[\s>]|<rdf:RDF[\s>]|<\w{1,20}:feed\s/
const jsonMark = /[[{]\s*\{?\s*"/
const pageMark = /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i

function kindOf(text: string): Kind | undefined {
  const places = { json: text.search(jsonMark), feed: text.search(feedMark), page: text.search(pageMark) }
  // What comes first holds the others: JSON in its strings, a page in its scripts. Notices may stand before each.
  const first = (['json', 'feed', 'page'] as const)
    .filter((kind) => places[kind] >= 0)
    .sort((a, b) => places[a] - places[b])[0]
  return first === 'feed' && exportMark.test(text) ? 'export' : first
}

function notRead(text: string): Looks {
  const start = text.trimStart()
  const root = /^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)?<([A-Za-z][\w:.-]{0,40})[\s>]/.exec(start)?.[1]
  if (root !== undefined && start.startsWith('<?xml')) return { other: `XML with the root <${root}>` }
  if (/^(?:--|\/\*)[^\n]*(?:mysql|mariadb|sql dump)/i.test(start)) return { other: 'a dump of a database' }
  if (/^#{1,6} \S|^---\n\w+:/.test(start)) return { other: `Markdown ("${excerptOf(start)}")` }
  return { text }
}
