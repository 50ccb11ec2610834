// RSS 2.0 and its older relatives, 1.0 (RDF) among them. https://www.rssboard.org/rss-specification,
// https://web.resource.org/rss/1.0/spec

import { webAddress } from '../web-address.js'
import { childrenOf, fieldOf, textOf, type XmlNode } from '../xml/node.js'
import { dateOf, isoDate } from './dates.js'
import type { FeedEntry } from './entry.js'

export function rssEntry(item: XmlNode, base: string): FeedEntry {
  const guid = fieldOf(item, 'guid').trim()
  const about = item.attributes['rdf:about']
  const url = webAddress(fieldOf(item, 'link'), base) ?? webAddress(guid) ?? webAddress(about) ?? ''
  const creators = [...childrenOf(item, 'dc:creator'), ...childrenOf(item, 'author')].map(textOf)
  return {
    id: idIn(guid),
    url,
    title: fieldOf(item, 'title'),
    content: fieldOf(item, 'content:encoded'),
    summary: fieldOf(item, 'description'),
    authors: creators.map(withoutMail),
    published: dateOf(fieldOf(item, 'pubDate')) ?? isoDate(fieldOf(item, 'dc:date')),
    modified: isoDate(fieldOf(item, 'atom:updated')),
    categories: [...childrenOf(item, 'category'), ...childrenOf(item, 'dc:subject')].map(textOf),
    language: fieldOf(item, 'dc:language') || undefined,
    image: pictureOf(item, url),
  }
}

/** WordPress names its entries `https://example.org/?p=12`. */
function idIn(guid: string): number | undefined {
  const found = /[?&](?:p|page_id)=(\d{1,15})$/.exec(guid)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** RSS 2.0 has authors as `mail@example.org (Name)`. */
function withoutMail(author: string): string {
  const [, name] = /^\S+@\S+\s+\((.*)\)$/.exec(author.trim()) ?? []
  return name ?? author
}

function pictureOf(item: XmlNode, base: string): string | undefined {
  const media = [...childrenOf(item, 'media:content'), ...childrenOf(item, 'enclosure')].filter(
    ({ attributes: { medium, type } }) => medium === 'image' || type?.startsWith('image/'),
  )
  const shown = [...media, ...childrenOf(item, 'media:thumbnail')]
  return shown.map(({ attributes }) => webAddress(attributes.url, base)).find((url) => url !== undefined)
}
