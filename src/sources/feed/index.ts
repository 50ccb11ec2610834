// A feed to posts: the newest ones of a site, often ten, and often no more than their beginnings.

import { failure, type ReportFn } from '../../diagnostics.js'
import type { Post } from '../../model.js'
import { plainText } from '../plain-text.js'
import { webAddress } from '../web-address.js'
import { Faults } from '../xml/faults.js'
import { fieldOf, textOf, type XmlNode } from '../xml/node.js'
import { createRecordReader } from '../xml/records.js'
import { atomEntry } from './atom.js'
import { type Channel, postOfFeed } from './entry.js'
import { rssEntry } from './rss.js'

export interface FeedSettings {
  /** How the report names the feed. @default its address */
  readonly name?: string
  /** In MB. @default 20 */
  readonly maxInput?: number
}

/**
 * The posts of an RSS or Atom feed, in its order.
 *
 * @param url where the feed is from: what relative addresses are resolved against; empty where nobody knows.
 * @throws `no-posts`
 */
export function readFeed(text: string, url: string, report: ReportFn, settings: FeedSettings = {}): Post[] {
  const { name = url || '(feed)', maxInput = 20 } = settings
  const faults = new Faults()
  const reader = createRecordReader({ input: name, maxInput, faults })
  const nodes = [...reader.write(text), ...reader.end()]
  faults.tell(name, report)
  const channel = channelOf(nodes)
  const base = webAddress(url) ?? linkOf(nodes)
  const entries = nodes.flatMap((node) => entryOf(node, base) ?? [])
  const read = entries.map((entry) => ({ entry, made: postOfFeed(entry, channel) }))
  const found = read.flatMap(({ made }) => made ?? [])
  if (found.length === 0) throw failure('no-posts', { input: name })
  for (const { entry } of read.filter(({ made }) => made === undefined)) {
    const fact = `The entry "${plainText(entry.title)}" of the feed ${name} has no text`
    report('post-left-out', { fact, remedy: 'Take it from the site itself.' })
  }
  const cut = found.filter(({ isExcerpt }) => isExcerpt)
  const [first] = cut
  if (first) report('feed-excerpts', { input: name, count: cut.length, first: plainText(first.post.title) })
  return found.map(({ post }) => post)
}

/** Where a feed says that it or its site is. */
function linkOf(nodes: readonly XmlNode[]): string {
  const links = nodes.filter(({ name }) => name === 'link' || name === 'atom:link')
  return links.map((node) => webAddress(node.attributes.href ?? textOf(node))).find((link) => link !== undefined) ?? ''
}

function entryOf(node: XmlNode, url: string) {
  if (node.name === 'item') return rssEntry(node, url)
  return node.name === 'entry' || node.name === 'atom:entry' ? atomEntry(node, url) : undefined
}

/** RSS 2.0 and Atom say it beside the entries, RSS 1.0 in an element of its own. */
function channelOf(nodes: readonly XmlNode[]): Channel {
  const rdf = nodes.find(({ name }) => name === 'channel')
  const said = (name: string) => {
    const node = nodes.find((one) => one.name === name || one.name === `atom:${name}`)
    return node ? textOf(node) : rdf ? fieldOf(rdf, name) : ''
  }
  return { title: plainText(said('title')), language: said('language') || said('dc:language') || undefined }
}
