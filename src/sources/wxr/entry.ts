// One entry of an export: a post, a page, a file of the media library, a reusable block, a menu item …
// https://developer.wordpress.org/ has no page for the format; its fields are those of the posts table.

import type { Author } from '../../model.js'
import { dateOf } from '../feed/dates.js'
import type { PostFacts } from '../filter.js'
import { plainText } from '../plain-text.js'
import { timestampOf } from '../timestamp.js'
import { childrenOf, fieldOf, textOf, type XmlNode } from '../xml/node.js'

/** Authors by their logins, with the slugs that exports call them by. */
export type Authors = ReadonlyMap<string, Author>

export interface EntryFacts extends PostFacts {
  readonly parent: number
  readonly type: string
  /** Slugs. */
  readonly categories: readonly string[]
}

export function factsOfEntry(item: XmlNode, authors: Authors): EntryFacts {
  const login = fieldOf(item, 'dc:creator').trim()
  const id = numberIn(item, 'wp:post_id')
  const published = datesOf(item).published
  const terms = termsOf(item)
  return {
    ...(id > 0 ? { id } : {}),
    slug: fieldOf(item, 'wp:post_name').trim(),
    title: plainText(fieldOf(item, 'title')),
    // The oldest exports have posts alone.
    type: fieldOf(item, 'wp:post_type').trim() || 'post',
    status: statusOf(item),
    published,
    terms: terms.map(({ taxonomy, name, slug }) => ({ taxonomy, names: [name, slug] })),
    categories: terms.flatMap(({ taxonomy, slug }) => (taxonomy === 'category' ? [slug] : [])),
    authors: [login, authors.get(login)?.name ?? ''].filter((name) => name !== ''),
    menuOrder: numberIn(item, 'wp:menu_order'),
    parent: numberIn(item, 'wp:post_parent'),
    text: () => plainText(fieldOf(item, 'content:encoded')),
  }
}

/** A password keeps a published post from readers of the site. */
function statusOf(item: XmlNode): string {
  const status = fieldOf(item, 'wp:status').trim() || 'publish'
  return status === 'publish' && fieldOf(item, 'wp:post_password').trim() !== '' ? 'protected' : status
}

export function numberIn(item: XmlNode, name: string): number {
  const text = fieldOf(item, name).trim()
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

export function datesOf(item: XmlNode) {
  const pair = (name: string) => timestampOf(fieldOf(item, name), fieldOf(item, `${name}_gmt`))
  return { published: pair('wp:post_date') ?? dateOf(fieldOf(item, 'pubDate')), modified: pair('wp:post_modified') }
}

interface EntryTerm {
  readonly taxonomy: string
  readonly name: string
  readonly slug: string
}

/** The terms of an entry, each once: old exports name each twice, and call tags `tag`. */
export function termsOf(item: XmlNode): readonly EntryTerm[] {
  const terms = childrenOf(item, 'category').map((node): EntryTerm => {
    const { domain = 'category', nicename = '' } = node.attributes
    return { taxonomy: domain === 'tag' ? 'post_tag' : domain, name: plainText(textOf(node)), slug: nicename }
  })
  const isNew = (term: EntryTerm, index: number) =>
    terms.findIndex(({ taxonomy, name }) => taxonomy === term.taxonomy && name === term.name) === index
  return terms.filter((term, index) => term.name !== '' && isNew(term, index))
}

/** The value of a field of the post's metadata; the last one counts, as in WordPress. */
export function metaOf(item: XmlNode, key: string): string | undefined {
  const found = childrenOf(item, 'wp:postmeta').findLast((meta) => fieldOf(meta, 'wp:meta_key').trim() === key)
  return found && fieldOf(found, 'wp:meta_value')
}
