// Books of every kind of input, through EPUBCheck itself.

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'

const fixtures = join(import.meta.dirname, '../fixtures')
const inputs = [
  'raw-and-rendered/blocks.xml',
  'raw-and-rendered/classic.xml',
  'sources/export-whole-posts/input.xml',
  'sources/export-cdata-unsplit-warning/input.xml',
  'sources/export-control-characters-warning/input.xml',
  'sources/export-entities-warning/input.xml',
  'sources/raw-blocks-warning/input.xml',
  'sources/raw-classic-shortcodes-warning/input.xml',
  'sources/feed-atom-posts/input.atom',
  'sources/feed-rss-excerpts-warning/input.rss',
  'sources/page-by-readability-warning/input.htm',
  'sources/page-saved-beside-warning/input.html',
  'sources/page-wordpress-classic-warning/input.html',
]

describe('books of every kind of input', () => {
  it.skipIf(!hasJava)('have nothing that EPUBCheck speaks of', { timeout: 120_000 }, async () => {
    const books = []
    for (const name of inputs) {
      const { outputs } = await build({ input: join(fixtures, name), format: ['epub'], lang: 'en', offline: true })
      books.push({ name: `${name.replaceAll('/', '-')}.epub`, bytes: outputs[0]?.bytes ?? new Uint8Array() })
    }
    const all = await build({ input: inputs.map((name) => join(fixtures, name)), format: ['epub'], offline: true })
    books.push({ name: 'all.epub', bytes: all.outputs[0]?.bytes ?? new Uint8Array() })
    expect(all.posts.length).toBeGreaterThan(inputs.length - 2)
    expect(await javaEpubcheck(books)).toEqual([])
  })
})
