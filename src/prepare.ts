// The first half of the pipeline, which building and inspecting share: from an input to posts, articles and a book.

import { setImmediate } from 'node:timers/promises'
import type { FindPost, OwnMatter } from './book/index.js'
import { failure, type ReportFn } from './diagnostics.js'
import type { Article, Book, LinkFinding, Post } from './model.js'
import type { Normalized } from './normalize/index.js'
import type { Options } from './options.js'
import { keepingArticles, type Normalize } from './prepare/kept-articles.js'

/** The part of the world that reading touches. */
export interface ReadContext {
  /** What `-` reads. @default process.stdin */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Ends the run with the error `interrupted`; nothing is written then. */
  readonly signal?: AbortSignal
  /** Where an application password, the browser and the cache may be named. @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Told how far a stage has come. */
export type Progress = (done: number, total: number) => void

/** Reads the posts that the options name. */
export async function readInput(
  options: Options,
  context: ReadContext & { readonly onProgress?: Progress },
  report: ReportFn,
): Promise<readonly Post[]> {
  const { readPosts } = await import('./sources/index.js')
  const readsStandard = [options.input].flat().includes('-')
  const stdin = readsStandard ? (context.stdin ?? process.stdin) : undefined
  return readPosts(options.input, selectionOf(options), {
    report,
    stdin,
    signal: context.signal,
    readSite: siteReader(options, context, report),
  })
}

/** As they come is no order of its own. */
function selectionOf({ order, ...options }: Options) {
  return { ...options, order: order === 'input' ? undefined : order }
}

/** What reads a web address: the client of the REST API is loaded only for one. */
function siteReader(
  options: Options,
  { signal, env = process.env, onProgress }: ReadContext & { readonly onProgress?: Progress },
  report: ReportFn,
) {
  return async (address: string): Promise<readonly Post[]> => {
    const { readSite } = await import('./sources/site/index.js')
    // Of several inputs, which may come from a list of somebody else's, a password must say which it is for.
    const owner = env.OFFPRINT_SITE || (options.input === address ? undefined : 'of none')
    return readSite(address, selectionOf(options), options, {
      report,
      env: { ...env, OFFPRINT_SITE: owner },
      onProgress,
      ...(signal ? { signal } : {}),
    })
  }
}

export interface Prepared {
  readonly book: Book
  readonly posts: readonly PreparedPost[]
  /** Of all that shows pictures: posts and own texts. */
  readonly articles: readonly Article[]
}

/** A normalised post, and its language: a book of several may have several. */
export type PreparedPost = Normalized & Pick<Book['metadata'], 'language' | 'direction'>

export interface BookContext extends Omit<ReadContext, 'stdin'> {
  readonly onProgress?: Progress
  /** Gets each article as soon as it is there, in the order of `Prepared.articles`. */
  readonly onArticle?: (article: Article) => void
}

/** Normalises each post, with the hints for it, and makes a book of them. */
export async function bookOf(
  posts: readonly Post[],
  options: Options,
  report: ReportFn,
  context: BookContext = {},
): Promise<Prepared> {
  const { signal, onProgress, onArticle } = context
  const { hintsOf, idsAskedFor, loadTex, plainTitle } = await import('./normalize/index.js')
  const normalize = await normalizer(options, context)
  const { addressBook, chapterOf, idPrefixes, makeBook } = await import('./book/index.js')
  const prefixes = idPrefixes(posts.length)
  const hints = hintsOf(posts, options.hints ?? {}, report)
  const find = posts.length > 1 ? addressBook(posts) : undefined
  const linkedIds = find ? idsAskedFor(posts, find) : []
  const tex = await loadTex(posts)
  const normalized: Normalized[] = []
  for (const [index, post] of posts.entries()) {
    // A stage that computes never lets the loop turn, and a signal is heard only when it does.
    await setImmediate()
    if (signal?.aborted) throw failure('interrupted', {}, signal.reason)
    onProgress?.(index, posts.length)
    const own = { hints: hints[index] ?? {}, idPrefix: prefixes[index] ?? '', linkedIds: linkedIds[index], tex }
    const one = await normalize(post, { ...options, ...own }, report)
    normalized.push(one)
    onArticle?.(one.article)
  }
  const matter = await matterOf(options, report)
  for (const { article } of matter) onArticle?.(article)
  const [first, ...others] = normalized.map(({ article }) => article)
  if (!first) throw new TypeError('A source delivers one post at least.')
  const book = await makeBook([first, ...others], { ...options, plainTitle, matter }, report)
  const prepared = normalized.map((post, index) => {
    const { language, direction } = chapterOf(book, index) ?? book.metadata
    const links = find ? linksOfBook(post.links, find) : post.links
    return { ...post, links, language, direction }
  })
  return { book, posts: prepared, articles: [first, ...others, ...matter.map(({ article }) => article)] }
}

/** A link to another post of the book leads to its chapter, whatever kind of address it has. */
function linksOfBook(links: readonly LinkFinding[], find: FindPost): readonly LinkFinding[] {
  return links.map((link) => (find(link.href) ? { ...link, kind: 'in-book' } : link))
}

/**
 * What makes articles of posts. Those of a site are kept beside what was fetched of it, but never what only a password
 * opens.
 */
async function normalizer(options: Options, { env = process.env }: Pick<ReadContext, 'env'>): Promise<Normalize> {
  const { normalizePost } = await import('./normalize/index.js')
  const isOfSite = [options.input].flat().some((one) => typeof one === 'string' && /^https?:/i.test(one))
  if (!isOfSite || env.OFFPRINT_APP_PASSWORD) return async (...given) => normalizePost(...given)
  const { openStore } = await import('./net/index.js')
  return keepingArticles(openStore(options, env, 'articles'), normalizePost)
}

/** The texts of the user's own, normalised as posts are. */
async function matterOf(options: Options, report: ReportFn): Promise<readonly OwnMatter[]> {
  if (!options.frontMatter && !options.backMatter) return []
  const { readMatter } = await import('./sources/matter.js')
  const { loadTex, normalizePost } = await import('./normalize/index.js')
  const { matterPrefix } = await import('./book/index.js')
  const texts = await readMatter(options, report)
  const tex = await loadTex(texts.map(({ post }) => post))
  return texts.map(({ post, ...matter }, index) => {
    const { article } = normalizePost(post, { ...options, hints: {}, idPrefix: matterPrefix(index), tex }, report)
    return { ...matter, article }
  })
}
