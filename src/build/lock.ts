// `offprint.lock`: which posts an edition was made of, so that the next one can say what has changed.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { z } from 'zod'
import type { ReportFn } from '../diagnostics.js'
import type { Post } from '../model.js'
import { writeFiles } from '../write.js'

/** A post of an edition. */
export interface LockedPost {
  readonly id?: number | undefined
  readonly url: string
  readonly modified?: string | undefined
  /** SHA-256 of all that the source said of it. */
  readonly hash: string
}

/** What differs from the edition before, by the addresses of the posts. */
export interface Changes {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

const name = 'offprint.lock'

const lockSchema = z.object({
  lockfileVersion: z.literal(1),
  books: z.record(
    z.string(),
    z.array(
      z.object({
        id: z.number().optional(),
        url: z.string(),
        modified: z.string().optional(),
        hash: z.string(),
      }),
    ),
  ),
})

type Books = z.output<typeof lockSchema>['books']

interface Edition {
  readonly outputs: readonly { readonly path?: string }[]
  readonly failed?: readonly { readonly post: string }[]
}

/**
 * Writes the lock beside the first output and tells what has changed; nothing where there was no edition before, or
 * where nothing is written.
 *
 * @throws `output-unwritable`
 */
export async function lockEdition(
  posts: readonly Post[],
  { outputs: [first], failed = [] }: Edition,
  { individual }: { readonly individual: boolean },
  report: ReportFn,
): Promise<Changes | undefined> {
  if (first?.path === undefined) return undefined
  const file = join(dirname(first.path), name)
  const books = await read(file, report)
  const book = individual ? 'each post' : basename(first.path, extname(first.path))
  const lost = new Set(failed.map(({ post }) => post))
  const now = posts.map(locked).filter(({ url }) => !lost.has(url))
  const before = Object.hasOwn(books, book) ? books[book] : undefined
  const sorted = Object.entries({ ...books, [book]: now }).sort(([one], [other]) => (one < other ? -1 : 1))
  const text = `${JSON.stringify({ lockfileVersion: 1, books: Object.fromEntries(sorted) }, undefined, 2)}\n`
  await writeFiles([{ path: file, bytes: new TextEncoder().encode(text) }])
  return before && changesOf(before, now)
}

/** What was added, changed and removed between two editions. */
export function changesOf(before: readonly LockedPost[], now: readonly LockedPost[]): Changes {
  const old = new Map(before.map((post) => [post.url, post.hash]))
  const there = new Set(now.map(({ url }) => url))
  return {
    added: now.filter(({ url }) => !old.has(url)).map(({ url }) => url),
    changed: now.filter(({ url, hash }) => old.has(url) && old.get(url) !== hash).map(({ url }) => url),
    removed: before.filter(({ url }) => !there.has(url)).map(({ url }) => url),
  }
}

async function read(file: string, report: ReportFn): Promise<Books> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') report('lock-unreadable', { path: file, reason: error.code ?? error.message })
    return undefined
  })
  if (text === undefined) return {}
  try {
    return lockSchema.parse(JSON.parse(text)).books
  } catch {
    report('lock-unreadable', { path: file, reason: 'it is no lock of this version' })
    return {}
  }
}

function locked(post: Post): LockedPost {
  const { id, url, slug, modified } = post
  const hash = createHash('sha256').update(JSON.stringify(post)).digest('hex')
  return { ...(id === undefined ? {} : { id }), url: url || slug, ...(modified ? { modified } : {}), hash }
}
