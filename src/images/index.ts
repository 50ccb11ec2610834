// Pictures: from the addresses that a post names to the files that a book holds.

import { createHash } from 'node:crypto'
import { failure, OffprintError, type Place, type ReportFn } from '../diagnostics.js'
import type { Asset, Picture, Post } from '../model.js'
import { decodeDataUrl } from './data-url.js'
import { type Decoded, decodePicture } from './decode.js'
import { Refusal } from './kind.js'
import { atOneTime, maxBytes, maxReaderBytes } from './limits.js'
import { type MediaFolder, openMediaFolder } from './media-folder.js'
import { sufficientFirst } from './sufficient.js'

/** Gets the bytes at an http(s) address; what it throws says in its message why they are not to be had. */
export type FetchBytes = (
  url: string,
  wish: { readonly referer: string; readonly accept: string; readonly maxBytes: number; readonly signal?: AbortSignal },
) => Promise<Uint8Array>

/** A picture, and the post that shows it. */
export interface PictureOfPost {
  readonly picture: Picture
  readonly post: Post
  /** What is there where the picture is not to be had, if it is not its alternative text. */
  readonly instead?: string
}

export interface PictureSettings {
  /** A folder with the files of the site's media library. */
  readonly media?: string
  /** Whether copies for paper are wanted. */
  readonly print: boolean
}

export interface PictureContext {
  readonly report: ReportFn
  /** Absent where nothing is to be fetched. */
  readonly fetchBytes?: FetchBytes
  readonly signal?: AbortSignal
  /** Told of each picture that is there, or known to be missing. */
  readonly onProgress?: (done: number) => void
}

export interface LoadedPictures {
  /** One for each distinct file, in the order of first use. */
  readonly assets: readonly Asset[]
  /** The id of the asset of each picture that has one. */
  readonly byPicture: ReadonlyMap<string, string>
}

/** A distinct file, or why there is none. */
type Outcome = { readonly hash: string; readonly decoded: Decoded } | { readonly reason: string }

interface Loading extends PictureContext {
  readonly print: boolean
  readonly folder: MediaFolder | undefined
  readonly byAddress: Map<string, Promise<Outcome>>
  readonly byContent: Map<string, Promise<Decoded>>
}

/**
 * Finds the file of each picture and makes it fit for both books, as they come. A picture without one is reported when
 * all are there, and costs nothing else. The same files give the same assets, byte for byte.
 *
 * @throws OffprintError `media-unreadable`, `interrupted`.
 */
export async function loadPictures(
  shown: Iterable<PictureOfPost> | AsyncIterable<PictureOfPost>,
  settings: PictureSettings,
  context: PictureContext,
): Promise<LoadedPictures> {
  const folder = settings.media === undefined ? undefined : await openMediaFolder(settings.media)
  const loading: Loading = { ...context, print: settings.print, folder, byAddress: new Map(), byContent: new Map() }
  const pictures: PictureOfPost[] = []
  const outcomes: Outcome[] = []
  const queue = inTurn(shown)
  let done = 0
  const worker = async () => {
    // One iterator for all workers: each takes the next picture.
    for await (const one of queue) {
      const index = pictures.push(one) - 1
      outcomes[index] = await findPicture(one, loading)
      done += 1
      context.onProgress?.(done)
    }
  }
  await Promise.all(Array.from({ length: atOneTime }, worker))
  pictures.forEach((one, index) => {
    const outcome = outcomes[index]
    if (outcome && 'reason' in outcome) reportMissing(one, outcome.reason, context.report)
  })
  reportHeavy(pictures, outcomes, context.report)
  return named(pictures, outcomes)
}

async function* inTurn<T>(all: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* all
}

/** Tries the candidates in turn. */
async function findPicture({ picture, post }: PictureOfPost, loading: Loading): Promise<Outcome> {
  const reasons: string[] = []
  for (const { url } of sufficientFirst(picture.candidates, loading.print)) {
    if (loading.signal?.aborted) throw failure('interrupted', {}, loading.signal.reason)
    const known = loading.byAddress.get(url) ?? load(url, post.url, loading)
    loading.byAddress.set(url, known)
    const outcome = await known
    if ('decoded' in outcome) return outcome
    reasons.push(outcome.reason)
  }
  // That a file was there and could not be taken says more than that another one was not.
  const telling = reasons.find((reason) => reason !== absence(loading))
  return { reason: telling ?? absence(loading) }
}

async function load(url: string, referer: string, loading: Loading): Promise<Outcome> {
  try {
    const bytes = await bytesAt(url, referer, loading)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const decoding = loading.byContent.get(hash) ?? decodePicture(bytes, loading.print)
    loading.byContent.set(hash, decoding)
    return { hash, decoded: await decoding }
  } catch (error) {
    if (loading.signal?.aborted) throw failure('interrupted', {}, loading.signal.reason)
    if (error instanceof Refusal) return { reason: error.message }
    throw error
  }
}

async function bytesAt(url: string, referer: string, { folder, fetchBytes, signal, ...rest }: Loading) {
  if (/^data:/i.test(url)) return decodeDataUrl(url)
  const local = await folder?.(url)
  if (local) return local
  if (!fetchBytes || !/^https?:/i.test(url)) throw new Refusal(absence({ folder, ...rest }))
  const accept = 'image/jpeg,image/png,image/gif,image/webp,image/avif,image/svg+xml,image/*;q=0.8'
  try {
    return await fetchBytes(url, { referer, accept, maxBytes, ...(signal ? { signal } : {}) })
  } catch (error) {
    if (error instanceof OffprintError && error.code === 'fetch-offline') {
      throw new Refusal(folder ? 'neither the folder of media nor the cache holds it' : 'the cache does not hold it')
    }
    // The warning that takes this as its reason names the address itself.
    const reason = error instanceof Error ? error.message : String(error)
    throw new Refusal(reason.replace(`The address ${url} `, 'it ').replace(/\.$/, ''))
  }
}

function absence({ folder }: Pick<Loading, 'folder'>): string {
  return folder ? 'the folder of media does not hold it' : 'no folder of media was named'
}

function reportMissing(one: PictureOfPost, reason: string, report: ReportFn): void {
  const words = one.picture.alt === '' ? 'the word for a picture' : 'its alternative text'
  const address = addressOf(one)
  const isData = /^data:/i.test(one.picture.candidates[0]?.url ?? '')
  const instead = one.instead ?? `its place shows ${isData ? words : `${words} and its address`}`
  report('picture-left-out', { address, reason, instead }, placeOf(one))
}

/** Once for each file, at its first place. */
function reportHeavy(pictures: readonly PictureOfPost[], outcomes: readonly Outcome[], report: ReportFn): void {
  const told = new Set<string>()
  pictures.forEach((one, index) => {
    const outcome = outcomes[index]
    if (!outcome || !('decoded' in outcome) || told.has(outcome.hash)) return
    const { length } = outcome.decoded.reader.bytes
    if (length <= maxReaderBytes) return
    told.add(outcome.hash)
    const limit = maxReaderBytes / 1e6
    report('picture-heavy', { address: addressOf(one), size: megabytes(length), limit }, placeOf(one))
  })
}

function addressOf({ picture }: PictureOfPost): string {
  const address = picture.candidates[0]?.url ?? ''
  return /^data:/i.test(address) ? 'inside the post' : address
}

function placeOf({ picture: { heading }, post }: PictureOfPost): Place {
  return { post: post.url || post.slug, ...(heading ? { heading } : {}) }
}

/** Rounded up, so that a size just over a limit does not read as the limit. */
function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e5) / 10
}

/** Numbers the files as the book shows them. */
function named(pictures: readonly PictureOfPost[], outcomes: readonly Outcome[]): LoadedPictures {
  const files = new Map(outcomes.flatMap((one) => ('hash' in one ? [[one.hash, one.decoded] as const] : [])))
  const width = Math.max(2, String(files.size).length)
  const ids = new Map(
    [...files.keys()].map((hash, index) => [hash, `picture-${String(index + 1).padStart(width, '0')}`]),
  )
  const byPicture = new Map<string, string>()
  outcomes.forEach((outcome, index) => {
    const id = 'hash' in outcome ? ids.get(outcome.hash) : undefined
    const picture = pictures[index]?.picture
    if (picture && id !== undefined) byPicture.set(picture.id, id)
  })
  return { assets: [...files].map(([hash, decoded]) => asset(ids.get(hash) ?? hash, decoded)), byPicture }
}

function asset(id: string, { format, reader, print, ink }: Decoded): Asset {
  const { bytes, width, height } = reader
  return {
    id,
    mediaType: `image/${format}`,
    path: `images/${id}.${format === 'jpeg' ? 'jpg' : format}`,
    bytes,
    width,
    height,
    ...(print ? { print } : {}),
    ...(ink ? { ink } : {}),
  }
}
