// An entry of an export to a Post, with its author, files and notes beside it.

import type { ReportFn } from '../../diagnostics.js'
import type { Post, Site, SourceHtml } from '../../model.js'
import { footnotesOf } from '../footnotes.js'
import { languageOf, languageOfAddress } from '../language.js'
import { plainText } from '../plain-text.js'
import { renderRaw } from '../raw/render.js'
import { hasText, siteOf } from '../rest-post.js'
import { slugOf } from '../slug.js'
import { webAddress } from '../web-address.js'
import { fieldOf, type XmlNode } from '../xml/node.js'
import { type Authors, datesOf, metaOf, numberIn, termsOf } from './entry.js'
import type { ExportLibrary } from './library.js'

/** What the export says of the site and of more than one post. */
export interface Export {
  readonly title: string
  readonly url: string
  readonly language: string
  readonly authors: Authors
  readonly library: ExportLibrary
}

export function postOfEntry(item: XmlNode, from: Export, report: ReportFn): Post {
  const id = numberIn(item, 'wp:post_id')
  const url = webAddress(fieldOf(item, 'link')) ?? webAddress(fieldOf(item, 'guid')) ?? ''
  const title = fieldOf(item, 'title')
  const slug = slugOf([fieldOf(item, 'wp:post_name'), plainText(title)], id > 0 ? `post-${id}` : 'post')
  const { published, modified } = datesOf(item)
  const language = languageOfAddress(url, undefined) ?? languageOf([from.language])
  const site = siteOfExport(from) ?? siteOf(url, undefined)
  const excerpt = fieldOf(item, 'excerpt:encoded')
  const footnotes = footnotesOf(metaOf(item, 'footnotes'))
  const { library } = from
  const featuredImage = featuredImageOf(item, from)
  const context = { post: url || slug, postId: id, attachments: library, reusable: library.reusable, report }
  return {
    ...(id > 0 ? { id } : {}),
    url,
    slug,
    title: title as SourceHtml,
    content: renderRaw(fieldOf(item, 'content:encoded'), context) as SourceHtml,
    ...(hasText(excerpt) ? { excerpt: excerpt as SourceHtml } : {}),
    authors: authorsOf(item, from.authors),
    ...(published ? { published } : {}),
    ...(modified ? { modified } : {}),
    ...(language ? { language } : {}),
    ...(site ? { site } : {}),
    terms: termsOf(item).map(({ taxonomy, name }) => ({ taxonomy, name })),
    ...(featuredImage ? { featuredImage } : {}),
    ...(footnotes.length > 0 ? { footnotes } : {}),
  }
}

function authorsOf(item: XmlNode, authors: Authors): Post['authors'] {
  const login = fieldOf(item, 'dc:creator').trim()
  const known = authors.get(login)
  if (known) return [known]
  const name = plainText(login)
  return name === '' ? [] : [{ name }]
}

function featuredImageOf(item: XmlNode, { library }: Export): Post['featuredImage'] {
  const id = metaOf(item, '_thumbnail_id')?.trim() ?? ''
  const file = /^\d{1,15}$/.test(id) ? library.byId(Number(id)) : undefined
  return file && { url: file.url, alt: file.alt }
}

function siteOfExport({ title, url }: Export): Site | undefined {
  const address = webAddress(url)
  if (!address) return undefined
  const site = siteOf(address, title)
  // A site may be in a folder of its host.
  return site && { ...site, url: address.endsWith('/') ? address : `${address}/` }
}
