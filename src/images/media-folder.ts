// A local folder of media: the files of `wp-content/uploads`, as a backup or a download of the site holds them.

import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { failure } from '../diagnostics.js'
import { Refusal } from './kind.js'
import { maxBytes } from './limits.js'

/** The bytes of the file that an address names; undefined where the folder has none. */
export type MediaFolder = (url: string) => Promise<Uint8Array | undefined>

/** @throws OffprintError `media-unreadable` where there is no such folder. */
export async function openMediaFolder(folder: string): Promise<MediaFolder> {
  const root = await realpath(folder).catch((error: NodeJS.ErrnoException) => {
    throw failure('media-unreadable', { path: folder, reason: error.code ?? error.message }, error)
  })
  if (!(await stat(root)).isDirectory()) throw failure('media-unreadable', { path: folder, reason: 'not a folder' })
  return async (url) => {
    for (const names of namesIn(url)) {
      const bytes = await readInside(root, names)
      if (bytes) return bytes
    }
    return undefined
  }
}

/** Where a file may be: below the folder of uploads, by its whole path, by its own name. */
function namesIn(url: string): readonly (readonly string[])[] {
  const names = URL.canParse(url) ? new URL(url).pathname.split('/').filter((name) => name !== '') : []
  const plain = names.map(decoded)
  if (plain.length === 0 || !plain.every(isName)) return []
  const uploads = plain.lastIndexOf('uploads')
  return [...(uploads >= 0 ? [plain.slice(uploads + 1)] : []), plain, plain.slice(-1)].filter(
    ({ length }) => length > 0,
  )
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** One name of a file or a folder: nothing that leads elsewhere, on any system, once it is decoded. */
function isName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\:\p{Cc}]/u.test(name)
}

async function readInside(root: string, names: readonly string[]): Promise<Uint8Array | undefined> {
  // Links are followed first, and only what is inside then counts.
  const path = await realpath(join(root, ...names)).catch(() => undefined)
  const inside = root.endsWith(sep) ? root : root + sep
  if (!path?.startsWith(inside) || !(await stat(path)).isFile()) return undefined
  // Windows has no O_NOFOLLOW; elsewhere a link put there meanwhile is not followed.
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch((error: Error) => {
    throw new Refusal(`the file in the folder of media cannot be read (${(error as NodeJS.ErrnoException).code})`)
  })
  try {
    if ((await file.stat()).size > maxBytes) throw new Refusal(`it has more than ${maxBytes / 1e6} MB`)
    return await file.readFile()
  } finally {
    await file.close()
  }
}
