// What a book would be made of, without making it: nothing is rendered, printed or written.

import { collect, type Diagnostic, failure, type Loss, OffprintError } from './diagnostics.js'
import type { FaqFinding, LinkFinding, Note, OutlineChange, Picture, Xhtml } from './model.js'
import { type BuildOptions, readOptions } from './options.js'
import { bookOf, type PreparedPost, type ReadContext, readInput } from './prepare.js'

/** The text of a note and how often it is referred to. */
export interface InspectedNote extends Pick<Note, 'number'> {
  readonly text: string
  readonly references: number
}

/** A picture with the address that its file would come from first, and why. */
export interface InspectedPicture extends Pick<Picture, 'alt' | 'hasAlt' | 'width' | 'height'> {
  readonly address: string
  readonly reason: string
}

export interface InspectedPost {
  readonly id?: number
  readonly url: string
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly words: number
  readonly outline: Omit<OutlineChange, 'post'>
  readonly faq: readonly Omit<FaqFinding, 'post'>[]
  readonly notes: readonly InspectedNote[]
  readonly links: readonly LinkFinding[]
  readonly pictures: readonly InspectedPicture[]
  readonly losses: readonly Loss[]
}

export interface Inspection {
  readonly posts: readonly InspectedPost[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Tells what the posts of an input hold and what would become of it. Takes the options of `build`; those that say what
 * is written, and how it looks, change nothing.
 *
 * @example
 * const { posts } = await inspect({ input: 'post.json' })
 *
 * @throws OffprintError, as `build` does.
 */
export async function inspect(options: BuildOptions, context: ReadContext = {}): Promise<Inspection> {
  const collector = collect()
  const goOn = () => {
    if (context.signal?.aborted) throw failure('interrupted', {}, context.signal.reason)
  }
  try {
    goOn()
    const read = readOptions(options)
    const posts = await readInput(read, context, collector.report)
    goOn()
    const prepared = await bookOf(posts, read, collector.report, context)
    const losses = collector.losses()
    return {
      posts: prepared.posts.map((post) => inspected(post, losses)),
      diagnostics: collector.diagnostics(),
    }
  } catch (error) {
    if (error instanceof OffprintError) error.diagnostics = collector.diagnostics()
    throw error
  }
}

function inspected(normalized: PreparedPost, losses: readonly Loss[]): InspectedPost {
  const { article, links, language, direction } = normalized
  const { post, title, text } = article
  const name = post.url || post.slug
  const { post: _, ...outline } = normalized.outline
  return {
    ...(post.id === undefined ? {} : { id: post.id }),
    url: post.url,
    title: title.text,
    language,
    direction,
    words: countWords(text, language),
    outline,
    faq: normalized.faq.map(({ post: _post, ...found }) => found),
    notes: article.notes.map(({ number, body, references }) => ({
      number,
      text: textOf(body),
      references: references.length,
    })),
    links,
    pictures: article.pictures.map(inspectedPicture),
    losses: losses.filter(({ place }) => place?.post === name),
  }
}

function inspectedPicture({ candidates, alt, hasAlt, width, height }: Picture): InspectedPicture {
  const [best] = candidates
  return {
    address: best?.url ?? '',
    reason: best?.reason ?? '',
    alt,
    hasAlt,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  }
}

/** Words as the language has them: Chinese, Japanese and Thai write no spaces. */
function countWords(text: string, language: string): number {
  let count = 0
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (isWordLike) count += 1
  }
  return count
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

// In an Xhtml `<` and `>` stand at tags only, and no other entities are written.
function textOf(xhtml: Xhtml): string {
  const text = xhtml.replace(/<[^>]*>/g, ' ').replace(/&\w+;/g, (entity) => entities[entity] ?? entity)
  return text.replace(/\s+/g, ' ').trim()
}
