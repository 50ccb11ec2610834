import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import type { Book, Post, SourceHtml } from '../../src/model.js'
import { bookOf, postOf } from '../support/posts.js'

const html = (text: string) => text as SourceHtml

async function made(posts: readonly Post[]): Promise<{ book: Book; codes: string[] }> {
  const { report, diagnostics } = collect()
  const book = await bookOf(posts, report)
  return { book, codes: diagnostics().map(({ code }) => code) }
}

function undated({ published: _, language: __, ...post }: Post): Post {
  return post
}

describe('a book of one post', () => {
  it('has the post’s sections as chapters, one level up, and its lead as introduction', async () => {
    const { book } = await made([
      postOf(
        '<p>Lead.</p><h2>One</h2><p>a</p><h3>Deep</h3><p>b</p><h2>FAQ</h2><h3>Why?</h3><p>c</p><h3>How?</h3><p>d</p>',
      ),
    ])
    expect(book.body.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'introduction introduction',
      'chapter one',
      'chapter faq',
    ])
    const [, one, faq] = book.body
    expect(one).toMatchObject({ content: { level: 1, sections: [{ id: 'deep', level: 2 }] } })
    expect(faq).toMatchObject({ content: { kind: 'faq', level: 1 } })
    expect(book.body.some((part) => 'source' in part)).toBe(false)
  })

  it('without headings is one chapter with the title of the post', async () => {
    const { book } = await made([postOf('<p>Text.</p>', { title: html('Q&#038;A') })])
    expect(book.body).toEqual([
      {
        kind: 'chapter',
        id: 'article',
        language: 'en',
        direction: 'ltr',
        content: {
          kind: 'section',
          id: 'article',
          title: { text: 'Q&A', xhtml: 'Q&amp;A' },
          level: 1,
          body: '<p>Text.</p>',
          sections: [],
        },
      },
    ])
  })

  it('knows what the post says of itself', async () => {
    const { book } = await made([
      postOf('<p>Text.</p>', {
        title: html('A &#8211; <em>b</em>'),
        authors: [{ name: 'Ada' }],
        site: { name: 'Press', url: 'https://press.example/' },
        modified: '2026-03-02T00:30:00+02:00',
        terms: [
          { taxonomy: 'category', name: 'Light' },
          { taxonomy: 'post_tag', name: 'Light' },
          { taxonomy: 'category', name: 'Uncategorized' },
        ],
      }),
    ])
    expect(book.metadata).toEqual({
      identifier: 'urn:uuid:d73fd9dc-b44c-50f5-aed3-68dfe8e9a764',
      title: { text: 'A – b', xhtml: 'A – <em>b</em>' },
      authors: [{ name: 'Ada' }],
      site: { name: 'Press', url: 'https://press.example/' },
      language: 'en',
      direction: 'ltr',
      published: '2026-03-01T08:00:00+01:00',
      modified: '2026-03-01T22:30:00Z',
      source: 'https://press.example/a-post/',
      subjects: ['Light'],
      slug: 'a-post',
    })
  })
})

describe('the excerpt', () => {
  const excerptOf = async (excerpt: string) => {
    const { book } = await made([postOf('<p>The lamp, they said, is “lit”. More.</p>', { excerpt: html(excerpt) })])
    return [book.metadata.description, book.metadata.standfirst]
  }
  it('describes the book, and stands below the title when the text does not have it', async () => {
    expect(await excerptOf('<p>On lamps &amp; light.</p>')).toEqual(['On lamps & light.', 'On lamps & light.'])
  })
  it('is not repeated when the text has it, in whatever quotes', async () => {
    expect(await excerptOf('<p>The lamp, they said, is "lit"</p>')).toEqual([
      'The lamp, they said, is "lit"',
      undefined,
    ])
  })
  it('is not a standfirst when WordPress cut it', async () => {
    expect(await excerptOf('<p>Something else [&hellip;]</p>')).toEqual(['Something else…', undefined])
  })
  it('is nothing when empty', async () => {
    expect(await excerptOf('')).toEqual([undefined, undefined])
  })
})

describe('the language', () => {
  const text = (words: string) => undated(postOf(`<p>${words}</p>`))
  it('is told from the text, and said so', async () => {
    const { book, codes } = await made([
      text('Det här är en text på svenska om ljus och sömn, och den är lång nog för att man ska veta det.'),
    ])
    expect(book.metadata.language).toBe('sv')
    expect(codes).toEqual(['language-guessed', 'author-unknown', 'date-unknown'])
  })
  it('is English with a warning when nothing tells it', async () => {
    const { book, codes } = await made([text('1 2 3')])
    expect(book.metadata.language).toBe('en')
    expect(codes).toEqual(['language-unknown', 'author-unknown', 'date-unknown'])
  })
  it.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ku-Latn', 'ltr'],
    ['sv', 'ltr'],
  ])('%s runs %s', async (language, direction) => {
    const { book } = await made([postOf('<p>x</p>', { language })])
    expect([book.metadata.language, book.metadata.direction]).toEqual([language, direction])
  })
})

describe('a book of several posts', () => {
  const posts = [
    postOf('<h2>Same</h2><p><a href="#x">x</a></p><h3 id="x">Same</h3><p>a</p>', {
      url: 'https://press.example/1/',
      slug: 'one',
      title: html('One'),
      authors: [{ name: 'Ada' }],
    }),
    postOf('<h2>Same</h2><p>b</p>', {
      url: 'https://press.example/2/',
      slug: 'two',
      title: html('Two'),
      authors: [{ name: 'Ada' }, { name: 'Bo' }],
      language: 'sv',
      modified: '2026-05-01T00:00:00Z',
    }),
    postOf('<p>c</p>', { url: 'https://press.example/3/', slug: 'three', title: html('Three'), language: 'sv' }),
  ]
  it('has the posts as chapters, with their sources, and no id twice', async () => {
    const { book } = await made(posts)
    expect(
      book.body.map(
        (part) => part.kind === 'chapter' && [part.id, part.content.title.text, part.language, part.source?.url],
      ),
    ).toEqual([
      ['post-1', 'One', 'en', 'https://press.example/1/'],
      ['post-2', 'Two', 'sv', 'https://press.example/2/'],
      ['post-3', 'Three', 'sv', 'https://press.example/3/'],
    ])
    const contents = book.body.map((part) => part.kind === 'chapter' && part.content)
    const ids = [...JSON.stringify(contents).matchAll(/"id":"([^"]+)"|id=\\"([^"]+)\\"/g)].map(
      ([, own, inside]) => own ?? inside,
    )
    expect(ids.toSorted()).toEqual(['post-1', 'post-1-same', 'post-1-x', 'post-2', 'post-2-same', 'post-3'])
  })
  it('takes the language of most, the newest date and every author once', async () => {
    const { metadata } = (await made(posts)).book
    expect(metadata).toMatchObject({
      language: 'sv',
      modified: '2026-05-01T00:00:00Z',
      authors: [{ name: 'Ada' }, { name: 'Bo' }],
      slug: 'one-and-2-more',
      description: 'One · Two · Three',
    })
  })
})

describe('the author', () => {
  it('is asked for when no post and no caller names one', async () => {
    expect((await made([postOf('<p>x</p>')])).codes).toEqual(['author-unknown'])
    expect((await made([postOf('<p>x</p>', { authors: [{ name: 'Ada' }] })])).codes).toEqual([])
  })
})
