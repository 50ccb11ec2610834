// Every tree-construction input of html5lib-tests, the worst markup there is, must come out schema-valid.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packEpub } from '../../src/epub/index.js'
import type { SourceHtml } from '../../src/model.js'
import { renderEpub } from '../../src/render/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { bookOf, postOf } from '../support/posts.js'

const corpus = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'html5lib-tree-construction')
const hasCorpus = existsSync(corpus)
// One document in a few hundred is a book as large as EPUBCheck handles quickly.
const perBook = 400

function inputs(): string[] {
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.dat'))
    .sort()
  return files.flatMap((name) =>
    readFileSync(join(corpus, name), 'utf8')
      .split(/^#data\n/m)
      .slice(1)
      .map((test) => test.split(/^#errors$/m)[0] ?? ''),
  )
}

describe.skipIf(!hasCorpus || !hasJava)('html5lib-tests (skipped without the corpus or Java)', () => {
  it('all inputs make documents that EPUBCheck has nothing to say of', async () => {
    const all = inputs()
    expect(all.length).toBeGreaterThan(1500)
    const books: { name: string; bytes: Uint8Array }[] = []
    for (let start = 0; start < all.length; start += perBook) {
      const posts = all.slice(start, start + perBook).map((content, index) =>
        postOf(content, {
          url: `https://press.example/${start + index}/`,
          title: `Input ${start + index}` as SourceHtml,
        }),
      )
      books.push({ name: `${start}.epub`, bytes: await packEpub(renderEpub(await bookOf(posts))) })
    }
    const messages = await javaEpubcheck(books)
    console.info(`html5lib-tests: ${all.length} inputs in ${books.length} books, ${messages.length} EPUBCheck messages`)
    expect(messages).toEqual([])
  })
})
