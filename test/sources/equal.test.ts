// What WordPress exports is raw, what its REST API answers is made ready: the same post must make the same article by
// both ways. The folder has the two, for the block editor and for the classic one.

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import type { Article, Section } from '../../src/model.js'
import { normalizePost } from '../../src/normalize/index.js'
import { readPosts } from '../../src/sources/index.js'

const folder = join(import.meta.dirname, '../fixtures/raw-and-rendered')

async function articleOf(name: string): Promise<Article> {
  const { report } = collect()
  const [post] = await readPosts(join(folder, name), { maxInput: 20 }, { report })
  if (!post) throw new Error(`No post in ${name}.`)
  return normalizePost(post, { outline: 'auto', faq: 'auto', idPrefix: '' }, report).article
}

/** Spaces between elements differ: nobody sees them. */
function shown({ lead, sections, notes, pictures, text, title, excerpt }: Article) {
  const tidy = (xhtml: string) => xhtml.replace(/>\s+</g, '><').replace(/\s+/g, ' ').trim()
  const outline = (parts: readonly Section[]): unknown[] =>
    parts.map((part) => [part.title.text, tidy(part.body), outline(part.sections as readonly Section[])])
  return {
    title: title.text,
    excerpt,
    text: text.replace(/\s+/g, ' ').trim(),
    lead: tidy(lead),
    sections: outline(sections as readonly Section[]),
    notes: notes.map(({ body }) => tidy(body)),
    pictures: pictures.map(({ candidates, alt }) => [candidates[0]?.url, alt]),
  }
}

describe('a post of an export and of the REST API', () => {
  it.each(['blocks', 'classic'])('makes the same article: %s', async (name) => {
    const raw = shown(await articleOf(`${name}.xml`))
    expect(raw.text.length).toBeGreaterThan(400)
    expect(raw).toEqual(shown(await articleOf(`${name}.json`)))
  })
})
