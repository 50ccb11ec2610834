// Brings the bytes of an input into memory, never more of them than the limit allows.

import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { failure, OffprintError } from '../diagnostics.js'

/** Bytes in one MB of `maxInput`. */
const megabyte = 1_000_000

/** Enough to tell what a file is, whatever a site wrote before it. */
export const headSize = 65_536

const pieceSize = 65_536

export interface ReadSettings {
  /** The largest input that is read, in MB. */
  readonly maxInput: number
  readonly signal?: AbortSignal | undefined
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is no folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
}

/** The bytes of a file. Throws `input-unreadable`, `input-too-large`, `input-empty` or `interrupted`. */
export function readFileBytes(path: string, settings: ReadSettings): Promise<Uint8Array> {
  return withFile(path, async (handle, size) => {
    if (size > settings.maxInput * megabyte) throw tooLarge(path, megabytes(size), settings)
    return await readAll(path, handle.createReadStream({ autoClose: false }), settings)
  })
}

/** The first bytes of a file, at most 64 kB. Throws `input-unreadable`. */
export function readFileHead(path: string): Promise<Uint8Array> {
  return withFile(path, async (handle) => {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(headSize), 0, headSize, 0)
    return buffer.subarray(0, bytesRead)
  })
}

/** The bytes of a file in pieces, however many. Throws `input-unreadable` or `interrupted`. */
export async function* filePieces(path: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  try {
    // Not by `interruptible`: a race against one long promise keeps every piece until that is settled.
    yield* createReadStream(path, { highWaterMark: pieceSize, ...(signal ? { signal } : {}) })
  } catch (error) {
    throw signal?.aborted ? failure('interrupted', {}, error) : unreadable(path, reasonOf(path, error), error)
  }
}

async function withFile<T>(path: string, work: (handle: FileHandle, size: number) => Promise<T>): Promise<T> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path)
    const status = await handle.stat()
    if (status.isDirectory()) throw unreadable(path, 'it is a folder')
    return await work(handle, status.size)
  } catch (error) {
    if (error instanceof OffprintError) throw error
    throw unreadable(path, reasonOf(path, error), error)
  } finally {
    await handle?.close()
  }
}

/** The bytes of a stream that is called `name`. Throws as `readFileBytes` does. */
export async function readStreamBytes(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  settings: ReadSettings,
): Promise<Uint8Array> {
  try {
    return await readAll(name, stream, settings)
  } catch (error) {
    if (error instanceof OffprintError) throw error
    throw unreadable(name, reasonOf(name, error), error)
  }
}

async function readAll(name: string, source: AsyncIterable<Uint8Array>, settings: ReadSettings): Promise<Uint8Array> {
  const { signal } = settings
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of interruptible(source, signal)) {
      size += chunk.length
      if (size > settings.maxInput * megabyte) throw tooLarge(name, `over ${settings.maxInput}`, settings)
      chunks.push(chunk)
    }
  } catch (error) {
    throw signal?.aborted ? failure('interrupted', {}, error) : error
  }
  if (size === 0) throw failure('input-empty', { input: name })
  return Buffer.concat(chunks, size)
}

/** The same chunks, but an interruption ends the wait for a stream that sends nothing. */
async function* interruptible(
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]()
  const { promise: aborted, release } = abortion(signal)
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted])
      if (next.done) return
      yield next.value
    }
  } finally {
    release()
    // An iterator that waits for its next chunk returns only after it: nobody waits for that.
    const returned = Promise.resolve(iterator.return?.())
    if (signal?.aborted) returned.catch(() => {})
    else await returned
  }
}

/** A promise that fails when the signal comes, and what lets go of the signal again. */
function abortion(signal: AbortSignal | undefined): { promise: Promise<never>; release: () => void } {
  let listen = () => {}
  const promise = new Promise<never>((_, reject) => {
    listen = () => reject(signal?.reason)
    signal?.addEventListener('abort', listen, { once: true })
    if (signal?.aborted) listen()
  })
  // Nobody may be waiting when it fails.
  promise.catch(() => {})
  return { promise, release: () => signal?.removeEventListener('abort', listen) }
}

function tooLarge(input: string, size: string, settings: ReadSettings): OffprintError {
  return failure('input-too-large', { input, size, limit: settings.maxInput })
}

function unreadable(input: string, reason: string, cause?: unknown): OffprintError {
  return failure('input-unreadable', { input, reason }, cause)
}

/** Rounded up, so that a size just over the limit does not read as the limit. */
function megabytes(bytes: number): string {
  return (Math.ceil(bytes / (megabyte / 100)) / 100).toString()
}

function reasonOf(path: string, error: unknown): string {
  if (/^https?:\/\//i.test(path)) return 'it is a web address; save what it answers to a file first'
  const { code, message } = error as NodeJS.ErrnoException
  return reasons[code ?? ''] ?? code ?? message
}
