// Several posts in one book: links between them, parts, own texts, and what the book is called.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressBook } from '../../src/book/addresses.js'
import { collect } from '../../src/diagnostics.js'
import type { Book, Post, SourceHtml } from '../../src/model.js'
import { readOptions } from '../../src/options.js'
import { bookOf } from '../../src/prepare.js'
import { postOf } from '../support/posts.js'

const site = { name: 'The Slow Oven', url: 'https://press.example/' }

function post(number: number, fields: Partial<Post> = {}, content = `<p>Text ${number}.</p>`): Post {
  return postOf(content, {
    id: number,
    url: `https://press.example/post-${number}/`,
    slug: `post-${number}`,
    title: `Post ${number}` as SourceHtml,
    site,
    authors: [{ name: 'Ada' }],
    ...fields,
  })
}

async function made(posts: readonly Post[], options: object = {}): Promise<{ book: Book; said: string[] }> {
  const { report, diagnostics } = collect()
  const { book } = await bookOf(posts, readOptions({ input: '-', ...options }), report)
  return { book, said: diagnostics().map(({ message }) => message) }
}

function markup(book: Book): string {
  return book.body.map((item) => (item.kind === 'chapter' ? JSON.stringify(item.content) : item.body)).join('\n')
}

function order(book: Book): string[] {
  const parts = new Map(book.parts.map((part) => [part.first, part.title.text]))
  return book.body.flatMap((item) => [...(parts.has(item.id) ? [`# ${parts.get(item.id)}`] : []), item.id])
}

describe('a link from post to post', () => {
  it.each([
    'https://press.example/post-2/',
    'https://press.example/post-2',
    'http://press.example/post-2/',
    'https://www.press.example/post-2/',
    'https://press.example/?p=2',
    'https://press.example/?page_id=2',
    'https://press.example/post-2/?utm_source=mail&#038;utm_medium=x',
    'https://press.example/post-2/?fbclid=abc',
    '/post-2/',
    '../post-2/',
  ])('%s leads to the chapter', async (href) => {
    const { book } = await made([post(1, {}, `<p><a href="${href}">two</a></p>`), post(2)])
    expect(markup(book)).toContain('<a href=\\"#post-2\\">two</a>')
  })

  it.each([
    'https://press.example/post-3/',
    'https://press.example/post-2/?replytocom=5',
    'https://press.example/post-2/#respond',
    'https://press.example/post-2/#comment-7',
    'https://press.example/post-2/feed/',
    'https://other.example/post-2/',
    'https://press.example/?p=22',
  ])('%s stays outside', async (href) => {
    const { book } = await made([post(1, {}, `<p><a href="${href}">two</a></p>`), post(2)])
    expect(markup(book)).toContain(`<a href=\\"${href}\\">two</a>`)
  })

  it('leads to the heading that it names, under its new id, from text and from notes', async () => {
    const { book } = await made([
      post(
        1,
        {
          footnotes: [{ id: 'n', content: '<a href="https://press.example/post-2/#salt">note</a>' as SourceHtml }],
        },
        '<p><a href="/post-2/#salt">salt</a><sup data-fn="n" class="fn"><a href="#n" id="n-link">1</a></sup></p>',
      ),
      post(2, {}, '<h2 id="salt">About salt</h2><p>Text.</p>'),
    ])
    const second = book.body[1]
    const id = second?.kind === 'chapter' && second.content.kind === 'section' && second.content.sections[0]?.id
    expect(id).toMatch(/^post-2-/)
    expect(markup(book)).toContain(`<a href=\\"#${id}\\">salt</a>`)
    expect(book.notes[0]?.body).toContain(`<a href="#${id}">note</a>`)
  })

  it('leads to the chapter where the place is not in the post', async () => {
    const { book } = await made([post(1, {}, '<p><a href="/post-2/#gone">x</a></p>'), post(2)])
    expect(markup(book)).toContain('<a href=\\"#post-2\\">x</a>')
  })

  it('finds nothing in any text, and throws at none', () => {
    const find = addressBook([post(1)])
    fc.assert(fc.property(fc.string(), (text) => find(text) === undefined))
    fc.assert(fc.property(fc.webUrl({ withFragments: true }), (text) => find(text) === undefined))
  })
})

describe('parts', () => {
  const bread = [{ taxonomy: 'category', name: 'Bread & Butter' }]
  const cheese = [{ taxonomy: 'category', name: 'Cheese' }]
  const posts = [
    post(1, { terms: bread, published: '2024-01-01T00:00:00Z' }),
    post(2, { terms: cheese, published: '2025-01-01T00:00:00Z' }),
    post(3, { terms: [{ taxonomy: 'category', name: 'Uncategorized' }], published: '2024-06-01T00:00:00Z' }),
    post(4, { terms: [...bread, ...cheese], published: '2025-12-31T23:30:00-05:00' }),
  ]

  it('by category: posts of none stand first', async () => {
    const { book } = await made(posts, { parts: 'category' })
    expect(order(book)).toEqual(['post-3', '# Bread & Butter', 'post-1', 'post-4', '# Cheese', 'post-2'])
    expect(book.parts[0]?.title.xhtml).toBe('Bread &amp; Butter')
  })

  it('by category stand in the order in which they were asked for', async () => {
    const { book } = await made(posts, { parts: 'category', category: ['cheese', 'bread-butter'] })
    expect(order(book)).toEqual(['post-3', '# Cheese', 'post-2', 'post-4', '# Bread & Butter', 'post-1'])
  })

  it('by year go by the clock of the site', async () => {
    const { book } = await made(posts, { parts: 'year' })
    expect(order(book)).toEqual(['# 2024', 'post-1', 'post-3', '# 2025', 'post-2', 'post-4'])
  })

  it('as listed, by slug, number and address; what does not fit is named', async () => {
    const parts = [
      { title: 'First', posts: ['https://press.example/post-4', 2, 'gone'] },
      { title: 'Second', posts: ['post-1', '2'] },
    ]
    const { book, said } = await made(posts, { parts })
    expect(order(book)).toEqual(['post-3', '# First', 'post-4', 'post-2', '# Second', 'post-1'])
    expect(said).toEqual([
      'The post gone cannot stand in the part "First": no input holds it.',
      'The post 2 cannot stand in the part "Second": it stands there already.',
      'Posts that no part lists stand before the first part (posts: 1, the first: "Post 3").',
    ])
  })
})

describe('what a collection is called', () => {
  it('is the site and the filter in its own words', async () => {
    const terms = [{ taxonomy: 'category', name: 'Bread & Butter' }]
    const asked = { category: ['bread-butter'], by: ['ada'], after: '2024-01-01', before: '2026-01-01' }
    const { book } = await made([post(1, { terms }), post(2)], asked)
    expect(book.metadata).toMatchObject({
      title: { text: 'The Slow Oven: Bread & Butter, Ada, 2024–2025' },
      slug: 'the-slow-oven-bread-butter-ada-2024-2025',
      description: 'Post 1 · Post 2',
    })
  })

  it('is of no site where its posts are of several', async () => {
    const elsewhere = { name: 'Rye', url: 'https://rye.example/' }
    const { metadata } = (await made([post(1), post(2, { site: elsewhere })])).book
    expect([metadata.title.text, metadata.site, metadata.source]).toEqual(['Post 1', undefined, undefined])
    const www = (await made([post(1), post(2, { site: { ...site, url: 'http://www.press.example' } })])).book.metadata
    expect([www.title.text, www.site, www.source]).toEqual([site.name, site, site.url])
  })

  it('is what the caller says', async () => {
    const { book } = await made([post(1), post(2)], { title: 'Mine', description: 'Ours', category: ['x'] })
    expect(book.metadata).toMatchObject({ title: { text: 'Mine' }, slug: 'mine', description: 'Ours' })
  })
})
