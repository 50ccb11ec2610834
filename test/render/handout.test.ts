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
    ['German imperatives', 'de', list('Trinke viel Wasser', 'Vermeide Zucker')],
    ['German ones to strangers', 'de-AT', list('Nehmen Sie die Tablette ein', 'Trinken Sie dazu ein Glas Wasser')],
    ['French imperatives', 'fr', list('Buvez de l’eau', 'N’oubliez pas le sel', 'Ne mangez pas trop tard')],
    ['Spanish imperatives', 'es', list('Evite el azúcar', 'No beba alcohol')],
    ['Italian imperatives', 'it', list('Mescolate la farina', 'Aggiungete l’acqua')],
    ['Portuguese imperatives', 'pt-BR', list('Misture a farinha', 'Não use sal')],
    ['Dutch imperatives', 'nl', list('Drink genoeg water', 'Vermijd suiker')],
    ['Danish imperatives', 'da', list('Spis langsomt', 'Undgå sukker')],
    ['Norwegian imperatives', 'no', list('Spis sakte', 'Unngå sukker')],
    ['Finnish imperatives', 'fi', list('Juo vettä', 'Vältä sokeria')],
    ['Polish imperatives', 'pl', list('Pij wodę', 'Unikaj cukru')],
  ])('is one by its verbs: %s', (_, language, body) => {
    expect(ticked(body, 'A heading', language)).toBe(true)
  })

  it.each([
    ['foods', 'en', list('Bone broth', 'Fermented foods')],
    ['one statement among them', 'en', list('Restore balance', 'Especially important after illness')],
    ['one item', 'en', list('Keep the bedroom dark')],
    ['in a quotation', 'en', `<blockquote>${list('Keep calm', 'Carry on')}</blockquote>`],
    ['inside another list', 'en', `<ul><li>Foods${list('Keep them', 'Eat them')}</li><li>Drinks</li></ul>`],
    ['what a remedy does, in Spanish', 'es', list('Mejora el sueño', 'Reduce el estrés')],
    ['what a remedy does, in Italian', 'it', list('Migliora il sonno', 'Riduce lo stress')],
    ['causes as infinitives, in French', 'fr', list('Manger trop vite', 'Dormir trop peu')],
    ['nouns that end like imperatives, in French', 'fr', list('Nez bouché', 'Chez les enfants')],
    ['questions to the reader, in German', 'de', list('Haben Sie Schmerzen', 'Sind Sie müde')],
    ['questions to the reader, with their mark', 'de', list('Schlafen Sie schlecht?', 'Trinken Sie Kaffee?')],
    ['foods, in German', 'de', list('Knochenbrühe', 'Sauerkraut')],
    ['statements, in Dutch', 'nl', list('Suiker vermijden is gezond', 'Water helpt')],
    ['statements, in Polish', 'pl', list('Woda pomaga', 'Cukier szkodzi')],
    ['in a language without words', 'hu', list('Keep the bedroom dark', 'Turn off the lamps')],
  ])('is none: %s', (_, language, body) => {
    expect(ticked(body, 'A heading', language)).toBe(false)
  })

  it.each([
    ['de', 'Gehen Sie so vor:'],
    ['fr', 'Suivez ces étapes :'],
    ['es', 'Siga estos pasos:'],
    ['it', 'Procedete così:'],
    ['pt', 'Faça o seguinte:'],
    ['nl', 'Ga als volgt te werk:'],
    ['da', 'Sådan gør du:'],
    ['nn', 'Gjør følgende:'],
    ['fi', 'Toimi näin:'],
    ['pl', 'Wykonaj te kroki:'],
    ['sv', 'Gör så här:'],
    ['en', 'Follow these steps:'],
  ])('is one by the words right before it: %s', (language, words) => {
    expect(ticked(`<p>${words}</p>\n${list('A', 'B')}`, 'A heading', language)).toBe(true)
    expect(ticked(`<p>${words}</p><p>Z.</p>${list('A', 'B')}`, 'A heading', language)).toBe(false)
  })

  it.each([
    ['de', 'Zubereitung'],
    ['fr', 'Ce que vous pouvez faire'],
    ['es', 'Paso a paso'],
    ['it', 'Procedimento'],
    ['pt', 'Modo de preparo'],
    ['nl', 'Stap voor stap'],
    ['da', 'Sådan gør du'],
    ['nb', 'Fremgangsmåte'],
    ['fi', 'Tarkistuslista'],
    ['pl', 'Krok po kroku'],
  ])('is one by its heading: %s', (language, heading) => {
    expect(ticked(list('A', 'B'), heading, language)).toBe(true)
    expect(ticked(list('A', 'B'), 'A heading', language)).toBe(false)
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
    expect([$('.contents').length, $('.title-page').length, $('.title-page svg.qr').length]).toEqual([0, 1, 1])
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
