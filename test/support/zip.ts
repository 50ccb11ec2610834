// Writes ZIP files as they should not be: the packer of the project cannot.

import { crc32, deflateRawSync } from 'node:zlib'

export interface Entry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly deflated?: boolean
  /** The extra field of the local header. */
  readonly extra?: Uint8Array
}

export function writeZip(entries: readonly Entry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, deflated = false, extra = new Uint8Array() } of entries) {
    const plain = Buffer.from(content)
    const packed = deflated ? deflateRawSync(plain) : plain
    const label = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(deflated ? 8 : 0, 4)
    fields.writeUInt16LE(0x21, 8)
    fields.writeUInt32LE(crc32(plain), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(plain.length, 18)
    fields.writeUInt16LE(label.length, 22)
    const local = Buffer.from(fields)
    local.writeUInt16LE(extra.length, 24)
    locals.push(Buffer.concat([Buffer.from('PK\x03\x04'), local, label, extra, packed]))
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, label]))
    offset += locals.at(-1)?.length ?? 0
  }
  const records = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(records.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...locals, records, Buffer.from('PK\x05\x06'), end]))
}
