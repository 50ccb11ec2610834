// Ace by DAISY has nothing to say of our books, and much of a bad one.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packEpub } from '../../src/epub/index.js'
import type { Book, SourceHtml } from '../../src/model.js'
import { renderEpub } from '../../src/render/index.js'
import { aceViolations, hasBrowser } from '../ace.js'
import type { NamedBytes } from '../epubcheck.js'
import { collection } from '../render/book-fixture.js'
import { rightToLeft, withIntroduction } from '../render/other-books.js'
import { smallBook } from '../support/epub.js'
import { bookOf, postOf } from '../support/posts.js'
import { epubOf, everyBlock } from './every-block.js'

const root = join(import.meta.dirname, '..', '..')
const shared = join(root, '..', 'shared', 'data')
const fixtures = join(import.meta.dirname, '..', 'fixtures', 'normalize')

const rendered = async (name: string, book: Book): Promise<NamedBytes> => ({
  name,
  bytes: await packEpub(renderEpub(book)),
})

/** All fixtures of the normaliser, as chapters of a few books. */
async function fixtureBooks(): Promise<NamedBytes[]> {
  const names = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'content.html')))
  const size = Math.ceil(names.length / 3)
  const parts = [names.slice(0, size), names.slice(size, 2 * size), names.slice(2 * size)]
  return Promise.all(
    parts.map(async (part, index) => {
      const posts = part.map((name) =>
        postOf(readFileSync(join(fixtures, name, 'content.html'), 'utf8'), {
          url: `https://press.example/${name}/`,
          title: name as SourceHtml,
        }),
      )
      return rendered(`fixtures ${index + 1}`, await bookOf(posts))
    }),
  )
}

describe.skipIf(!hasBrowser)('Ace (skipped without a browser)', () => {
  it('finds nothing in the example, in a book with every block, and in books of other languages', async () => {
    const books = [
      await epubOf('the example', { input: join(root, 'examples', 'sleep-and-light.json') }),
      await epubOf('every block', { input: { ...everyBlock('en') } }),
      await epubOf('every block, in Arabic', { input: { ...everyBlock('ar') } }),
      await rendered('a collection in two languages', collection),
      await rendered('a book without words of its language', withIntroduction),
      await rendered('a right-to-left book', rightToLeft),
    ]
    expect(await aceViolations(books)).toEqual([])
  })

  it.skipIf(!existsSync(join(shared, 'leaky-gut.json')))(
    'finds nothing in the real post (skipped without it)',
    async () => {
      const book = await epubOf('the real post', { input: join(shared, 'leaky-gut.json') })
      expect(await aceViolations([book])).toEqual([])
    },
  )

  it('finds nothing in all fixtures of the normaliser', async () => {
    expect(await aceViolations(await fixtureBooks())).toEqual([])
  })

  it('finds what is wrong with a bad book', async () => {
    const body = '<h1>One</h1><h3/><p><img src="data:," /></p><aside epub:type="footnote"><p>1 A note.</p></aside>'
    const found = await aceViolations([{ name: 'bad', bytes: await packEpub(smallBook({ body })) }])
    expect([...new Set(found.map(({ path, rule }) => `${path}: ${rule}`))].sort()).toEqual([
      'nav.xhtml: epub-type-has-matching-role',
      'one.xhtml: empty-heading',
      'one.xhtml: epub-type-has-matching-role',
      'one.xhtml: heading-order',
      'one.xhtml: image-alt',
      'package: metadata-accessibilityfeature',
      'package: metadata-accessibilityhazard',
      'package: metadata-accessibilitysummary',
      'package: metadata-accessmode',
      'package: metadata-accessmodesufficient',
    ])
  })
})
