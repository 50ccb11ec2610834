// A page of HTML to one post: what can be told of it by looking, where nothing better is to be had.

import { failure, type ReportFn } from '../../diagnostics.js'
import type { Post, SourceHtml } from '../../model.js'
import { plainText } from '../plain-text.js'
import { siteOf } from '../rest-post.js'
import { slugOf } from '../slug.js'
import { baseOf, resolveAddresses } from './addresses.js'
import { contentOf } from './content.js'
import { documentOf } from './dom.js'
import { factsOf, type PageFacts } from './facts.js'

export { mediaFolderOf } from './folder.js'

export interface PageSettings {
  /** How the report names the page. @default its address */
  readonly name?: string
  /** The folder beside a saved page that its browser put the pictures into. */
  readonly mediaFolder?: string | undefined
}

/**
 * The post of a page. Says always what a page cannot tell.
 *
 * @param url where the page is from; empty where nobody knows, then the page itself is asked.
 * @throws `page-without-text`, `markup-too-deep`, `markup-too-large`
 */
export async function readPage(
  html: string,
  url: string,
  report: ReportFn,
  settings: PageSettings = {},
): Promise<Post> {
  const name = settings.name ?? (url || '(page)')
  const document = await documentOf(html, name)
  const facts = factsOf(document, html, url)
  const slug = slugOf([lastSegment(facts.url), plainText(facts.title)], 'page')
  const base = baseOf(document, facts.url, slug)
  if (base !== undefined) resolveAddresses(document, base)
  const found = await contentOf(document)
  if (!found) throw failure('page-without-text', { input: name })
  report('page-read', { page: name, how: found.how, lost: lostWith(facts) }, { post: facts.url || slug })
  const site = siteOf(facts.url, facts.siteName || undefined)
  const { id, authors, published, modified, language, terms, image, excerpt } = facts
  return {
    ...(id === undefined ? {} : { id }),
    url: facts.url,
    slug,
    title: facts.title as SourceHtml,
    content: found.html as SourceHtml,
    ...(excerpt === '' ? {} : { excerpt: excerpt as SourceHtml }),
    authors,
    ...(published ? { published } : {}),
    ...(modified ? { modified } : {}),
    ...(language ? { language } : {}),
    ...(site ? { site } : {}),
    terms,
    ...(image ? { featuredImage: { url: image, alt: '' } } : {}),
    ...(settings.mediaFolder === undefined ? {} : { mediaFolder: settings.mediaFolder }),
  }
}

function lastSegment(url: string): string | undefined {
  const parts = url === '' ? [] : new URL(url).pathname.split('/').filter((part) => part !== '')
  return parts.at(-1)?.replace(/\.html?$/i, '')
}

/** What the API would tell, and this page does not. */
function lostWith({ authors, published, modified, terms, url }: PageFacts): string {
  const missing = [
    ...(url === '' ? ['its address'] : []),
    ...(authors.length === 0 ? ['its author'] : []),
    ...((published ?? modified) ? [] : ['its date']),
    ...(terms.length === 0 ? ['its categories'] : []),
    'notes that the editor keeps beside the text',
  ]
  return missing.join(', ')
}
