// What an entry of a feed says, whatever the feed's format.

import type { Post, SourceHtml } from '../../model.js'
import { languageOf, languageOfAddress } from '../language.js'
import { plainText } from '../plain-text.js'
import { hasMedia, hasText, siteOf } from '../rest-post.js'
import { slugOf } from '../slug.js'

export interface FeedEntry {
  readonly id: number | undefined
  readonly url: string
  /** Markup. */
  readonly title: string
  /** Markup; empty where the feed has only the summary. */
  readonly content: string
  readonly summary: string
  readonly authors: readonly string[]
  readonly published: string | undefined
  readonly modified: string | undefined
  readonly categories: readonly string[]
  readonly language: string | undefined
  readonly image: string | undefined
}

/** What the feed says of all of its entries. */
export interface Channel {
  readonly title: string
  readonly language: string | undefined
}

/** A post of a feed, and whether only its beginning is there. */
export interface FeedPost {
  readonly post: Post
  readonly isExcerpt: boolean
}

/** Nothing where the entry has no text at all. */
export function postOfFeed(entry: FeedEntry, channel: Channel): FeedPost | undefined {
  const isWhole = hasText(entry.content) || hasMedia(entry.content)
  const content = isWhole ? entry.content : entry.summary
  if (!isWhole && !hasText(content)) return undefined
  const { id, url, title, published, modified, image } = entry
  const language = languageOf([entry.language]) ?? languageOfAddress(url, undefined) ?? languageOf([channel.language])
  const site = siteOf(url, channel.title)
  const names = [...new Set(entry.authors.map(plainText).filter((name) => name !== ''))]
  const categories = [...new Set(entry.categories.map(plainText).filter((name) => name !== ''))]
  const post: Post = {
    ...(id ? { id } : {}),
    url,
    slug: slugOf([lastSegment(url), plainText(title)], id ? `post-${id}` : 'post'),
    title: title as SourceHtml,
    content: content as SourceHtml,
    ...(isWhole && hasText(entry.summary) ? { excerpt: entry.summary as SourceHtml } : {}),
    authors: names.map((name) => ({ name })),
    ...(published ? { published } : {}),
    ...(modified ? { modified } : {}),
    ...(language ? { language } : {}),
    ...(site ? { site } : {}),
    terms: categories.map((name) => ({ taxonomy: 'category', name })),
    ...(image ? { featuredImage: { url: image, alt: '' } } : {}),
  }
  return { post, isExcerpt: !isWhole && isCut(content) }
}

function lastSegment(url: string): string | undefined {
  return url === ''
    ? undefined
    : new URL(url).pathname
        .split('/')
        .filter((part) => part !== '')
        .at(-1)
}

/** A description without paragraphs, or one that breaks off, is no whole post. */
function isCut(summary: string): boolean {
  return !/<(?:p|h[1-6]|ul|ol|div|table)\b/i.test(summary) || /(?:\.\.\.|…)\s*\]?$/.test(plainText(summary))
}
