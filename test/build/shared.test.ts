// Every real post at hand makes a book that EPUBCheck has nothing to say of, and that holds the words of the post.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packEpub } from '../../src/epub/index.js'
import { build } from '../../src/index.js'
import type { SourceHtml } from '../../src/model.js'
import { renderEpub } from '../../src/render/index.js'
import { hasJava, javaEpubcheck, type NamedBytes } from '../epubcheck.js'
import { epubTexts } from '../support/epub.js'
import { bookOf, postOf } from '../support/posts.js'
import { missingWords, wordsOf, wordsOfMarkup } from '../support/words.js'

const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'data')
const files = (folder: string, ending: string) =>
  existsSync(shared)
    ? readdirSync(join(shared, folder))
        .filter((name) => name.endsWith(ending))
        .map((name) => join(shared, folder, name))
    : []

// The report names what goes and how it begins; these are the elements that its words stand in.
const goesWith: Readonly<Record<string, string>> = { 'table of contents': '[id*="toc"], [class*="toc"]' }

interface RestPost {
  readonly title: { readonly rendered: string }
  readonly content: { readonly rendered: string }
}

/** The posts of the corpus that hold content; the others are tested to be refused where sources are tested. */
function withContent(path: string): readonly RestPost[] {
  const read: RestPost | RestPost[] = JSON.parse(readFileSync(path, 'utf8'))
  return [read].flat().filter((post) => post.content?.rendered.trim())
}

const posts = [join(shared, 'leaky-gut.json'), ...files('posts', '.json'), ...files('rest-fixtures', '.json')].filter(
  (path) => existsSync(path) && withContent(path).length > 0,
)

describe.skipIf(posts.length === 0)('real posts (skipped where they are not)', () => {
  const made: NamedBytes[] = []

  it.each(posts.map((path) => [path.slice(shared.length + 1), path]))('%s holds its words', async (name, path) => {
    const { outputs, report } = await build({
      input: [...withContent(path)].map((post) => ({ ...post })),
      format: ['epub'],
      offline: true,
    })
    const bytes = outputs[0]?.bytes ?? new Uint8Array()
    made.push({ name: name.replaceAll('/', '-').replace('.json', '.epub'), bytes })
    const gone = report.losses.flatMap(({ what }) => goesWith[what] ?? [])
    const source = withContent(path).flatMap(({ content }) => wordsOfMarkup(content.rendered, gone))
    const book = [...epubTexts(bytes)]
      .filter(([entry]) => entry.includes('/text/'))
      .flatMap(([, xhtml]) => wordsOfMarkup(xhtml))
    const told = report.losses.flatMap(({ place, count }) =>
      Array.from({ length: count }, () => wordsOf(place?.excerpt ?? '')).flat(),
    )
    const numbers = report.losses.find(({ what }) => what === 'number of a question')?.count ?? 0
    const missing = missingWords(missingWords(source, book), [
      ...told,
      ...Array.from({ length: numbers }, (_, i) => `${i + 1}`),
    ])
    expect(missing.length / Math.max(source.length, 1), missing.slice(0, 20).join(' ')).toBeLessThanOrEqual(0.005)
  })

  it('blocks as the server renders them make one book of all', async () => {
    const blocks = files('gutenberg-blocks', '.html').map((path) =>
      postOf(readFileSync(path, 'utf8'), {
        url: `https://press.example/${path.length}/${path.slice(-40)}`,
        title: path.slice(-40) as SourceHtml,
      }),
    )
    expect(blocks.length).toBeGreaterThan(50)
    made.push({ name: 'blocks.epub', bytes: await packEpub(renderEpub(await bookOf(blocks))) })
  })

  it.skipIf(!hasJava)('EPUBCheck 5.3.0 has nothing to say of any (skipped without Java)', async () => {
    expect(made).toHaveLength(posts.length + 1)
    const messages = await javaEpubcheck(made)
    console.info(`real posts: ${made.length} books, ${messages.length} EPUBCheck messages`)
    expect(messages).toEqual([])
  })
})
