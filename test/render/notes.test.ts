// Notes stand with the documents that refer to them.

import { describe, expect, it } from 'vitest'
import type { Book, Note } from '../../src/model.js'
import { renderEpub, renderPrint } from '../../src/render/index.js'
import { article, chapter, section, xhtml } from './book-fixture.js'
import { fileOf, findingsOf, load } from './check-documents.js'

function reference(note: number, id: string): string {
  return `<sup><a id="${id}" href="#note-${note}" epub:type="noteref" role="doc-noteref">${note}</a></sup>`
}

const notes: readonly Note[] = [
  { id: 'note-1', number: 1, body: xhtml('<p>Of both, see <a href="#two">Two</a>.</p>'), references: ['r-1', 'r-2'] },
  { id: 'note-2', number: 2, body: xhtml('<ul><li>A list.</li></ul>'), references: ['r-3'] },
]
const book: Book = {
  ...article,
  body: [
    chapter(section('one', 'One', 1, `<p>First${reference(1, 'r-1')}.</p>`)),
    chapter(section('two', 'Two', 1, `<p>Again${reference(1, 'r-2')}, other${reference(2, 'r-3')}.</p>`)),
    chapter(section('three', 'Three', 1, '<p>None, but see <a href="#note-1">the first</a>.</p>')),
  ],
  notes,
}

describe('notes of an EPUB', () => {
  const documents = renderEpub(book)
  const notesOf = (number: number) => load(fileOf(documents, `text/chapter-0${number}.xhtml`))('aside')

  it('stand in every document that refers to them, and lead back inside it', () => {
    expect(
      notesOf(1)
        .toArray()
        .map(({ attribs }) => attribs.id),
    ).toEqual(['note-1'])
    expect(
      notesOf(2)
        .toArray()
        .map(({ attribs }) => attribs.id),
    ).toEqual(['note-1', 'note-2'])
    expect(notesOf(3).length).toBe(0)
    const backlinks = (number: number) =>
      notesOf(number)
        .find('a[role="doc-backlink"]')
        .toArray()
        .map(({ attribs }) => attribs.href)
    expect(backlinks(1)).toEqual(['#r-1'])
    expect(backlinks(2)).toEqual(['#r-2', '#r-3'])
  })

  it('have links of their own, and links from elsewhere', () => {
    expect(notesOf(1).find('a').last().attr('href')).toBe('chapter-02.xhtml#two')
    expect(fileOf(documents, 'text/chapter-03.xhtml')).toContain('href="chapter-01.xhtml#note-1"')
  })

  it('pass the check', async () => {
    expect(await findingsOf(documents)).toEqual([])
  })
})

describe('notes in print', () => {
  const { xhtml: page, headings } = renderPrint(book, { pageSize: 'a5' })
  const $ = load(page)

  it('stand once, after the whole article and before the colophon', () => {
    expect(
      $('aside')
        .toArray()
        .map(({ attribs }) => attribs.id),
    ).toEqual(['note-1', 'note-2'])
    expect($('section.notes').next().attr('class')).toBe('colophon')
    expect($('#note-1').text().trim()).toBe('1a 1b Of both, see Two.')
  })

  it('have a heading that stays out of the outline', () => {
    expect(headings.find(({ id }) => id === 'notes')).toEqual({
      id: 'notes',
      level: 1,
      text: 'Notes',
      inOutline: false,
    })
  })

  it('bear no role that would take their links out of the tags', () => {
    expect(page).not.toMatch(/epub:type|doc-noteref|doc-backlink/)
  })
})
