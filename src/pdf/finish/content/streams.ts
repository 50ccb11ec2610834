// The content of pages, out of the file and back into it.

import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'
import type { PDFDict, PDFDocument, PDFObject, PDFPage, PDFRawStream, PDFRef } from '@pdfme/pdf-lib'
import { named, type PdfLib } from '../../library.js'

const compress = promisify(deflate)

/** The bytes of a stream; its filters undone. */
export function decoded(lib: PdfLib, stream: PDFRawStream): Uint8Array {
  const isFlate = stream.dict.get(named(lib, 'Filter')) === named(lib, 'FlateDecode')
  // The library's own decoder takes ten times as long.
  if (isFlate && !stream.dict.has(named(lib, 'DecodeParms'))) return inflateSync(stream.getContents())
  return lib.decodePDFRawStream(stream).decode()
}

/** The content streams of a page as one (ISO 32000-1 §7.8.2). */
export function pageContent(lib: PdfLib, page: PDFPage): Uint8Array {
  const contents = page.node.lookup(named(lib, 'Contents'))
  const streams = contents instanceof lib.PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents]
  const parts = streams.flatMap((stream) =>
    stream instanceof lib.PDFRawStream ? [decoded(lib, stream), Buffer.from('\n')] : [],
  )
  return parts.length === 2 && parts[0] ? parts[0] : Buffer.concat(parts)
}

/** Puts other content in the place of a page's. */
export async function replacePageContent(
  lib: PdfLib,
  pdf: PDFDocument,
  page: PDFPage,
  content: Uint8Array,
): Promise<void> {
  const key = named(lib, 'Contents')
  const old = page.node.get(key)
  const stream = lib.PDFRawStream.of(lib.PDFDict.withContext(pdf.context), new Uint8Array())
  const filled = await withContent(lib, stream, content)
  if (old instanceof lib.PDFRef && pdf.context.lookup(old) instanceof lib.PDFRawStream) pdf.context.assign(old, filled)
  else page.node.set(key, pdf.context.register(filled))
}

/** A stream with the same dictionary and other content. */
export async function withContent(lib: PdfLib, stream: PDFRawStream, content: Uint8Array): Promise<PDFRawStream> {
  stream.dict.set(named(lib, 'Filter'), named(lib, 'FlateDecode'))
  stream.dict.delete(named(lib, 'DecodeParms'))
  const compressed = await compress(content, { chunkSize: Math.max(1024, content.length) })
  // What is given is the beginning of a buffer as long as the content, which a book of many pages cannot keep.
  return lib.PDFRawStream.of(stream.dict, new Uint8Array(compressed))
}

export interface Form {
  readonly ref: PDFRef
  readonly stream: PDFRawStream
}

/** Whether a page with these resources may draw a form: most draw none, and need not be searched for them. */
export function hasForms(lib: PdfLib, resources: PDFObject | undefined): boolean {
  const objects = objectsOf(lib, resources)
  return objects?.keys().some((name) => isForm(lib, objects.lookup(name))) ?? false
}

/** The form that a `Do` of this name draws; undefined where it draws a picture. */
export function formNamed(lib: PdfLib, resources: PDFObject | undefined, name: string): Form | undefined {
  const objects = objectsOf(lib, resources)
  const ref = objects?.get(named(lib, name))
  if (!objects || !(ref instanceof lib.PDFRef)) return undefined
  const stream = objects.context.lookup(ref)
  return isForm(lib, stream) ? { ref, stream } : undefined
}

function objectsOf(lib: PdfLib, resources: PDFObject | undefined): PDFDict | undefined {
  return resources instanceof lib.PDFDict ? resources.lookupMaybe(named(lib, 'XObject'), lib.PDFDict) : undefined
}

function isForm(lib: PdfLib, object: PDFObject | undefined): object is PDFRawStream {
  return object instanceof lib.PDFRawStream && object.dict.get(named(lib, 'Subtype')) === named(lib, 'Form')
}
