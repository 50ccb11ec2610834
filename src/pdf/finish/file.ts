// The file itself (ISO 32000-1 §7.5): streams as they are, all other objects packed many to a stream, and the table of where
// each stands. The library has a writer of its own, which compresses on the one thread that does everything else.

import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { PDFDict, PDFDocument, PDFObject, PDFRef } from '@pdfme/pdf-lib'
import type { PdfLib } from '../library.js'

const compress = promisify(deflate)

/** Objects in one stream: what is alike packs the better together, and a reader unpacks it whole to see one of them. */
const packSize = 200
/** How many packs wait for their compression, so that those of a long book are not all held at once. */
const waiting = 16

/** Bytes that are no text tell programs that the file is binary (§7.5.2). */
const header = Buffer.from('%PDF-1.7\n%\u0081\u0081\u0081\u0081\n\n', 'latin1')

/** Where an object is: `type` and two numbers as a cross-reference stream has them (§7.5.8.3). */
type Entry = readonly [type: number, first: number, second: number]

const free: Entry = [0, 0, 65_535]

/** The bytes of the document. What was embedded into it is written too. */
export async function fileOf(lib: PdfLib, pdf: PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  await pdf.flush()
  const { context } = pdf
  const file = new FileParts()
  const entries: Entry[] = [free]
  const plain: [PDFRef, PDFObject][] = []
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof lib.PDFStream) {
      object.updateDict()
      entries[ref.objectNumber] = [1, file.length, ref.generationNumber]
      file.addStream(ref, object.dict, object.getContents())
    } else plain.push([ref, object])
  }
  for await (const { objects, dict, content } of packed(pdf, plain)) {
    const stream = context.nextRef()
    entries[stream.objectNumber] = [1, file.length, 0]
    objects.forEach(([ref], index) => {
      entries[ref.objectNumber] = [2, stream.objectNumber, index]
    })
    file.addStream(stream, dict, content)
  }
  await addTable(lib, pdf, file, entries)
  return file.bytes()
}

interface Pack {
  readonly objects: readonly [PDFRef, PDFObject][]
  readonly dict: PDFDict
  readonly content: Uint8Array
}

/** Object streams (§7.5.7), in order; those that follow are made while one is being compressed. */
async function* packed(pdf: PDFDocument, objects: readonly [PDFRef, PDFObject][]): AsyncGenerator<Pack> {
  const ahead: Promise<Pack>[] = []
  for (let at = 0; at < objects.length; at += packSize) {
    ahead.push(packOf(pdf, objects.slice(at, at + packSize)))
    const first = ahead.length > waiting ? ahead.shift() : undefined
    if (first) yield await first
  }
  for (const pack of ahead) yield await pack
}

async function packOf(pdf: PDFDocument, objects: readonly [PDFRef, PDFObject][]): Promise<Pack> {
  let places = ''
  let text = ''
  for (const [ref, object] of objects) {
    places += `${ref.objectNumber} ${text.length} `
    text += `${object.toString()}\n`
  }
  const content = await compress(Buffer.from(places + text, 'latin1'))
  const { length: N } = objects
  return { objects, content, dict: streamDict(pdf, { Type: 'ObjStm', N, First: places.length }, content) }
}

type Literals = Readonly<Record<string, string | number | number[]>>

function streamDict({ context }: PDFDocument, entries: Literals, content: Uint8Array): PDFDict {
  return context.obj({ Filter: 'FlateDecode', ...entries, Length: content.length })
}

/** The cross-reference stream, and where it is. */
async function addTable(lib: PdfLib, pdf: PDFDocument, file: FileParts, entries: Entry[]): Promise<void> {
  const { context } = pdf
  const ref = context.nextRef()
  const start = file.length
  entries[ref.objectNumber] = [1, start, 0]
  const index = sections(entries)
  const content = await compress(tableOf(entries))
  const dict = streamDict(pdf, { Type: 'XRef', Size: entries.length, W: widths, Index: index }, content)
  for (const [key, value] of Object.entries(context.trailerInfo)) if (value) dict.set(lib.PDFName.of(key), value)
  file.addStream(ref, dict, content)
  file.add(`startxref\n${start}\n%%EOF`)
}

/** Bytes for the type of an entry and its two numbers. */
const widths = [1, 4, 2]

function tableOf(entries: readonly Entry[]): Buffer {
  const table = Buffer.alloc(entries.length * 7)
  let at = 0
  // Numbers that no object has are holes, over which this goes.
  entries.forEach(([type, first, second]) => {
    table.writeUInt8(type, at)
    table.writeUInt32BE(first, at + 1)
    table.writeUInt16BE(second, at + 5)
    at += 7
  })
  return table.subarray(0, at)
}

/** Pairs of a first number and how many follow it without a hole. */
function sections(entries: readonly Entry[]): number[] {
  const pairs: number[] = []
  let last = -2
  entries.forEach((_, number) => {
    if (number === last + 1) pairs[pairs.length - 1] = (pairs.at(-1) ?? 0) + 1
    else pairs.push(number, 1)
    last = number
  })
  return pairs
}

class FileParts {
  readonly #parts: Uint8Array[] = [header]
  length: number = header.length

  add(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    this.#parts.push(bytes)
    this.length += bytes.length
  }

  addStream({ objectNumber, generationNumber }: PDFRef, dict: PDFDict, content: Uint8Array): void {
    this.add(`${objectNumber} ${generationNumber} obj\n${dict.toString()}\nstream\n`)
    this.add(content)
    this.add('\nendstream\nendobj\n\n')
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const { buffer, byteOffset, length } = Buffer.concat(this.#parts)
    return new Uint8Array(buffer, byteOffset, length)
  }
}
