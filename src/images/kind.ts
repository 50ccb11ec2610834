// What a file is, by its first bytes. What a server or a name says of it is not asked.

export type Kind = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'tiff' | 'bmp' | 'svg'

/** Why a picture is not to be had; the words go into the report. */
export class Refusal extends Error {}

const startsWith =
  (...words: readonly string[]) =>
  (start: string) =>
    words.some((word) => start.startsWith(word))

const starts: readonly (readonly [Kind, (start: string) => boolean])[] = [
  ['jpeg', startsWith('\xff\xd8\xff')],
  ['png', startsWith('\x89PNG\r\n\x1a\n')],
  ['gif', startsWith('GIF87a', 'GIF89a')],
  ['webp', (start) => /^RIFF[\s\S]{4}WEBP/.test(start)],
  ['avif', (start) => /^[\s\S]{4}ftyp(?:[\s\S]{4}){0,7}?avi[fs]/.test(start)],
  ['bmp', (start) => /^BM[\s\S]{4}\0{4}/.test(start)],
  ['tiff', startsWith('II\x2a\x00', 'MM\x00\x2a')],
]

const others: readonly (readonly [string, RegExp])[] = [
  ['an HTML page', /^\s*<(?:!doctype\s+html|html|head|body)[\s>]/i],
  ['a HEIC picture, which no free decoder reads', /^[\s\S]{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1)/],
  ['a PDF', /^%PDF-/],
]

// Comments, declarations and a document type may stand before the root of an SVG.
const svgRoot = /^(?:\s|<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|<!(?!--)[^>[]*(?:\[[^\]]*\]\s*)?>)*<(?:[\w-]+:)?svg[\s>/]/

/** @throws Refusal where it is nothing that a book can show. */
export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) throw new Refusal('the file is empty')
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  const known = starts.find(([, matches]) => matches(start))
  if (known) return known[0]
  const text = Buffer.from(bytes.subarray(0, 4096))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  if (svgRoot.test(text)) return 'svg'
  const other = others.find(([, pattern]) => pattern.test(start) || pattern.test(text))
  throw new Refusal(other ? `the file is ${other[0]}` : 'the file is no picture')
}
