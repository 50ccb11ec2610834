// What a handout changes: boxes before what is to be done, and only there.

import { describe, expect, it } from 'vitest'
import type { Book, Chapter } from '../../src/model.js'
import { markLines } from '../../src/render/code-lines.js'
import { renderPrint } from '../../src/render/index.js'
import { tickInstructions } from '../../src/render/instructions.js'
import { article, chapter, section, xhtml } from './book-fixture.js'
import { load } from './check-documents.js'

const list = (...items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
const ticked = (body: string, heading = 'A heading', language = 'en') => {
  const { content } = tickInstructions(chapter(section('s', heading, 1, body), language)) as Chapter
  return content.kind === 'section' && content.body.includes('class="tasks"')
}

describe('a list of instructions', () => {
  it.each([
    ['imperatives', 'en', list('Keep the bedroom dark', 'Turn off the lamps')],
    ['imperatives after a word before them', 'en', list('Always wash your hands', 'Then <strong>dry</strong> them')],
    ['imperatives with lists inside', 'en', `<ol><li>Mix these<ul><li>flour</li></ul></li><li>Bake it</li></ol>`],
    ['Swedish imperatives', 'sv', list('Undvik socker', 'Drick vatten')],
  ])('is one by its verbs: %s', (_, language, body) => {
    expect(ticked(body, 'A heading', language)).toBe(true)
  })

  it.each([
    ['foods', 'en', list('Bone broth', 'Fermented foods')],
    ['one statement among them', 'en', list('Restore balance', 'Especially important after illness')],
    ['one item', 'en', list('Keep the bedroom dark')],
    ['in a quotation', 'en', `<blockquote>${list('Keep calm', 'Carry on')}</blockquote>`],
    ['inside another list', 'en', `<ul><li>Foods${list('Keep them', 'Eat them')}</li><li>Drinks</li></ul>`],
    ['in a language without words', 'fi', list('Keep the bedroom dark', 'Turn off the lamps')],
  ])('is none: %s', (_, language, body) => {
    expect(ticked(body, 'A heading', language)).toBe(false)
  })

  it('is the first below a heading that says so', () => {
    const body = xhtml(`${list('Passport', 'Water')}${list('Sand', 'Salt')}`)
    const { content } = tickInstructions(chapter(section('s', 'A checklist for the journey', 1, body))) as Chapter
    expect(content.kind === 'section' ? content.body : '').toBe(body.replace('<ul>', '<ul class="tasks">'))
  })
})

describe('the handout', () => {
  const shown = (book: Book, edition: 'book' | 'handout') => load(renderPrint(book, { edition }).xhtml)

  it('has neither contents nor page of its own for the title, and a code beside its source', () => {
    const $ = shown(article, 'handout')
    expect([$('.contents').length, $('.title-page').length, $('.colophon svg.qr').length]).toEqual([0, 1, 1])
    expect($('svg.qr').attr('aria-label')).toBe('Source')
    const book = shown(article, 'book')
    expect([book('.contents').length, book('svg.qr').length, book('.tasks').length]).toEqual([1, 0, 0])
  })
})

describe('lines of code', () => {
  it.each([
    [
      '<pre><code>a\nb</code></pre>',
      '<pre><span class="line"><code>a\n</code></span><span class="line"><code>b</code></span></pre>',
    ],
    [
      '<pre>a <b id="x">b\nc</b></pre>',
      '<pre><span class="line">a <b id="x">b\n</b></span><span class="line"><b>c</b></span></pre>',
    ],
    [
      '<pre class="verse">a\n b\n\nc</pre>',
      '<pre class="verse"><span class="held line">a\n</span><span class="line"> b\n</span><span class="line">\n</span><span class="line">c</span></pre>',
    ],
    ['<p>a\nb</p>', '<p>a\nb</p>'],
  ])('are told apart: %s', (given, expected) => {
    expect(markLines(xhtml(given))).toBe(expected)
  })
})
