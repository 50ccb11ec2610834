import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { readEntry, readZip } from '../../src/check/zip.js'
import { packEpub } from '../../src/epub/index.js'
import type { EpubDocuments } from '../../src/model.js'
import { epubTexts, smallBook } from '../support/epub.js'

const modified = '2026-01-25T09:54:07Z'
const documents = (files: EpubDocuments['files'], at = modified): EpubDocuments => ({ title: 'T', files, modified: at })
const latin1 = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes).toString('latin1', from, to)

/** The fields of every record of the central directory that the reader of the check does not tell. */
function directory(bytes: Uint8Array) {
  const view = Buffer.from(bytes)
  return readZip(bytes).map(({ offset, name }, index, entries) => {
    let at = view.readUInt32LE(view.length - 6)
    for (const before of entries.slice(0, index)) at += 46 + before.name.length
    return {
      name,
      madeBy: view.readUInt16LE(at + 4),
      flags: view.readUInt16LE(at + 8),
      time: view.readUInt32LE(at + 12),
      attributes: view.readUInt32LE(at + 38),
      localTime: view.readUInt32LE(offset + 10),
    }
  })
}

/** As MS-DOS keeps it: the date in the upper half, the time in the lower, in steps of two seconds. */
const dosTime = (year: number, month: number, day: number, hour: number, minute: number, second: number) =>
  ((((year - 1980) << 9) | (month << 5) | day) * 0x10000 + ((hour << 11) | (minute << 5) | (second >> 1))) >>> 0

describe('the first entry', () => {
  it('is mimetype, stored, with no extra field', async () => {
    const bytes = await packEpub(smallBook())
    expect(latin1(bytes, 0, 4)).toBe('PK\x03\x04')
    const header = Buffer.from(bytes)
    expect(header.readUInt16LE(8)).toBe(0)
    expect(header.readUInt16LE(26)).toBe(8)
    expect(header.readUInt16LE(28)).toBe(0)
    expect(latin1(bytes, 30, 38)).toBe('mimetype')
    expect(latin1(bytes, 38, 58)).toBe('application/epub+zip')
    expect(latin1(bytes, 58, 62)).toBe('PK\x03\x04')
  })
})

describe('the other entries', () => {
  const files = ['META-INF/container.xml', 'EPUB/z.xhtml', 'EPUB/a.xhtml', 'EPUB/images/b.jpg', 'EPUB/images/a.PNG']
  const book = documents(files.map((path) => ({ path, content: path.repeat(20) })))

  it('stand in the order given, and no folder among them', async () => {
    expect([...epubTexts(await packEpub(book)).keys()]).toEqual(['mimetype', ...files])
  })

  it('are deflated unless their type is compressed already', async () => {
    const methods = readZip(await packEpub(book)).map(({ method }) => method)
    expect(methods).toEqual([0, 8, 8, 8, 0, 0])
  })

  it('say nothing of the machine that packed them, and bear the time of the book', async () => {
    const time = dosTime(2026, 1, 25, 9, 54, 7)
    const expected = { madeBy: 20, flags: 0, time, attributes: 0, localTime: time }
    const records = directory(await packEpub(book))
    expect(records).toEqual(['mimetype', ...files].map((name) => ({ name, ...expected })))
  })

  it.each([
    ['1970-01-01T00:00:00Z', dosTime(1980, 1, 1, 0, 0, 0)],
    ['2200-01-01T00:00:00Z', dosTime(2107, 12, 31, 23, 59, 58)],
    ['2024-02-29T23:59:59Z', dosTime(2024, 2, 29, 23, 59, 58)],
  ])('bear %s as near as the format can', async (at, time) => {
    const records = directory(await packEpub(documents([], at)))
    expect(records.map((record) => record.time)).toEqual([time])
  })

  it('are what was given, whatever it is', async () => {
    const segment = fc.stringMatching(/^[A-Za-z_-][A-Za-z0-9_-]{0,8}(\.[a-z]{1,5})?$/)
    const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'))
    const file = fc.record({ path, content: fc.string({ unit: 'binary' }) })
    const list = fc.uniqueArray(file, { selector: (one) => one.path.toLowerCase(), maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(list, async (given) => {
        fc.pre(given.every((one) => one.path.toLowerCase() !== 'mimetype'))
        const [, ...packed] = epubTexts(await packEpub(documents(given)))
        expect(packed).toEqual(given.map((one) => [one.path, one.content]))
      }),
    )
  })

  it('keep text that looks like a template as it is', async () => {
    const trap = '<%= 7*191 %> <%- process.env.PATH %> {{constructor}} #{7*191}'
    const book = smallBook({ title: trap, body: trap })
    const texts = epubTexts(await packEpub(book))
    expect([...texts]).toEqual([
      ['mimetype', 'application/epub+zip'],
      ...book.files.map(({ path, content }) => [path, content]),
    ])
    expect([...texts.values()].join('')).not.toContain('1337')
  })
})

describe('the bytes', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it('are the same in every time zone, and each time', async () => {
    const hours = new Set<number>()
    const packed = new Set<string>()
    for (const TZ of ['UTC', 'Asia/Tokyo', 'America/New_York', 'Asia/Tokyo']) {
      process.env.TZ = TZ
      hours.add(new Date(modified).getHours())
      packed.add(Buffer.from(await packEpub(smallBook())).toString('base64'))
    }
    expect([...hours]).toEqual([9, 18, 4])
    expect(packed.size).toBe(1)
  })

  it('are the caller’s own', async () => {
    const bytes = await packEpub(smallBook())
    expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype)
    expect(bytes.byteLength).toBe(bytes.buffer.byteLength)
  })

  it('read back whole', async () => {
    const bytes = await packEpub(smallBook())
    expect(readZip(bytes).map((entry) => readEntry(bytes, entry).length)).toEqual(
      readZip(bytes).map(({ size }) => size),
    )
  })
})

describe('what cannot be packed', () => {
  const unfit = [
    '',
    '/a',
    'a/',
    'a//b',
    '../a',
    'a/../b',
    './a',
    '.a',
    'a.',
    'a./b',
    'a b',
    'a\\b',
    'ä',
    'a\u202eb',
    '7',
    'a\n',
  ]
  it.each(unfit)('is a file named %j', async (path) => {
    const packing = packEpub(documents([{ path, content: '' }]))
    await expect(packing).rejects.toThrow(`The path ${JSON.stringify(path)} is unfit for an EPUB.`)
  })

  it.each([
    [['toc.xhtml', 'toc.xhtml'], 'toc.xhtml'],
    [['toc.xhtml', 'TOC.xhtml'], 'TOC.xhtml'],
    [['Mimetype'], 'Mimetype'],
  ])('are the files %j', async (paths, second) => {
    const packing = packEpub(documents(paths.map((path) => ({ path, content: '' }))))
    await expect(packing).rejects.toThrow(`Two files of the EPUB have the path ${second}.`)
  })

  it('is a book without a date', async () => {
    await expect(packEpub(documents([], 'soon'))).rejects.toThrow('"soon" is no date for a ZIP entry.')
  })
})
