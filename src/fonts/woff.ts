// The characters a font file has glyphs for: WOFF 1.0 §3 and §4 (tables, each deflated), OpenType `cmap`.

import { inflateSync } from 'node:zlib'

/** The code points of the font's Unicode character map; empty for what is not a WOFF file. */
export function codePointsOf(woff: Uint8Array): ReadonlySet<number> {
  const file = Buffer.from(woff)
  if (file.toString('latin1', 0, 4) !== 'wOFF') return new Set()
  const cmap = tableOf(file, 'cmap')
  const codes = new Set<number>()
  for (let index = 0; cmap && index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 4) addSegments(subtable, codes)
    if (format === 12) addGroups(subtable, codes)
  }
  return codes
}

function tableOf(file: Buffer, tag: string): Buffer | undefined {
  const header = 44
  const entry = 20
  for (let index = 0; index < file.readUInt16BE(12); index++) {
    const at = header + entry * index
    if (file.toString('latin1', at, at + 4) !== tag) continue
    const [offset, packed, length] = [4, 8, 12].map((field) => file.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ]
    const bytes = file.subarray(offset, offset + packed)
    return packed < length ? inflateSync(bytes) : bytes
  }
  return undefined
}

/** Format 4: segments of the Basic Multilingual Plane. */
function addSegments(table: Buffer, codes: Set<number>): void {
  const width = table.readUInt16BE(6)
  for (let at = 0; at < width; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + width + at)
    const delta = table.readUInt16BE(16 + 2 * width + at)
    const place = 16 + 3 * width + at
    const offset = table.readUInt16BE(place)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = offset === 0 ? code + delta : table.readUInt16BE(place + offset + 2 * (code - first))
      if ((glyph & 0xffff) !== 0) codes.add(code)
    }
  }
}

/** Format 12: groups of all of Unicode. */
function addGroups(table: Buffer, codes: Set<number>): void {
  for (let index = 0; index < table.readUInt32BE(12); index++) {
    const at = 16 + 12 * index
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code++) codes.add(code)
  }
}
