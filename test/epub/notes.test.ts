// Notes as the reading systems with popups want them: Apple Books, Kindle, Kobo, Thorium.

import type { CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { beforeAll, describe, expect, it } from 'vitest'
import { load } from '../render/check-documents.js'
import { epubTexts } from '../support/epub.js'
import { buildEpub, everyBlock } from './every-block.js'

const documents: [path: string, $: CheerioAPI][] = []

beforeAll(async () => {
  const { outputs } = await buildEpub({ input: everyBlock('en') })
  for (const [path, text] of epubTexts(outputs[0]?.bytes ?? new Uint8Array()))
    if (path.endsWith('.xhtml')) documents.push([path, load(text)])
})

const references = () =>
  documents.flatMap(([path, $]) =>
    $('[epub\\:type="noteref"]')
      .toArray()
      .map((one) => ({ path, $, one })),
  )
const notes = () =>
  documents.flatMap(([path, $]) =>
    $('aside')
      .toArray()
      .map((one) => ({ path, $, one })),
  )

describe('a reference to a note', () => {
  it('is a raised link with nothing but its number in it', () => {
    expect(references().map(({ $, one }) => $(one).text())).toEqual(['1', '2', '3', '4', '5', '1'])
    for (const { one } of references()) {
      expect([one.name, one.attribs.role, one.parent?.type === 'tag' && one.parent.name]).toEqual([
        'a',
        'doc-noteref',
        'sup',
      ])
      expect(one.children.map(({ type }) => type)).toEqual(['text'])
    }
  })

  it('may stand in a paragraph, a heading, a cell, a caption, a question and an answer', () => {
    const places = references().map(({ $, one }) => $(one).closest('h1, h2, td, figcaption, .answer, p').get(0))
    expect(places.map((place) => (place as Element | undefined)?.name).sort()).toEqual([
      'figcaption',
      'h1',
      'h2',
      'p',
      'p',
      'td',
    ])
    const nav = documents.find(([path]) => path.endsWith('nav.xhtml'))?.[1]
    expect(nav?.('#toc').text()).toMatch(/Lists\s/)
    expect(nav?.('#toc').text()).not.toMatch(/Lists2|safe\?5/)
  })

  it('leads to an aside of the same document', () => {
    for (const { path, $, one } of references()) {
      const note = $(`[id="${one.attribs.href?.slice(1)}"]`)
      expect([note.get(0)?.name, note.attr('epub:type'), note.attr('role')], path).toEqual([
        'aside',
        'footnote',
        'doc-footnote',
      ])
    }
  })
})

describe('a note', () => {
  it('begins with its number, a link that leads back', () => {
    expect(notes().map(({ $, one }) => $(one).text().trim().slice(0, 3))).toEqual([
      '1 O',
      '2 O',
      '3 O',
      '4 O',
      '1 O',
      '5 O',
    ])
    for (const { path, $, one } of notes()) {
      const first = $(one).children().first()
      const back = first.children().first()
      expect([first.get(0)?.name, back.get(0)?.name, back.attr('role')], path).toEqual(['p', 'a', 'doc-backlink'])
      const reference = $(`[id="${back.attr('href')?.slice(1)}"]`)
      expect([reference.attr('role'), reference.text()], path).toEqual(['doc-noteref', back.text()])
      expect($(one).find('[role="doc-backlink"]').length, path).toBe(1)
    }
  })

  it('may hold a list or a figure', () => {
    const holds = (selector: string) =>
      notes()
        .filter(({ $, one }) => $(one).find(selector).length > 0)
        .map(({ $, one }) => $(one).find('a').first().text())
    expect([holds('ul'), holds('figure img')]).toEqual([['3'], ['4']])
  })

  it('that is referred to in two documents stands in both, at the end, below no heading', () => {
    const first = notes().filter(({ one }) => one.attribs.id === 'note-1')
    expect(first.map(({ path }) => path.split('/').at(-1))).toEqual(['introduction.xhtml', 'chapter-08.xhtml'])
    for (const { $, one } of notes()) {
      const section = $(one).parent()
      expect([section.attr('epub:type'), section.attr('aria-label'), section.next().length]).toEqual([
        'footnotes',
        'Notes',
        0,
      ])
      // Where a reader hides the notes, a heading would stand over nothing.
      expect(section.children(':not(aside)').length).toBe(0)
    }
  })
})
