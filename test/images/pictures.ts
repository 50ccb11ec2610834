// Pictures for tests, made where they are needed.

import sharp from 'sharp'
import { collect } from '../../src/diagnostics.js'
import { type FetchBytes, loadPictures, type PictureSettings } from '../../src/images/index.js'
import type { Picture } from '../../src/model.js'
import { postOf } from '../support/posts.js'

/** A picture whose pixels differ, so that no format makes it small. */
export function photo(width: number, height: number, channels: 3 | 4 = 3) {
  const data = Buffer.alloc(width * height * channels)
  for (let at = 0; at < data.length; at += 1) data[at] = (at * at * 31 + (at >> 7) * 17) & 0xff
  return sharp(data, { raw: { width, height, channels } })
}

export function pictureAt(id: string, ...urls: string[]): Picture {
  const candidates = urls.map((url) => ({ url, reason: 'src' }))
  return { id, alt: `About ${id}`, hasAlt: true, inLink: false, candidates }
}

export const site = 'https://press.example/wp-content/uploads/2026/01'

/** A server that has the files given, by name. */
export function serving(files: Readonly<Record<string, Uint8Array | string>>): FetchBytes {
  return async (url) => {
    const file = files[url.slice(url.lastIndexOf('/') + 1)]
    if (file === undefined) throw new Error('the server answers 404.')
    return Buffer.from(file)
  }
}

/** Loads pictures, and tells what was said. */
export async function load(
  pictures: readonly Picture[],
  fetchBytes?: FetchBytes,
  settings: Partial<PictureSettings> = {},
  signal?: AbortSignal,
) {
  const { report, diagnostics } = collect()
  const post = postOf('')
  const shown = pictures.map((picture) => ({ picture, post }))
  const context = { report, ...(fetchBytes ? { fetchBytes } : {}), ...(signal ? { signal } : {}) }
  const loaded = await loadPictures(shown, { print: false, ...settings }, context)
  return { ...loaded, said: diagnostics(), messages: diagnostics().map(({ message }) => message) }
}

/** What one file becomes; undefined and the reason where it becomes nothing. */
export async function one(bytes: Uint8Array | string, settings: Partial<PictureSettings> = {}) {
  const { assets, messages } = await load([pictureAt('a', `${site}/a.png`)], serving({ 'a.png': bytes }), settings)
  const reason = /\((.*)\); its place/s.exec(messages[0] ?? '')?.[1]
  return { asset: assets[0], reason }
}
