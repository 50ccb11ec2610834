// One object of the REST API to one Post.

import { domainToUnicode } from 'node:url'
import { failure } from '../diagnostics.js'
import type { Post, Site, SourceHtml } from '../model.js'
import { footnotesOf } from './footnotes.js'
import { languageOf, languageOfAddress } from './language.js'
import { authorsOf } from './people.js'
import { plainText } from './plain-text.js'
import { type RestPost, readRestPost } from './rest-schema.js'
import { seoFacts } from './seo.js'
import { slugOf } from './slug.js'
import { timestampOf } from './timestamp.js'
import { webAddress } from './web-address.js'

/**
 * Reads one post of the REST API.
 *
 * @param input the name of the input, for errors.
 * @param position of the post in the input, from 1, for the errors of a post without an id.
 * @throws `post-invalid`, `post-protected`, `post-excerpt-only` or `post-empty`.
 */
export function postOf(value: unknown, input: string, position: number): Post {
  const read = readRestPost(value)
  const post = labelOf(value, position)
  if ('problems' in read) {
    if (hasExcerptOnly(value)) throw failure('post-excerpt-only', { post })
    throw failure('post-invalid', { post, input, problems: read.problems.join('; ') })
  }
  requireContent(read.post, post)
  return assemble(read.post)
}

function assemble(rest: RestPost): Post {
  const url = webAddress(rest.link) ?? ''
  const seo = seoFacts(rest)
  const published = timestampOf(rest.date, rest.date_gmt)
  const modified = timestampOf(rest.modified, rest.modified_gmt)
  const language =
    languageOf([rest.lang, rest.wpml_current_locale, seo.language]) ??
    languageOfAddress(url, rest._links?.self?.[0]?.href)
  const site = siteOf(url, seo.siteName)
  const featuredImage = featuredImageOf(rest, url)
  const footnotes = footnotesOf(rest.meta?.footnotes)
  return {
    ...(rest.id ? { id: rest.id } : {}),
    url,
    slug: slugOf([rest.slug, plainText(rest.title.rendered)], rest.id ? `post-${rest.id}` : 'post'),
    title: rest.title.rendered as SourceHtml,
    content: rest.content.rendered as SourceHtml,
    ...(hasText(rest.excerpt?.rendered) ? { excerpt: rest.excerpt?.rendered as SourceHtml } : {}),
    authors: authorsOf(rest, seo.author),
    ...(published ? { published } : {}),
    ...(modified ? { modified } : {}),
    ...(language ? { language } : {}),
    ...(site ? { site } : {}),
    terms: termsOf(rest),
    ...(featuredImage ? { featuredImage } : {}),
    ...(footnotes.length > 0 ? { footnotes } : {}),
    ...(seo.faqSchema ? { faqSchema: seo.faqSchema } : {}),
  }
}

function requireContent(rest: RestPost, post: string): void {
  const { rendered, protected: locked } = rest.content
  if (hasText(rendered) || hasMedia(rendered)) return
  if (locked) throw failure('post-protected', { post })
  throw failure(hasText(rest.excerpt?.rendered) ? 'post-excerpt-only' : 'post-empty', { post })
}

/** Whether a post of which `_fields` left out the content has an excerpt. */
function hasExcerptOnly(value: unknown): boolean {
  const { content, excerpt } = Object(value) as { content?: unknown; excerpt?: { rendered?: unknown } }
  return content === undefined && typeof excerpt?.rendered === 'string' && hasText(excerpt.rendered)
}

export function hasText(markup: string | undefined): boolean {
  return plainText(markup ?? '') !== ''
}

export function hasMedia(markup: string): boolean {
  return /<(?:img|picture|svg|math|video|audio|iframe|object|embed)\b/i.test(markup)
}

/** How an error names a post. */
function labelOf(value: unknown, position: number): string {
  const { id, slug } = Object(value) as { id?: unknown; slug?: unknown }
  if (typeof id === 'number' || (typeof id === 'string' && id !== '')) return String(id)
  return typeof slug === 'string' && slug !== '' ? slug : `number ${position}`
}

export function siteOf(url: string, name: string | undefined): Site | undefined {
  if (url === '') return undefined
  const { origin, hostname } = new URL(url)
  return { name: plainText(name ?? '') || domainToUnicode(hostname) || hostname, url: `${origin}/` }
}

function termsOf(rest: RestPost): Post['terms'] {
  return (rest._embedded?.['wp:term'] ?? [])
    .flat()
    .filter(({ taxonomy }) => taxonomy !== 'author')
    .map(({ taxonomy, name }) => ({ taxonomy, name: plainText(name) }))
    .filter(({ name }) => name !== '')
}

function featuredImageOf(rest: RestPost, base: string): Post['featuredImage'] {
  const media = rest._embedded?.['wp:featuredmedia']?.[0]
  const url = webAddress(media?.source_url, base) ?? webAddress(rest.jetpack_featured_media_url, base)
  return url ? { url, alt: plainText(media?.alt_text ?? '') } : undefined
}
