// The bytes of an input, whole or in pieces, unpacked where they are gzip.

import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { failure, OffprintError } from '../diagnostics.js'
import { filePieces, headSize, type ReadSettings, readFileBytes, readFileHead, readStreamBytes } from './read.js'

export interface ByteSource {
  /** For the report. */
  readonly name: string
  /** The path of its file, where it has one. */
  readonly path?: string
  /** The first bytes, enough to tell the kind by. */
  readonly head: Uint8Array
  /** All of them; throws where they are more than the limit. */
  readonly whole: () => Promise<Uint8Array>
  /** The same in pieces, as often as asked for; a hundred times the limit may pass, and none of it is kept. */
  readonly pieces: () => AsyncIterable<Uint8Array>
}

/** How much larger what is read in pieces may be than what is held in memory. */
const streamed = 100

export async function fileSource(path: string, settings: ReadSettings): Promise<ByteSource> {
  const head = await readFileHead(path)
  const pieces = () => filePieces(path, settings.signal)
  if (isGzip(head)) return { ...(await unpacked(path, pieces, settings)), path }
  const whole = () => readFileBytes(path, settings)
  return { name: path, path, head, whole, pieces: () => limited(path, pieces(), settings) }
}

export async function streamSource(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  settings: ReadSettings,
): Promise<ByteSource> {
  const bytes = await readStreamBytes(name, stream, settings)
  if (isGzip(bytes)) return unpacked(name, () => slices(bytes), settings)
  return { name, head: bytes.subarray(0, headSize), whole: async () => bytes, pieces: () => slices(bytes) }
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += headSize) yield bytes.subarray(at, at + headSize)
}

async function unpacked(
  name: string,
  packed: () => AsyncIterable<Uint8Array>,
  settings: ReadSettings,
): Promise<ByteSource> {
  const pieces = () => limited(name, gunzipped(name, packed()), settings)
  return { name, head: await firstOf(pieces()), whole: () => readStreamBytes(name, pieces(), settings), pieces }
}

async function* gunzipped(name: string, packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed)
  const gunzip = createGunzip()
  // An error of the file is not passed on by itself.
  source.on('error', (error) => gunzip.destroy(error))
  try {
    yield* source.pipe(gunzip)
  } catch (error) {
    if (error instanceof OffprintError) throw error
    throw failure('input-unreadable', { input: name, reason: `gzip: ${(error as Error).message}` }, error)
  } finally {
    source.destroy()
  }
}

async function firstOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const found: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    found.push(piece)
    size += piece.length
    if (size >= headSize) break
  }
  return Buffer.concat(found, size).subarray(0, headSize)
}

async function* limited(
  input: string,
  pieces: AsyncIterable<Uint8Array>,
  { maxInput }: ReadSettings,
): AsyncGenerator<Uint8Array> {
  const limit = maxInput * streamed
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > limit * 1_000_000) throw failure('input-too-large', { input, size: `over ${limit}`, limit })
    yield piece
  }
}
