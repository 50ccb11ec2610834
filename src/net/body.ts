// The body of a response: decoded, and never more of it in memory than was allowed.

import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** What `Accept-Encoding` asks for. */
export const acceptedCodings = 'gzip, br'

/** Servers that stack codings mean harm. */
const maxCodings = 2

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
}

/** The body is larger than was allowed. */
export class TooLarge extends Error {}

/** Reads a body whole; neither what is sent nor what it decodes to may be larger than `maxBytes`. */
export async function readBody(
  body: NodeJS.ReadableStream,
  contentEncoding: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const gather = new Writable({
    write(chunk: Uint8Array, _, done) {
      chunks.push(chunk)
      done()
    },
  })
  const stages = [atMost(maxBytes), ...decodersOf(contentEncoding), atMost(maxBytes)]
  await pipeline([body, ...stages, gather], { signal })
  return Buffer.concat(chunks)
}

function decodersOf(contentEncoding: string): NodeJS.ReadWriteStream[] {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  const codings = names.filter((name) => name !== '' && name !== 'identity')
  if (codings.length > maxCodings) throw new Error(`its body is encoded ${codings.length} times`)
  // RFC 9110 §8.4: listed in the order in which they were applied.
  return codings.reverse().map((name) => {
    const decoder = Object.hasOwn(decoders, name) ? decoders[name] : undefined
    if (!decoder) throw new Error(`its content coding ${name.slice(0, 40)} is not known`)
    return decoder()
  })
}

function atMost(maxBytes: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      size += chunk.byteLength
      if (size > maxBytes) done(new TooLarge())
      else done(null, chunk)
    },
  })
}
