// Text that means something to a template language, that XML forbids, or that is far too long, in every field of a post.

import { describe, expect, it } from 'vitest'
import { photo } from '../images/pictures.js'
import { readPdf } from '../support/pdf.js'
import { type Built, buildBook, escaped, link, restPost, visible } from './books.js'

const picture = 'https://press.example/wp-content/uploads/p.png'

/** A post that has the words in every field that a book shows or uses. `html` are the words as markup. */
function postWith(words: string, html: string) {
  return restPost(
    `<p>${html}</p><h2>${html} in a heading</h2><ul><li>${html}</li></ul>
<figure><img src="${picture}" alt="${html} as alt"><figcaption>${html} as caption</figcaption></figure>
<p><a href="https://press.example/?q=${encodeURIComponent(words.replace(/[\ud800-\udfff]/g, ''))}" title="${html}">${html} as link</a></p>
<table><tr><th>${html}</th></tr><tr><td>${html}</td></tr></table><pre><code>${html} as code</code></pre>
<h2>FAQ</h2><h3>Is it ${html}?</h3><p>${html} is it.</p><h3>And is it not?</h3><p>No.</p>`,
    {
      slug: words,
      lang: words,
      date: words,
      modified: words,
      title: { rendered: `${html} as title` },
      excerpt: { rendered: `<p>${html} as excerpt</p>` },
      meta: { footnotes: JSON.stringify([{ id: words, content: html }]) },
      yoast_head_json: { og_site_name: `${words} as site`, author: words, og_locale: words },
      _embedded: {
        author: [{ name: `${words} as author`, url: words, slug: words }],
        'wp:term': [[{ taxonomy: 'category', name: `${words} as term`, slug: words }]],
        'wp:featuredmedia': [{ source_url: words, alt_text: words }],
      },
    },
  )
}

const bytes = photo(30, 20).png().toBuffer()
const context = { fetchBytes: async () => bytes }

/** Where the words must stand as they are. */
const places = ['title', 'heading', 'alt', 'caption', 'link', 'code', 'excerpt', 'author', 'term', 'site']

const templates = [
  '<%= 7*191 %>',
  '<%- 7*191 %>',
  '<% throw 7*191 %>',
  '<%_ include("/etc/passwd") _%>',
  '{{7}}{{title}}',
  '{{{title}}}',
  '{{#if 1}}1337{{/if}}',
  '{{#each .}}{{@key}}{{/each}}',
  '{{> (lookup . "title")}}',
  '{{constructor.constructor "return 7*191"}}',
  '$' + '{7*191}',
  '#{7*191}',
  '{title}',
  '$& $1 $` $$',
  '%PATH% %s %n',
]

const forbidden: readonly (readonly [string, string, string])[] = [
  ['control characters', 'A\u0001B\u0008C\u001fD\u007fE\u0085F', 'ABCDEF'],
  ['lone surrogates', 'A\ud800B\udfffC', 'ABC'],
  ['noncharacters', 'A\uffffB\ufffeC\ufdd0D', 'ABCD'],
]

const unfit = /(?![\t\n\r])[\p{Cc}\p{Cs}]|[\ufffe\uffff\ufdd0]/u

/** Less the references that XML does not ask for. */
function unquoted(text: string): string {
  return text.replace(/&quot;|&#(?:39|x(?:27|60|3D));/g, (reference) => quotes[reference] ?? reference)
}

const quotes: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
}

/** Words in a place of the EPUB: `text` is escaped as XML escapes it. */
function expectWords({ files }: Built, words: string): void {
  const text = unquoted(visible(files))
  const lacking = places.filter(
    (place) => !text.includes(`${escaped(words)} ${place === 'heading' ? 'in a' : 'as'} ${place}`),
  )
  expect([words, lacking]).toEqual([words, []])
}

export function describeFields(): void {
  describe('words of a template language', () => {
    it.each(templates)('%s stay as they are, in every field', async (words) => {
      const built = await buildBook('template', postWith(words, escaped(words).replaceAll('"', '&quot;')), {}, context)
      expectWords(built, words)
      if (!words.includes('1337')) expect(visible(built.files)).not.toMatch(/\b1337\b/)
      expect(visible(built.files)).not.toMatch(/root:x:|\/usr\/bin/)
      expect(built.warnings.map(([code]) => code)).toEqual([])
    })

    it('stay as they are in print', async () => {
      const words = '<%= 7*191 %>{{{title}}}'
      const post = postWith(words, escaped(words))
      const { result } = await buildBook('printed', post, { format: ['epub', 'pdf'] }, context)
      const { pages, info } = await readPdf(
        result.outputs.find(({ format }) => format === 'pdf')?.bytes ?? new Uint8Array(),
      )
      const text = pages.join(' ').replace(/\s+/g, ' ')
      for (const place of ['title', 'caption', 'link', 'author']) expect(text).toContain(`${words} as ${place}`)
      expect(text).not.toMatch(/\b1337\b/)
      expect(info.Title).toBe(`${words} as title`)
    })
  })

  describe('characters that XML forbids', () => {
    it.each(forbidden)('are left out of every field: %s', async (_, words, expected) => {
      const built = await buildBook('forbidden', postWith(words, words), {}, context)
      expectWords(built, expected)
      expect(visible(built.files)).not.toMatch(unfit)
    })

    it('are left out where HTML puts another character in their place', async () => {
      const words = 'A\u0000B\u000bC'
      const { files } = await buildBook('nul', postWith(words, words), {}, context)
      expect(visible(files)).not.toMatch(unfit)
      expect(visible(files)).toMatch(/A\ufffd?B ?C as alt/)
    })
  })

  describe('marks that turn the writing round', () => {
    it('stay in the text and turn nothing beyond it', async () => {
      const words = 'abc\u202Edef\u2067ghi'
      const built = await buildBook('bidi', postWith(words, words), {}, context)
      for (const place of ['heading', 'caption', 'code'])
        expect(visible(built.files)).toContain(`${words} ${place === 'heading' ? 'in a' : 'as'} ${place}`)
      // Names that stand in running heads and lists of a library turn nothing.
      expect(visible(built.files)).toContain('abcdefghi as author')
      expect(built.warnings).toEqual([])
    })
  })

  describe('a title of 3000 characters', () => {
    it.each([
      ['in one word', 'W'.repeat(3000)],
      ['in many', 'word '.repeat(600).trim()],
      ['without a letter', '!'.repeat(3000)],
    ])('%s is there whole', async (_, title) => {
      const post = restPost(`<p>Text.</p><h2>${title}</h2><p>More.</p>`, {
        title: { rendered: title },
        slug: title,
        link,
      })
      const { files, result, warnings } = await buildBook('long', post, {}, context)
      expect(visible(files)).toContain(title)
      expect(result.posts.map((one) => one.title)).toEqual([title])
      const shortened = 'The title is too long for the cover, which shows its beginning; the book has it whole.'
      expect(warnings).toEqual([['cover-title-shortened', shortened]])
    })
  })
}
