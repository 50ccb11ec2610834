// Whether a file holds anything but the picture: places, cameras, names, previews, profiles, data after the end.

import type { Kind } from './kind.js'

/** True where the file can go into a book as it is: its pixels and what it takes to show them, and no more. */
export function isBare(kind: Kind, bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (kind === 'jpeg') return isBareJpeg(data)
  if (kind === 'png') return isBarePng(data)
  return kind === 'gif' && isBareGif(data)
}

/** Markers of tables, frames and scans; JFIF; Adobe's, which tells how colours are coded (ITU-T T.81, table B.1). */
function isNeeded(marker: number): boolean {
  const isApplication = marker >= 0xe0 && marker <= 0xef
  return marker === 0xe0 || marker === 0xee || (!isApplication && marker !== 0xfe)
}

function isBareJpeg(data: Buffer): boolean {
  let at = 2
  while (at + 4 <= data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0
    if (marker === 0xd9) return at + 2 === data.length
    if (!isNeeded(marker)) return false
    at += 2 + data.readUInt16BE(at + 2)
    if (marker === 0xda) at = endOfScan(data, at)
  }
  return at + 2 === data.length && data[at + 1] === 0xd9
}

/** The next marker that is not part of the coded data: neither a stuffed zero nor a restart. */
function endOfScan(data: Buffer, start: number): number {
  let at = data.indexOf(0xff, start)
  while (at >= 0) {
    const next = data[at + 1] ?? 0
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at = data.indexOf(0xff, at + 2)
  }
  return data.length
}

const pngChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'sBIT', 'bKGD', 'pHYs'])

function isBarePng(data: Buffer): boolean {
  // 16 bits for a colour are twice what a screen or a printer shows.
  if (data[24] === 16) return false
  let at = 8
  while (at + 12 <= data.length) {
    const type = data.toString('latin1', at + 4, at + 8)
    if (!pngChunks.has(type)) return false
    at += 12 + data.readUInt32BE(at)
    if (type === 'IEND') return at === data.length
  }
  return false
}

/** GIF89a knows comments and applications; one of these says how often an animation runs. */
function isBareGif(data: Buffer): boolean {
  return data.at(-1) === 0x3b && !hasForeignApplication(data) && !hasComment(data)
}

// Pixels may look like one by chance: such a file is encoded anew for nothing.
function hasForeignApplication(data: Buffer): boolean {
  const application = Buffer.from([0x21, 0xff, 0x0b])
  for (let at = data.indexOf(application); at >= 0; at = data.indexOf(application, at + 3)) {
    if (!['NETSCAPE2.0', 'ANIMEXTS1.0'].includes(data.toString('latin1', at + 3, at + 14))) return true
  }
  return false
}

// A comment begins where an extension may: after a block's end, or after the colour table.
function hasComment(data: Buffer): boolean {
  return data.includes(Buffer.from([0x00, 0x21, 0xfe])) || data[13 + colourTable(data[10] ?? 0)] === 0x21
    ? data.includes(Buffer.from([0x21, 0xfe]))
    : false
}

function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}
