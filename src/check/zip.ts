// Reads a ZIP file's central directory, as far as an EPUB may use the format (EPUB 3.3, ZIP file requirements: stored or deflated, not
// encrypted, in one part). Every number in the bytes may lie: each is held against the length before it is used.

import { crc32, inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  /** Of the local header, from the start of the file. */
  readonly offset: number
  /** The length of the local header's extra field, in bytes. */
  readonly extraLength: number
  readonly dataOffset: number
  readonly compressedSize: number
  /** As the central directory claims it. */
  readonly size: number
  readonly crc: number
}

/** The bytes are no ZIP file, or not one that an EPUB may be. */
export class ZipError extends Error {
  override readonly name: string = 'ZipError'
}

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endRecord = 0x06054b50

/** The entries in the order of the central directory. Throws `ZipError`. */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = findEnd(view)
    const entries: ZipEntry[] = []
    let at = view.getUint32(end + 16, true)
    for (let count = view.getUint16(end + 10, true); count > 0; count--) {
      if (view.getUint32(at, true) !== centralHeader) throw new ZipError('its central directory is damaged')
      entries.push(readHeader(bytes, view, at))
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return entries
  } catch (error) {
    if (error instanceof RangeError) throw new ZipError('it points beyond its end', { cause: error })
    throw error
  }
}

/** The bytes of an entry, unpacked; their length and checksum are verified. Throws `ZipError`. */
export function readEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedSize)
  const content = entry.method === 0 ? packed : inflate(packed, entry)
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new ZipError(`${entry.name} is damaged`)
  return content
}

function inflate(packed: Uint8Array, { name, method, size }: ZipEntry): Uint8Array {
  if (method !== 8) throw new ZipError(`${name} is compressed in a way that EPUB does not allow`)
  try {
    // zlib accepts no limit of 0, and one byte too many is enough to see that the size is a lie.
    return inflateRawSync(packed, { maxOutputLength: size + 1 })
  } catch (error) {
    throw new ZipError(`${name} is damaged`, { cause: error })
  }
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    const isEnd = view.getUint32(at, true) === endRecord && at + 22 + view.getUint16(at + 20, true) === view.byteLength
    if (isEnd) return at
  }
  throw new ZipError('it has no end record; it is cut off or no ZIP file')
}

function readHeader(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const name = Buffer.from(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))).toString('utf8')
  const offset = view.getUint32(at + 42, true)
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new ZipError(`${name} is encrypted`)
  if (view.getUint32(offset, true) !== localHeader) throw new ZipError(`${name} is not where the directory says`)
  const extraLength = view.getUint16(offset + 28, true)
  const dataOffset = offset + 30 + view.getUint16(offset + 26, true) + extraLength
  const compressedSize = view.getUint32(at + 20, true)
  if (dataOffset + compressedSize > bytes.length) throw new ZipError(`${name} is cut off`)
  return {
    name,
    method: view.getUint16(at + 10, true),
    offset,
    extraLength,
    dataOffset,
    compressedSize,
    size: view.getUint32(at + 24, true),
    crc: view.getUint32(at + 16, true),
  }
}
