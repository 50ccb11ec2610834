// What a page of WordPress says in its headers and its head of where else it is to be had.

import { plainText } from '../plain-text.js'
import { webAddress } from '../web-address.js'

/** Where a page leads, in absolute addresses. */
export interface PageLinks {
  /** The REST API: `rel="https://api.w.org/"`. */
  readonly api?: string
  /** What the page shows, as the REST API has it: `rel="alternate" type="application/json"`. */
  readonly json?: string
  readonly feed?: string
  readonly shortlink?: string
  /** What the site calls itself: as it tells other sites, else in the title of its feed, `The Bakery » Feed`. */
  readonly siteName?: string
}

interface Link {
  readonly rel: string
  readonly type: string
  readonly href: string
  readonly title?: string
}

/** The head of a page is short; links in a text are not meant. */
const headCharacters = 400_000

/** The links of a page at `base`, those of the header before those of the markup. */
export function linksOf(header: string | undefined, html: string, base: string): PageLinks {
  const links = [...headerLinks(header ?? ''), ...headLinks(html)]
  const find = (wanted: (link: Link) => boolean) => webAddress(links.find(wanted)?.href, base)
  const feed = links.find(({ rel, type, href }) => rel === 'alternate' && isFeed(type) && !href.includes('/comments/'))
  return Object.fromEntries(
    Object.entries({
      siteName: openGraphName(html) || plainText(/^(.+?)\s+(?:»|&raquo;|&#187;)/.exec(feed?.title ?? '')?.[1] ?? ''),
      api: find(({ rel }) => rel === 'https://api.w.org/'),
      json: find(({ rel, type }) => rel === 'alternate' && type === 'application/json'),
      feed: webAddress(feed?.href, base),
      shortlink: find(({ rel }) => rel === 'shortlink'),
    }).filter(([, value]) => value),
  )
}

function isFeed(type: string): boolean {
  return type === 'application/rss+xml' || type === 'application/atom+xml'
}

// RFC 8288 §3: `<address>; rel="…"; type="…"`, several of them between commas.
function headerLinks(header: string): Link[] {
  return [...header.matchAll(/<([^<>]*)>([^<]*)/g)].map(([, href = '', rest = '']) => ({
    rel: parameter(rest, 'rel'),
    type: parameter(rest, 'type'),
    href,
  }))
}

function parameter(text: string, name: string): string {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;,"]+))`, 'i').exec(text) ?? []
  return (quoted ?? bare ?? '').toLowerCase()
}

function headOf(html: string): string {
  const end = html.search(/<body\b/i)
  return html.slice(0, Math.min(end < 0 ? html.length : end, headCharacters))
}

function openGraphName(html: string): string {
  const tags = [...headOf(html).matchAll(/<meta\b([^<>]*)>/gi)].map(([, attributes = '']) => attributes)
  const found = tags.find((attributes) => attribute(attributes, 'property') === 'og:site_name')
  return plainText(attribute(found ?? '', 'content'))
}

function headLinks(html: string): Link[] {
  return [...headOf(html).matchAll(/<link\b([^<>]*)>/gi)].map(([, attributes = '']) => ({
    rel: attribute(attributes, 'rel').toLowerCase(),
    type: attribute(attributes, 'type').toLowerCase(),
    href: plainText(attribute(attributes, 'href')),
    title: attribute(attributes, 'title'),
  }))
}

function attribute(attributes: string, name: string): string {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
  const [, double, single, bare] = pattern.exec(attributes) ?? []
  return double ?? single ?? bare ?? ''
}

/** Whether WordPress.com made the page: its sites have their API elsewhere. */
export function isOfWordPressCom(html: string, address: string): boolean {
  if (/(^|\.)wordpress\.com$/.test(new URL(address).hostname)) return true
  return /<meta\b[^<>]*\bgenerator\b[^<>]*\bcontent=["']WordPress\.com["']/i.test(html.slice(0, headCharacters))
}
