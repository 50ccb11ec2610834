// What a page says of its post besides the text: in structured data (schema.org), in its head (Open Graph), and in the
// marks that WordPress and its themes leave.

import type { Author, Post } from '../../model.js'
import { isoDate } from '../feed/dates.js'
import { languageOf, languageOfAddress } from '../language.js'
import { plainText } from '../plain-text.js'
import { webAddress } from '../web-address.js'
import { escapeText } from '../xml/node.js'
import { type Facts, type PageDocument, structuredData } from './dom.js'

export interface PageFacts extends Pick<Post, 'id' | 'authors' | 'published' | 'modified' | 'language' | 'terms'> {
  readonly url: string
  /** Markup. */
  readonly title: string
  readonly siteName: string
  readonly excerpt: string
  readonly image: string | undefined
}

/** @param given the address of the page, where somebody said it. */
export function factsOf(document: PageDocument, html: string, given: string): PageFacts {
  const nodes = structuredData(document)
  const article = nodes.find(isArticle) ?? {}
  const meta = metaOf(document)
  const url = webAddress(given) ?? addressOf(document, html, meta) ?? ''
  const id = idOf(document)
  const published = firstDate(article.datePublished, meta('article:published_time'), timeOf(document, 'published'))
  const modified = firstDate(article.dateModified, meta('article:modified_time'), timeOf(document, 'updated'))
  const language =
    languageOf([textIn(article.inLanguage), document.documentElement.getAttribute('lang') ?? '', meta('og:locale')]) ??
    languageOfAddress(url, undefined)
  return {
    ...(id === undefined ? {} : { id }),
    url,
    title: titleOf(document, article, meta),
    siteName: plainText(meta('og:site_name') || textIn(nodes.find((node) => isA(node, 'WebSite'))?.name)),
    excerpt: escapeText(plainText(textIn(article.description) || meta('og:description') || meta('description'))),
    authors: authorsOf(document, article, nodes, meta),
    ...(published ? { published } : {}),
    ...(modified ? { modified } : {}),
    ...(language ? { language } : {}),
    terms: termsOf(document),
    image: webAddress(meta('og:image'), url) ?? webAddress(imageIn(article.image, nodes), url),
  }
}

function isA(node: Facts, ...types: readonly string[]): boolean {
  return [node['@type']].flat().some((type) => types.includes(String(type)))
}

function isArticle(node: Facts): boolean {
  return isA(
    node,
    'Article',
    'BlogPosting',
    'NewsArticle',
    'TechArticle',
    'ScholarlyArticle',
    'Report',
    'SocialMediaPosting',
  )
}

function textIn(value: unknown): string {
  const [first] = [value].flat()
  return typeof first === 'string' ? first.trim() : ''
}

type Meta = (name: string) => string

function metaOf(document: PageDocument): Meta {
  const found = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? ''
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), meta.getAttribute('content')?.trim() ?? '')
  }
  return (name) => found.get(name) ?? ''
}

/** Browsers write into a page that they save where it is from. */
const savedFrom = /<!-- saved from url=\(\d{1,6}\)(\S{1,2000}) -->/

function addressOf(document: PageDocument, html: string, meta: Meta): string | undefined {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? undefined
  const saved = savedFrom.exec(html.slice(0, 10_000))?.[1]
  return webAddress(canonical) ?? webAddress(meta('og:url')) ?? webAddress(saved)
}

/** Themes mark the body with it; the short link has it in any case. */
function idOf(document: PageDocument): number | undefined {
  const classes = document.body?.getAttribute('class') ?? ''
  const short = document.querySelector('link[rel~="shortlink"]')?.getAttribute('href') ?? ''
  const found =
    /\b(?:postid|page-id)-(\d{1,15})\b/.exec(classes)?.[1] ?? /[?&](?:p|page_id)=(\d{1,15})$/.exec(short)?.[1]
  return found === undefined ? undefined : Number(found)
}

function firstDate(...texts: readonly unknown[]): string | undefined {
  return texts.map((text) => isoDate(textIn(text))).find((date) => date !== undefined)
}

function timeOf(document: PageDocument, name: string): string {
  return document.querySelector(`time.${name}[datetime]`)?.getAttribute('datetime') ?? ''
}

const titleMarks = '.entry-title, h1.wp-block-post-title, .wp-block-post-title, .post-title, h1[itemprop="headline"]'

function titleOf(document: PageDocument, article: Facts, meta: Meta): string {
  // A page of one post marks one title so; lists of related posts mark each of theirs.
  const marked = [...document.querySelectorAll(titleMarks)]
  const shown = marked.find(({ localName }) => localName === 'h1') ?? (marked.length === 1 ? marked[0] : undefined)
  if (shown && plainText(shown.innerHTML) !== '') return shown.innerHTML
  const said = textIn(article.headline) || textIn(article.name) || meta('og:title')
  const headings = [...document.querySelectorAll('h1')]
  const only = headings.length === 1 ? headings[0]?.innerHTML : undefined
  const title = document.querySelector('title')?.textContent ?? ''
  return (said === '' ? only : escapeText(plainText(said))) ?? escapeText(plainText(title))
}

function authorsOf(document: PageDocument, article: Facts, nodes: readonly Facts[], meta: Meta): readonly Author[] {
  const said = [article.author].flat().flatMap((value) => personIn(value, nodes))
  if (said.length > 0) return said
  const shown = document.querySelector('.author.vcard .fn, .author.vcard, [rel~="author"], .wp-block-post-author-name')
  const name = plainText(meta('author') || (shown?.textContent ?? ''))
  return name === '' ? [] : [{ name }]
}

/** An author by name, or by the id of a node that has one. */
function personIn(value: unknown, nodes: readonly Facts[]): readonly Author[] {
  if (typeof value === 'string') return plainText(value) === '' ? [] : [{ name: plainText(value) }]
  const { name, url, '@id': id } = Object(value) as Facts
  const named =
    textIn(name) === '' ? nodes.find((node) => id !== undefined && node['@id'] === id && textIn(node.name)) : undefined
  const found = plainText(textIn(name) || textIn(named?.name))
  const address = webAddress(textIn(url) || textIn(named?.url))
  return found === '' ? [] : [{ name: found, ...(address ? { url: address } : {}) }]
}

function imageIn(value: unknown, nodes: readonly Facts[]): string {
  const [first] = [value].flat()
  if (typeof first === 'string') return first
  const { url, contentUrl, '@id': id } = Object(first) as Facts
  const named = nodes.find((node) => id !== undefined && node['@id'] === id && node !== first)
  return textIn(url) || textIn(contentUrl) || textIn(named?.url) || textIn(named?.contentUrl)
}

function termsOf(document: PageDocument): Post['terms'] {
  const named = (selector: string, taxonomy: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => ({
      taxonomy,
      name: plainText(escapeText(textContent ?? '')),
    }))
  // WordPress marks the links to a post's categories `category tag`, and those to its tags `tag`.
  const all = [...named('a[rel~="category"]', 'category'), ...named('a[rel~="tag"]:not([rel~="category"])', 'post_tag')]
  const isNew = ({ taxonomy, name }: (typeof all)[number], index: number) =>
    name !== '' && all.findIndex((one) => one.taxonomy === taxonomy && one.name === name) === index
  return all.filter(isNew)
}
