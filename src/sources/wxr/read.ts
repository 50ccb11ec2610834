// An export of WordPress (WXR), read twice: once for what is in it and which posts are asked for, once for those.
// Memory follows the posts that are taken and the list of the media library, not the size of the export.

import { failure, type ReportFn } from '../../diagnostics.js'
import type { Author, Post } from '../../model.js'
import type { ByteSource } from '../bytes.js'
import { encodingOf, textPieces } from '../encoding.js'
import { arranged, isOfKind, isSelected, type Selection } from '../filter.js'
import { plainText } from '../plain-text.js'
import { hasMedia, hasText } from '../rest-post.js'
import { Faults } from '../xml/faults.js'
import { detached, fieldOf, textOf, type XmlNode } from '../xml/node.js'
import { createRecordReader } from '../xml/records.js'
import { CategoryTree } from './categories.js'
import { type EntryFacts, factsOfEntry } from './entry.js'
import { ExportLibrary } from './library.js'
import { type Export, postOfEntry } from './post.js'

export interface ExportSettings extends Selection {
  readonly maxInput: number
}

const skipped = new Set(['wp:comment'])

/**
 * The posts of an export that are asked for: published posts, where nothing is said.
 *
 * @throws `none-selected`, `post-empty`, `content-too-large`, or what reading the bytes throws.
 */
export async function readExport(
  source: ByteSource,
  settings: ExportSettings,
  report: ReportFn,
): Promise<readonly Post[]> {
  const label = await encodingOf(source, report)
  const items = (faults: Faults) => records({ ...source, label }, settings.maxInput, faults)
  const faults = new Faults()
  const survey = await surveyOf(items(faults), settings)
  faults.tell(source.name, report)
  tellLeftOut(survey, source.name, report)
  const chosen = arranged(survey.found, settings, ({ facts }) => facts)
  if (chosen.length === 0) throw failure('none-selected', { input: source.name, which: whatIsThere(survey) })
  const posts = await postsAt(new Set(chosen.map(({ number }) => number)), items(new Faults()), survey.from, report)
  const inOrder = chosen.flatMap(({ number }) => posts.get(number) ?? [])
  return withContent(inOrder, report)
}

async function* records(
  { name, label, pieces }: ByteSource & { readonly label: string },
  maxInput: number,
  faults: Faults,
): AsyncGenerator<XmlNode> {
  const reader = createRecordReader({ input: name, maxInput, faults, skipped })
  for await (const text of textPieces({ label, pieces })) yield* reader.write(text)
  yield* reader.end()
}

/** An entry that is asked for, by its place among the entries. */
interface Found {
  readonly number: number
  readonly facts: EntryFacts
}

interface Survey {
  readonly from: Export
  readonly found: readonly Found[]
  /** How many entries of which kind were not of the kind asked for. */
  readonly leftOut: ReadonlyMap<string, number>
}

async function surveyOf(nodes: AsyncIterable<XmlNode>, settings: ExportSettings): Promise<Survey> {
  const channel = new Map<string, string>()
  const categories = new CategoryTree(settings.category)
  const authors = new Map<string, Author>()
  const library = new ExportLibrary(settings.maxInput)
  const entries: Found[] = []
  const leftOut = new Map<string, number>()
  let number = 0
  const learn = (node: XmlNode) => {
    if (node.name === 'wp:author') addAuthor(node, authors)
    else if (node.name === 'wp:category') categories.add(node)
    else if (node.children.length === 0 && !channel.has(node.name))
      channel.set(node.name, detached(textOf(node).trim()))
  }
  for await (const node of nodes) {
    if (node.name !== 'item') {
      learn(node)
      continue
    }
    const facts = factsOfEntry(node, authors)
    library.add(node, facts.type)
    const category = categories.holds(facts.categories) ? undefined : settings.category
    if (isSelected(facts, { ...settings, category })) entries.push({ number, facts: kept(facts) })
    else if (!isOfKind(facts, settings)) count(leftOut, kindOf(facts))
    number += 1
  }
  return { from: { ...siteFacts(channel), authors, library }, found: entries, leftOut }
}

/** Without the way to the text: it would keep the text of every post that is found. */
function kept({ text: _, ...facts }: EntryFacts): EntryFacts {
  return { ...detached(facts), text: () => '' }
}

function siteFacts(channel: ReadonlyMap<string, string>): Pick<Export, 'title' | 'url' | 'language'> {
  return {
    title: plainText(channel.get('title') ?? ''),
    url: channel.get('wp:base_blog_url') ?? channel.get('link') ?? '',
    language: channel.get('language') ?? '',
  }
}

function addAuthor(node: XmlNode, authors: Map<string, Author>): void {
  const login = fieldOf(node, 'wp:author_login').trim()
  const parts = [fieldOf(node, 'wp:author_first_name'), fieldOf(node, 'wp:author_last_name')]
  const name = plainText(fieldOf(node, 'wp:author_display_name')) || plainText(parts.join(' ')) || login
  if (login !== '') authors.set(detached(login), detached({ name }))
}

function kindOf({ type, status }: EntryFacts): string {
  return status === 'publish' || status === 'inherit' ? type : `${status} ${type}`
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** What posts are made with, and nobody would read by itself. */
const supporting = new Set([
  'attachment',
  'wp_block',
  'nav_menu_item',
  'wp_navigation',
  'wp_template',
  'wp_global_styles',
])

function tellLeftOut({ leftOut, found }: Survey, input: string, report: ReportFn): void {
  const readable = [...leftOut].filter(([kind]) => !supporting.has(kind))
  if (readable.length === 0 || found.length === 0) return
  const total = readable.reduce((sum, [, number]) => sum + number, 0)
  report('entries-left-out', { input, count: total, which: listed(readable) })
}

function whatIsThere({ leftOut }: Survey): string {
  return leftOut.size === 0 ? '' : ` (there are, by kind: ${listed([...leftOut])})`
}

function listed(counts: readonly (readonly [string, number])[]): string {
  const sorted = counts.toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const shown = sorted.slice(0, 8).map(([kind, number]) => `${kind} ${number}`)
  return [...shown, ...(sorted.length > 8 ? [`and ${sorted.length - 8} more kinds`] : [])].join(', ')
}

async function postsAt(
  wanted: ReadonlySet<number>,
  nodes: AsyncIterable<XmlNode>,
  from: Export,
  report: ReportFn,
): Promise<ReadonlyMap<number, Post>> {
  const posts = new Map<number, Post>()
  let number = 0
  for await (const node of nodes) {
    if (node.name !== 'item') continue
    if (wanted.has(number)) posts.set(number, postOfEntry(node, from, report))
    number += 1
    if (posts.size === wanted.size) break
  }
  return posts
}

/** An export holds posts that are empty, or whose text a page builder keeps elsewhere. */
function withContent(posts: readonly Post[], report: ReportFn): readonly Post[] {
  const isFull = ({ content }: Post) => hasText(content) || hasMedia(content)
  const full = posts.filter(isFull)
  const [first] = posts
  if (full.length === 0 && first)
    throw failure(first.excerpt ? 'post-excerpt-only' : 'post-empty', { post: nameOf(first) })
  for (const post of posts.filter((one) => !isFull(one))) {
    const fact = `Post ${nameOf(post)} has no content`
    report(
      'post-left-out',
      { fact, remedy: 'Its text may be in a page builder; take it from the site.' },
      { post: post.url || post.slug },
    )
  }
  return full
}

function nameOf({ id, slug, title }: Post): string {
  return `${id ?? slug}${hasText(title) ? ` ("${plainText(title)}")` : ''}`
}
