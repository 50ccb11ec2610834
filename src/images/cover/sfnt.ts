// A web font unpacked: WOFF 1.0 §3 and §4 to the tables that it was made of (OpenType 1.9, organization of a font).

import { inflateSync } from 'node:zlib'

const woffHeader = 44
const woffEntry = 20
const sfntEntry = 16

/** The OpenType font in a WOFF file. Throws where it is none. */
export function sfntOf(woff: Uint8Array): Uint8Array {
  const file = Buffer.from(woff.buffer, woff.byteOffset, woff.length)
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('The file is no WOFF font.')
  const count = file.readUInt16BE(12)
  const header = Buffer.alloc(12 + count * sfntEntry)
  file.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  const tables: Buffer[] = []
  let place = header.length
  for (let index = 0; index < count; index += 1) {
    const entry = woffHeader + index * woffEntry
    const table = unpacked(file, entry)
    const at = 12 + index * sfntEntry
    file.copy(header, at, entry, entry + 4)
    file.copy(header, at + 4, entry + 16, entry + 20)
    header.writeUInt32BE(place, at + 8)
    header.writeUInt32BE(table.length, at + 12)
    // Each table begins at a multiple of four bytes.
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4)
    table.copy(padded)
    tables.push(padded)
    place += padded.length
  }
  return Buffer.concat([header, ...tables])
}

function unpacked(file: Buffer, entry: number): Buffer {
  const offset = file.readUInt32BE(entry + 4)
  const packed = file.readUInt32BE(entry + 8)
  const bytes = file.subarray(offset, offset + packed)
  return packed < file.readUInt32BE(entry + 12) ? inflateSync(bytes) : bytes
}
