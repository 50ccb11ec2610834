// What visitors see: the pages of the theme, with what WordPress writes into their heads, and the feed.

import { type Content, type FakePost, local } from './content.js'
import { linkOf } from './rest.js'
import type { FakeSettings } from './settings.js'

export interface Place {
  readonly home: string
  /** The root of the API as a page names it. */
  readonly root: string
  readonly path: string
  readonly params: URLSearchParams
}

export interface PageReply {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

export function pageReply(place: Place, content: Content, settings: FakeSettings): PageReply {
  const { path, params, home } = place
  const isFeed = /(?:^|\/)feed\/$/.test(path) || params.has('feed')
  if (isFeed) return settings.feed ? feed(place, content) : notFound()
  const archive = archiveOf(path, content)
  if (archive) return theme(place, settings, archive.name, '<p>Posts.</p>', archive.json)
  if (path === '' && !params.has('p')) return theme(place, settings, 'The Bakery', '<p>Welcome.</p>')
  const post = content.posts.find((one) => isAt(one, path, params) && one.status === 'publish')
  if (!post) return notFound()
  const text = post.password === undefined ? post.content : '<form class="post-password-form"></form>'
  const body = `<article><h1>${post.title}</h1><div class="entry-content">${text}</div></article>${jsonLd(post, home)}`
  return theme(place, settings, post.title, body, `wp/v2/${post.type}s/${post.id}`)
}

function isAt({ id, slug }: FakePost, path: string, params: URLSearchParams): boolean {
  return params.has('p') ? Number(params.get('p')) === id : path.replace(/\/$/, '').split('/').at(-1) === slug
}

function archiveOf(path: string, { categories, tags, users }: Content): { name: string; json: string } | undefined {
  const [, kind = '', slug] = /^(category|tag|author)\/([\w-]+)\/$/.exec(path) ?? []
  const [list, base] =
    { category: [categories, 'categories'], tag: [tags, 'tags'], author: [users, 'users'] }[kind] ?? []
  const found = Array.isArray(list) ? list.find((one) => one.slug === slug) : undefined
  return found && { name: found.name, json: `wp/v2/${String(base)}/${found.id}` }
}

function theme(place: Place, { announces }: FakeSettings, title: string, body: string, json?: string): PageReply {
  const { root, home } = place
  const alternate = json && `${root.replace(/\/$/, '')}/${json}`.replace('?rest_route=/', '?rest_route=%2F')
  const links = announces.includes('markup')
    ? [
        `<link rel="https://api.w.org/" href="${root}" />`,
        alternate && `<link rel="alternate" title="JSON" type="application/json" href="${alternate}" />`,
      ]
    : []
  const header = announces.includes('header')
    ? [
        `<${root}>; rel="https://api.w.org/"`,
        alternate && `<${alternate}>; rel="alternate"; title="JSON"; type="application/json"`,
      ]
    : []
  const head = [
    '<meta charset="UTF-8" />',
    `<title>${title} &#8211; The Bakery</title>`,
    `<link rel="alternate" type="application/rss+xml" title="The Bakery &raquo; Feed" href="${home}/feed/" />`,
    ...links.filter(Boolean),
  ]
  return {
    status: 200,
    type: 'text/html; charset=UTF-8',
    body: `<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body}\n</body>\n</html>\n`,
    headers: header.length > 0 ? { link: header.filter(Boolean).join(', ') } : {},
  }
}

function jsonLd(post: FakePost, home: string): string {
  const object = {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: post.title,
    datePublished: `${local(post.date)}+01:00`,
    author: { '@type': 'Person', name: 'Alma Berg' },
    mainEntityOfPage: linkOf(post, home),
  }
  return `<script type="application/ld+json">${JSON.stringify(object)}</script>`
}

export function notFound(): PageReply {
  return {
    status: 404,
    type: 'text/html; charset=UTF-8',
    body: '<!DOCTYPE html><html><head><title>Page not found &#8211; The Bakery</title></head><body><p>Nothing.</p></body></html>',
    headers: {},
  }
}

const perFeed = 10

function feed({ home, path, params }: Place, content: Content): PageReply {
  const [, slug] = /^(?:([\w-]+)\/)?feed\/$/.exec(path) ?? []
  const found = content.posts
    .filter((post) => post.type === 'post' && post.status === 'publish' && post.password === undefined)
    .filter((post) => isInFeed(post, slug, params, content))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
  const page = Number(params.get('paged') ?? 1)
  const shown = found.slice((page - 1) * perFeed, page * perFeed)
  if (shown.length === 0) return notFound()
  const items = shown.map((post) => item(post, home, content))
  const channel = `<title>The Bakery</title><link>${home}/</link><language>en-GB</language>${items.join('')}`
  return {
    status: 200,
    type: 'application/rss+xml; charset=UTF-8',
    body: `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}</channel></rss>`,
    headers: {},
  }
}

function isInFeed(post: FakePost, slug: string | undefined, params: URLSearchParams, content: Content): boolean {
  const number = (list: readonly { id: number; slug: string }[], name: string) =>
    list.find((one) => one.slug === params.get(name))?.id ?? -1
  return (
    (slug === undefined || post.slug === slug) &&
    (!params.has('category_name') || post.categories.includes(number(content.categories, 'category_name'))) &&
    (!params.has('tag') || post.tags.includes(number(content.tags, 'tag'))) &&
    (!params.has('author_name') || post.author === number(content.users, 'author_name'))
  )
}

function item(post: FakePost, home: string, { users }: Content): string {
  const author = users.find(({ id }) => id === post.author)?.name
  const date = new Date(`${post.date}Z`).toUTCString().replace('GMT', '+0000')
  return `<item><title>${post.title}</title><link>${linkOf(post, home)}</link><dc:creator><![CDATA[${author}]]></dc:creator><pubDate>${date}</pubDate><guid isPermaLink="false">${home}/?p=${post.id}</guid><description><![CDATA[${post.excerpt}]]></description><content:encoded><![CDATA[${post.content}]]></content:encoded></item>`
}
