// From inputs to posts: the first stage of a build.

import { failure, type ReportFn } from '../diagnostics.js'
import type { Post } from '../model.js'
import type { Options } from '../options.js'
import { type ByteSource, fileSource, streamSource } from './bytes.js'
import { decodeText } from './decode.js'
import { encodingOf, textPieces } from './encoding.js'
import { arranged, factsOf, isSelected, type Selection } from './filter.js'
import { findJson } from './json.js'
import { looksLike } from './kind.js'
import { inputsOf } from './list.js'
import { withoutRepeated } from './repeated.js'
import { looksLikeRest, postsOf } from './rest-response.js'
import { webAddress } from './web-address.js'

const standardInputName = '(standard input)'

export interface SourceContext {
  readonly report: ReportFn
  /** Read when the input is `-`. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined
  readonly signal?: AbortSignal | undefined
  /** Reads what is at a web address. */
  readonly readSite?: (address: string) => Promise<readonly Post[]>
}

export interface SourceSettings extends Selection {
  /** In MB of 1 000 000 bytes; an export may be a hundred times larger, for it is read in pieces. */
  readonly maxInput: number
  /** Where a saved page, a feed or standard input comes from. */
  readonly url?: string | undefined
}

/**
 * Reads the posts of an input: a file of any kind that is known, `-` for standard input, `@list.txt`, a list of these,
 * or what the REST API answered, parsed. A post that comes several times is taken once.
 *
 * Every post of a REST answer is good, or the error names the one that is not; of several, one without content is left
 * out and reported.
 *
 * @throws an `OffprintError` with exit code 3, or `interrupted`.
 */
export async function readPosts(
  input: Options['input'],
  settings: SourceSettings,
  context: SourceContext,
): Promise<readonly Post[]> {
  if (!isNames(input)) {
    const posts = withoutRepeated(postsOf(input, '(parsed JSON)', context.report), context.report)
    return selected(posts, settings, '(parsed JSON)')
  }
  const reading = { maxInput: settings.maxInput, signal: context.signal, report: context.report }
  const inputs: string[] = []
  for (const one of [input].flat()) inputs.push(...(await inputsOf(one, reading)))
  if (settings.url !== undefined && inputs.length > 1) {
    throw failure('usage-invalid', { problem: `One address is given for ${inputs.length} inputs.` })
  }
  const posts: Post[] = []
  for (const one of inputs) posts.push(...(await readInput(one, settings, context)))
  if (posts.length === 0) throw failure('no-posts', { input: [input].flat().join(', ') })
  const once = withoutRepeated(posts, context.report)
  // Of one input, order and limit are kept already; of several, what a menu says of a page no longer shows.
  const { order, limit } = settings
  return inputs.length === 1 ? once : arranged(once, { limit, order: order === 'menu' ? undefined : order }, factsOf)
}

function isNames(input: Options['input']): input is string | string[] {
  if (typeof input === 'string') return true
  return Array.isArray(input) && input.length > 0 && input.every((one) => typeof one === 'string')
}

async function readInput(input: string, settings: SourceSettings, context: SourceContext): Promise<readonly Post[]> {
  if (context.readSite && webAddress(input)) return context.readSite(input)
  const limits = { maxInput: settings.maxInput, signal: context.signal }
  const isStandard = input === '-'
  const source = isStandard
    ? await streamSource(standardInputName, standardInput(context), limits)
    : await fileSource(input, limits)
  const looks = looksLike(source.head)
  if ('other' in looks) throw notRead(source.name, looks.other)
  const kind = 'kind' in looks ? looks.kind : 'json'
  if (kind === 'export') {
    const { readExport } = await import('./wxr/read.js')
    return readExport(source, settings, context.report)
  }
  const posts = await postsIn(source, kind, settings, context.report)
  return selected(posts, settings, source.name)
}

async function postsIn(
  source: ByteSource,
  kind: 'json' | 'feed' | 'page',
  { url = '', maxInput }: SourceSettings,
  report: ReportFn,
): Promise<readonly Post[]> {
  const { name, path } = source
  // Who calls a page .json was given another thing than was asked for: a login, or a firewall.
  if (kind === 'json' || (kind === 'page' && path?.endsWith('.json'))) {
    return postsOf(findJson(decodeText(await source.whole(), report), name, looksLikeRest, report), name, report)
  }
  const text = await textOf(source, report)
  if (kind === 'feed') {
    const { readFeed } = await import('./feed/index.js')
    return readFeed(text, url, report, { name, maxInput })
  }
  const { mediaFolderOf, readPage } = await import('./page/index.js')
  return [await readPage(text, url, report, { name, mediaFolder: path && (await mediaFolderOf(path)) })]
}

async function textOf(source: ByteSource, report: ReportFn): Promise<string> {
  const bytes = await source.whole()
  const pieces = async function* () {
    yield bytes
  }
  const label = await encodingOf({ ...source, pieces }, report)
  const parts: string[] = []
  for await (const part of textPieces({ label, pieces })) parts.push(part)
  return parts.join('')
}

/** What is asked for, of posts that are all in memory. */
function selected(posts: readonly Post[], selection: Selection, input: string): readonly Post[] {
  const found = posts.filter((post) => isSelected(factsOf(post), selection))
  if (found.length === 0) throw failure('none-selected', { input, which: '' })
  return arranged(found, selection, factsOf)
}

function notRead(input: string, kind: string) {
  const expected = 'JSON of the REST API, an export of WordPress (WXR), RSS, Atom and HTML'
  const isBook = kind === 'an EPUB'
  const remedy = isBook
    ? 'To check a book, say "offprint check FILE".'
    : 'Give one of these, or a list of them as @list.txt.'
  return failure('input-unknown', { input, kind, expected, remedy })
}

function standardInput({ stdin }: SourceContext): AsyncIterable<Uint8Array> {
  if (stdin) return stdin
  throw failure('input-unreadable', { input: standardInputName, reason: 'no stream was given for it' })
}
