import { describe, expect, it } from 'vitest'
import { checkEpub } from '../../src/check/index.js'
import { readEntry, readZip, ZipError } from '../../src/check/zip.js'
import { writeZip } from '../support/zip.js'

const plain = { name: 'a.txt', content: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }
const deflated = { ...plain, deflated: true }

/** Writes a number over the record of the central directory, at an offset into it. */
function forged(offset: number, value: number, size: 2 | 4, entry = deflated): Uint8Array {
  const bytes = Buffer.from(writeZip([entry]))
  const record = bytes.readUInt32LE(bytes.length - 6)
  bytes.writeUIntLE(value, record + offset, size)
  return bytes
}

function contents(bytes: Uint8Array): string[] {
  return readZip(bytes).map((entry) => Buffer.from(readEntry(bytes, entry)).toString())
}

describe('a ZIP file', () => {
  it('is read, stored or deflated, within a larger buffer too', () => {
    const bytes = writeZip([
      plain,
      deflated,
      { name: 'empty', content: '' },
      { name: 'none', content: '', deflated: true },
    ])
    expect(contents(bytes)).toEqual([plain.content, plain.content, '', ''])
    const larger = new Uint8Array(bytes.length + 9)
    larger.set(bytes, 4)
    expect(contents(larger.subarray(4, 4 + bytes.length))).toEqual([plain.content, plain.content, '', ''])
  })

  it.each([
    ['an unpacked size too small', forged(24, 39, 4), 'a.txt is damaged'],
    ['an unpacked size too large', forged(24, 41, 4), 'a.txt is damaged'],
    ['a checksum of something else', forged(16, 1, 4), 'a.txt is damaged'],
    ['a packed size beyond the end', forged(20, 0x7fffffff, 4), 'a.txt is cut off'],
    ['a header beyond the end', forged(42, 0x7fffffff, 4), 'it points beyond its end'],
    ['a header that is none', forged(42, 1, 4), 'a.txt is not where the directory says'],
    ['an encrypted entry', forged(8, 1, 2), 'a.txt is encrypted'],
    ['another compression', forged(10, 12, 2), 'a.txt is compressed in a way that EPUB does not allow'],
    ['a directory record that is none', forged(0, 0, 4), 'its central directory is damaged'],
  ])('with %s is refused', (_, bytes, message) => {
    expect(() => contents(bytes)).toThrow(new ZipError(message))
  })
})

it('that claims to unpack to gigabytes is not unpacked', async () => {
  expect(await checkEpub(forged(24, 0xfffffff0, 4))).toEqual([
    { id: 'PKG-008', severity: 'error', message: 'The EPUB cannot be unpacked: it would unpack to 4096 MB.' },
  ])
})
