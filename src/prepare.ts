// The first half of the pipeline, which building and inspecting share: from an input to posts, articles and a book.

import type { ReportFn } from './diagnostics.js'
import type { Book, Post } from './model.js'
import type { Normalized } from './normalize/index.js'
import type { Options } from './options.js'

/** The part of the world that reading touches. */
export interface ReadContext {
  /** What `-` reads. @default process.stdin */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Ends the run with the error `interrupted`; nothing is written then. */
  readonly signal?: AbortSignal
  /** Where an application password, the browser and the cache may be named. @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Reads the posts that the options name. */
export async function readInput(options: Options, context: ReadContext, report: ReportFn): Promise<readonly Post[]> {
  const { readPosts } = await import('./sources/index.js')
  const readsStandard = [options.input].flat().includes('-')
  const stdin = readsStandard ? (context.stdin ?? process.stdin) : undefined
  return readPosts(options.input, options, {
    report,
    stdin,
    signal: context.signal,
    readSite: siteReader(options, context, report),
  })
}

/** What reads a web address: the client of the REST API is loaded only for one. */
function siteReader(options: Options, { signal, env = process.env }: ReadContext, report: ReportFn) {
  return async (address: string): Promise<readonly Post[]> => {
    const { readSite } = await import('./sources/site/index.js')
    // Of several inputs, which may come from a list of somebody else's, a password must say which it is for.
    const owner = env.OFFPRINT_SITE || (options.input === address ? undefined : 'of none')
    return readSite(address, options, options, {
      report,
      env: { ...env, OFFPRINT_SITE: owner },
      ...(signal ? { signal } : {}),
    })
  }
}

/** Normalises each post, with the hints for it, and makes a book of them. */
export async function bookOf(
  posts: readonly Post[],
  options: Options,
  report: ReportFn,
): Promise<{ readonly book: Book; readonly normalized: readonly Normalized[] }> {
  const { hintsOf, loadTex, normalizePost, plainTitle } = await import('./normalize/index.js')
  const { idPrefixes, makeBook } = await import('./book/index.js')
  const prefixes = idPrefixes(posts.length)
  const hints = hintsOf(posts, options.hints ?? {}, report)
  const tex = await loadTex(posts)
  const normalized = posts.map((post, index) =>
    normalizePost(post, { ...options, hints: hints[index] ?? {}, idPrefix: prefixes[index] ?? '', tex }, report),
  )
  const [first, ...others] = normalized.map(({ article }) => article)
  if (!first) throw new TypeError('A source delivers one post at least.')
  return { book: await makeBook([first, ...others], { ...options, plainTitle }, report), normalized }
}

/** The language and the direction of a post: a book of several may have several. */
export function tongueOf(book: Book, index: number): Pick<Book['metadata'], 'language' | 'direction'> {
  const isCollection = book.body.some((part) => part.kind === 'chapter' && part.source)
  return (isCollection ? book.body[index] : undefined) ?? book.metadata
}
