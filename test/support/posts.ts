// Posts for tests, and books of them, without touching the disk.

import { idPrefixes, makeBook } from '../../src/book/index.js'
import { collect, type ReportFn } from '../../src/diagnostics.js'
import type { Book, Post, SourceHtml } from '../../src/model.js'
import { loadTex, normalizePost, plainTitle } from '../../src/normalize/index.js'

/** A post with the content given, and everything else as plain as can be. */
export function postOf(content: string, fields: Partial<Post> = {}): Post {
  return {
    url: 'https://press.example/a-post/',
    slug: 'a-post',
    title: 'A post' as SourceHtml,
    content: content as SourceHtml,
    authors: [],
    terms: [],
    language: 'en',
    published: '2026-03-01T08:00:00+01:00',
    ...fields,
  }
}

/** The book that the posts make. */
export async function bookOf(posts: readonly Post[], report: ReportFn = collect().report): Promise<Book> {
  const prefixes = idPrefixes(posts.length)
  const settings = { outline: 'auto', faq: 'auto' } as const
  const tex = await loadTex(posts)
  const articles = posts.map(
    (post, index) => normalizePost(post, { ...settings, idPrefix: prefixes[index] ?? '', tex }, report).article,
  )
  const [first, ...others] = articles
  if (!first) throw new Error('A book needs a post.')
  return makeBook(
    [first, ...others],
    { plainTitle, author: undefined, title: undefined, sourceDateEpoch: undefined, lang: undefined },
    report,
  )
}
