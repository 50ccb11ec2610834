import { describe, expect, it } from 'vitest'
import type { Faq } from '../../src/model.js'
import { renderEpub } from '../../src/render/index.js'
import { article, chapter, section, title, xhtml } from './book-fixture.js'
import { fileOf, load } from './check-documents.js'

const faq = (id: string, heading: string): Faq => ({
  kind: 'faq',
  id,
  title: title(heading),
  level: 2,
  intro: xhtml(''),
  entries: [{ id: `${id}-1`, question: title('Why?'), answer: xhtml('<p>So.</p>') }],
  closing: xhtml(''),
})

describe('several FAQs of a chapter', () => {
  it('are called differently as landmarks, and the same on the page', () => {
    const one = {
      ...section('s', 'One', 1, ''),
      sections: [faq('a', 'Questions'), faq('b', 'More'), faq('c', 'Questions')],
    }
    const $ = load(fileOf(renderEpub({ ...article, body: [chapter(one)] }), 'text/chapter-01.xhtml'))
    const found = $('section.faq').toArray()
    expect(found.map(({ attribs }) => attribs['aria-label'])).toEqual(['Questions', 'More', 'Questions (2)'])
    expect(found.map((part) => $(part).children('h2').text())).toEqual(['Questions', 'More', 'Questions'])
  })
})
