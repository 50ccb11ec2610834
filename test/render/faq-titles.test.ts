import { describe, expect, it } from 'vitest'
import { renderEpub } from '../../src/render/epub.js'
import { renderPrint } from '../../src/render/print.js'
import { bookOf, postOf } from '../support/posts.js'

const content = `<p>Before.</p>
<div class="schema-faq-section"><strong class="schema-faq-question">Why?</strong><p class="schema-faq-answer">So.</p></div>
<p>After.</p>`

describe('a FAQ without a heading', () => {
  it('bears the interface word on the page, in the contents and in the outline', async () => {
    const book = await bookOf([postOf(content, { language: 'sv' })])
    const files = new Map(renderEpub(book).files.map((file) => [file.path, String(file.content)]))
    expect(files.get('EPUB/nav.xhtml')).toContain('>Frågor och svar</a>')
    expect(files.get('EPUB/toc.ncx')).toContain('Frågor och svar')
    expect(files.get('EPUB/text/chapter-01.xhtml')).toContain('<h1>Frågor och svar</h1>')
    expect(renderPrint(book, { pageSize: 'a4' }).headings.map(({ text }) => text)).toContain('Frågor och svar')
  })

  it('names the language of the word where it is not that of the text', async () => {
    const book = await bookOf([postOf(content, { language: 'ka' })])
    const chapter = renderEpub(book).files.find(({ path }) => path.endsWith('chapter-01.xhtml'))?.content
    expect(chapter).toContain('<h1><span lang="en" xml:lang="en" dir="ltr">Questions and answers</span></h1>')
  })

  it('is followed by what the post says after it', async () => {
    const book = await bookOf([postOf(content)])
    const chapter =
      renderEpub(book)
        .files.find(({ path }) => path.endsWith('chapter-01.xhtml'))
        ?.content.toString() ?? ''
    expect(chapter.indexOf('<p>After.</p>')).toBeGreaterThan(chapter.indexOf('<p>So.</p>'))
  })
})
