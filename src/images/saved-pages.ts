// Pictures that a browser saved beside a page: they are taken from there, and from the web only where they are missing.

import type { Post } from '../model.js'
import type { FetchBytes } from './index.js'
import { openMediaFolder } from './media-folder.js'

/** The same fetch, which looks into the folder of the page first. A page reaches the files of its own folder alone. */
export function besidePages(posts: readonly Post[], fetchBytes: FetchBytes): FetchBytes {
  const folders = new Map<string, readonly string[]>()
  for (const { url, mediaFolder } of posts) {
    if (mediaFolder !== undefined) folders.set(url, [...(folders.get(url) ?? []), mediaFolder])
  }
  if (folders.size === 0) return fetchBytes
  return async (url, wish) => {
    for (const path of folders.get(wish.referer) ?? []) {
      const bytes = await (await openMediaFolder(path))(url)
      if (bytes) return bytes
    }
    return fetchBytes(url, wish)
  }
}
