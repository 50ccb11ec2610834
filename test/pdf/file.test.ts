// The file as it is written: everything in it, each object where the table says.

import { deflateSync, inflateSync } from 'node:zlib'
import * as lib from '@pdfme/pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileOf } from '../../src/pdf/finish/file.js'

type Value = { readonly text: string } | { readonly content: Uint8Array } | 'deleted'

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.record({ text: fc.string({ unit: 'binary' }) }),
  fc.record({ content: fc.uint8Array() }),
  fc.constant<Value>('deleted'),
)

/** A document with these objects, and what they are called. */
async function documentOf(values: readonly Value[]) {
  const pdf = await lib.PDFDocument.create({ updateMetadata: false })
  pdf.addPage()
  const refs = values.map((one) => {
    if (one !== 'deleted' && 'content' in one) return pdf.context.register(pdf.context.stream(deflateSync(one.content)))
    const ref = pdf.context.register(lib.PDFHexString.fromText(one === 'deleted' ? '' : one.text))
    if (one === 'deleted') pdf.context.delete(ref)
    return ref
  })
  return { pdf, refs }
}

function read(object: lib.PDFObject | undefined): Value {
  if (object instanceof lib.PDFRawStream) return { content: new Uint8Array(inflateSync(object.getContents())) }
  return object instanceof lib.PDFHexString ? { text: object.decodeText() } : 'deleted'
}

describe('the file', () => {
  it('gives back every object, whatever was deleted between them', async () => {
    const lists = fc.array(value, { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(lists, async (values) => {
        const { pdf, refs } = await documentOf(values)
        const again = await lib.PDFDocument.load(await fileOf(lib, pdf), { updateMetadata: false })
        expect(refs.map((ref) => read(again.context.lookup(ref)))).toEqual(values)
        expect(again.getPageCount()).toBe(1)
      }),
      { numRuns: 40 },
    )
  })

  it('gives back objects of many packs', async () => {
    const values = Array.from({ length: 5000 }, (_, index): Value => ({ text: `object ${index}` }))
    const { pdf, refs } = await documentOf(values)
    const again = await lib.PDFDocument.load(await fileOf(lib, pdf), { updateMetadata: false })
    expect(refs.map((ref) => read(again.context.lookup(ref)))).toEqual(values)
  })

  it('is the same for the same document', async () => {
    const values: Value[] = [{ text: 'a' }, 'deleted', { content: new Uint8Array([1, 2, 3]) }]
    const [one, other] = await Promise.all([documentOf(values), documentOf(values)])
    expect(await fileOf(lib, one.pdf)).toEqual(await fileOf(lib, other.pdf))
  })

  it('says in its table where each object begins', async () => {
    const { pdf } = await documentOf([{ content: new Uint8Array([7]) }, 'deleted', { text: 'b' }])
    const file = Buffer.from(await fileOf(lib, pdf))
    const start = Number(/startxref\n(\d+)\n%%EOF$/.exec(file.toString('latin1'))?.[1])
    const dict = file.toString('latin1', start, file.indexOf('stream', start))
    const table = inflateSync(file.subarray(file.indexOf('stream\n', start) + 7))
    const index = (/\/Index \[ ([\d ]*) \]/.exec(dict)?.[1] ?? '').split(' ').map(Number)
    const numbers = Array.from({ length: index.length / 2 }, (_, pair) =>
      Array.from({ length: index[pair * 2 + 1] ?? 0 }, (__, at) => (index[pair * 2] ?? 0) + at),
    ).flat()
    expect(table.length).toBe(numbers.length * 7)
    for (const [at, number] of numbers.entries()) {
      if (table[at * 7] !== 1) continue
      const offset = table.readUInt32BE(at * 7 + 1)
      expect(file.toString('latin1', offset, offset + 12)).toMatch(new RegExp(`^${number} 0 obj\n`))
    }
  })
})
