// What must hold for any markup at all.

import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import { packEpub } from '../../src/epub/index.js'
import type { Article, Faq, Section, SourceHtml } from '../../src/model.js'
import { normalizePost } from '../../src/normalize/index.js'
import { renderEpub } from '../../src/render/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { bookOf, postOf } from '../support/posts.js'

const settings = { outline: 'auto', faq: 'auto', idPrefix: '' } as const

const names = (
  'a abbr article aside b bdo blockquote br button caption center code dd del details div dl dt em figcaption figure font ' +
  'form h1 h2 h3 h4 h5 h6 hr i iframe img input ins kbd li math nobr ol option p picture pre q rb rp rt ruby script section ' +
  'select small span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr u ul video'
).split(' ')
const values = [
  '',
  'x',
  '1',
  '-1',
  '#a',
  '#b',
  'a',
  'b',
  'javascript:alert(1)',
  'https://a.example/?a=1&b=2',
  '//b.example/<>"',
  'ltr',
  'rtl',
  'sv',
  '\u0001',
  '😀',
  '&lt;script&gt;',
]
const attributes = [
  'id',
  'class',
  'href',
  'src',
  'alt',
  'style',
  'onclick',
  'lang',
  'dir',
  'colspan',
  'start',
  'data-start',
  'data-end',
  'name',
  'title',
  'xmlns',
  'scope',
]
const texts = [
  '',
  ' ',
  '\n',
  'word',
  'two words',
  '&amp;',
  '&nbsp;',
  '&#0;',
  '<',
  '>',
  '"',
  ']]>',
  '<!-- c -- d -->',
  '\u0008',
  '\uFFFF',
  '\uD800',
  'FAQ',
  'Why?',
  '1. How?',
  '日本',
  'مرحبا',
  '{{x}}',
  '<%= 1 %>',
]

const attribute = fc
  .tuple(fc.constantFrom(...attributes), fc.constantFrom(...values))
  .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
const markup = fc.letrec<{ node: string; element: string }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constantFrom(...texts), tie('element')),
  element: fc
    .tuple(
      fc.constantFrom(...names),
      fc.array(attribute, { maxLength: 2 }),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.boolean(),
    )
    .map(
      ([name, attrs, children, closed]) =>
        `<${name}${attrs.join('')}>${children.join('')}${closed ? `</${name}>` : ''}`,
    ),
}))
const page = fc.array(markup.node, { maxLength: 6 }).map((parts) => parts.join(''))

function pieces(article: Article): string[] {
  const ofSection = (section: Section | Faq): string[] =>
    section.kind === 'section'
      ? [
          `<h${section.level} id="${section.id}">${section.title.xhtml}</h${section.level}>`,
          section.body,
          ...section.sections.flatMap(ofSection),
        ]
      : [
          // A FAQ without a title gets the interface word for it.
          `<h${section.level} id="${section.id}">${section.title.xhtml || 'FAQ'}</h${section.level}>`,
          section.intro,
          ...section.entries.flatMap(({ id, question, answer }) => [
            `<h${section.level + 1} id="${id}">${question.xhtml}</h${section.level + 1}>`,
            answer,
          ]),
          section.closing,
        ]
  return [article.lead, ...article.sections.flatMap(ofSection)]
}

function normalize(content: string): string {
  return pieces(normalizePost(postOf(content), settings, collect().report).article).join('')
}

/** Parses as XML and gives what an attacker or a checker would look for. */
function inspect(xhtml: string): { ids: string[]; names: string[]; attributes: [string, string][] } {
  const found = { ids: [] as string[], names: [] as string[], attributes: [] as [string, string][] }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes: given }) => {
    found.names.push(name)
    found.attributes.push(...(Object.entries(given) as [string, string][]))
    if (typeof given.id === 'string') found.ids.push(given.id)
  })
  parser.write(`<body>${xhtml}</body>`).close()
  return found
}

const runs = { numRuns: 1000, seed: 20260101 }

describe('any markup', () => {
  it('comes out well formed, its ids unique, every inside link leading somewhere', () => {
    fc.assert(
      fc.property(page, (content) => {
        const { ids, attributes: all } = inspect(normalize(content))
        expect(ids.length).toBe(new Set(ids).size)
        const inside = all.filter(([name, value]) => name === 'href' && value.startsWith('#'))
        for (const [, value] of inside) expect(ids).toContain(value.slice(1))
      }),
      runs,
    )
  })

  it.skipIf(!hasJava)('comes out as EPUBCheck wants it (skipped without Java)', async () => {
    const posts = fc
      .sample(page, { numRuns: 800, seed: 11 })
      .map((content, index) =>
        postOf(content, { url: `https://press.example/${index}/`, title: `Page ${index}` as SourceHtml }),
      )
    const bytes = await packEpub(renderEpub(await bookOf(posts)))
    const messages = await javaEpubcheck([{ name: 'pages.epub', bytes }])
    const contentOf = (path: string) => posts[Number(/(\d+)\.xhtml$/.exec(path)?.[1] ?? 0) - 1]?.content ?? path
    expect(messages.map(({ path, message }) => `${contentOf(path)}: ${message.slice(0, 150)}`)).toEqual([])
  })

  it('comes out with nothing active', () => {
    fc.assert(
      fc.property(page, (content) => {
        const found = inspect(normalize(content))
        expect(found.names.filter((name) => /script|iframe|style|form|input|object|embed|svg/.test(name))).toEqual([])
        expect(
          found.attributes.filter(
            ([name, value]) => /^on|^style$/.test(name) || (name === 'href' && /^\s*javascript:/i.test(value)),
          ),
        ).toEqual([])
      }),
      runs,
    )
  })

  it('comes out the same when it goes through twice', () => {
    fc.assert(
      fc.property(page, (content) => {
        const once = normalize(content)
        // The address of a picture is not in the text: it is given back.
        const again = once.replace(/src="picture:[^"]*"/g, 'src="https://a.example/1.jpg"')
        expect(normalize(again)).toBe(once)
      }),
      runs,
    )
  })

  it('keeps every word that a reader of the page would see', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{4,9}$/), { minLength: 1, maxLength: 6 })
    // Forms and buttons go with their words: the report says so.
    const visible = names.filter(
      (name) =>
        !/^(button|form|iframe|img|input|option|picture|rb|rp|rt|ruby|script|select|style|svg|math|template|textarea|title|video|br|hr)$/.test(
          name,
        ),
    )
    const wrapped = words.chain((list) =>
      fc.array(fc.constantFrom(...visible), { minLength: list.length, maxLength: list.length }).map((tags) => ({
        list,
        html: list.map((word, index) => `<${tags[index]}>${word}</${tags[index]}>`).join(' '),
      })),
    )
    fc.assert(
      fc.property(wrapped, ({ list, html }) => {
        const { article } = normalizePost(postOf(html, { title: 'T' as SourceHtml }), settings, collect().report)
        for (const word of list) expect(pieces(article).join(' ')).toContain(word)
      }),
      runs,
    )
  })
})
