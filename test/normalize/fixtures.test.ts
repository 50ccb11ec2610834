// A case is a folder under test/fixtures/normalize: `content.html`, what WordPress served; `case.json`, the post's
// other fields and the settings, where they matter; `expected.html` and `expected.json`, what comes of it.
// `vitest -u` renews what is expected: read the difference.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import type { Article, Faq, Note, Post, Section, SourceHtml } from '../../src/model.js'
import { loadTex, type NormalizeSettings, normalizePost } from '../../src/normalize/index.js'

const folder = join(import.meta.dirname, '..', 'fixtures', 'normalize')

interface Case {
  readonly title?: string
  readonly url?: string
  readonly footnotes?: Post['footnotes']
  readonly settings?: Partial<NormalizeSettings>
}

function readCase(name: string): { post: Post; settings: NormalizeSettings } {
  const path = join(folder, name, 'case.json')
  const given: Case = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const post: Post = {
    url: given.url ?? 'https://press.example/a-post/',
    slug: 'a-post',
    title: (given.title ?? 'A post') as SourceHtml,
    content: readFileSync(join(folder, name, 'content.html'), 'utf8') as SourceHtml,
    authors: [],
    terms: [],
    ...(given.footnotes ? { footnotes: given.footnotes } : {}),
  }
  return { post, settings: { outline: 'auto', faq: 'auto', idPrefix: '', ...given.settings } }
}

/** The article as one readable page: each heading with its level and id, each body as it is. */
function draw({ lead, sections, notes }: Article): string {
  return [lead, ...sections.flatMap(drawSection), ...notes.map(drawNote)]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

function drawNote({ id, number, references, body }: Note): string {
  return `[${number}] {${id}} ← ${references.join(' ')}\n${body}`
}

function drawSection(section: Section | Faq): string[] {
  const head = `${'#'.repeat(section.level)} ${section.title.xhtml} {${section.id}}`
  if (section.kind === 'section') return [head, section.body, ...section.sections.flatMap(drawSection)]
  const entries = section.entries.flatMap(({ id, question, answer }) => [`? ${question.xhtml} {${id}}`, answer])
  return [`${head} FAQ`, section.intro, ...entries, ...(section.closing === '' ? [] : ['!', section.closing])]
}

describe('normalizing', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const { post, settings } = readCase(name)
    const { report, diagnostics, losses } = collect()
    const { article, outline, faq } = normalizePost(post, { ...settings, tex: await loadTex([post]) }, report)
    const expected = join(folder, name, 'expected')
    await expect(draw(article)).toMatchFileSnapshot(`${expected}.html`)
    const told = {
      warnings: diagnostics().map(({ code, message }) => `${code}: ${message}`),
      losses: losses().map(({ count, message }) => `${count} × ${message}`),
      outline: `${outline.reason}: ${outline.before.map(({ level }) => level).join(' ')} → ${outline.after.map(({ level }) => level).join(' ')}`,
      moved: { promoted: outline.promoted, demoted: outline.demoted, dropped: outline.dropped },
      ...(article.pictures.length > 0 ? { pictures: article.pictures } : {}),
      questions: faq.flatMap(({ questions }) => questions),
      ...(faq.length > 0 ? { faq: faq.map(({ source, heading }) => `${source}: ${heading}`) } : {}),
    }
    await expect(`${JSON.stringify(told, null, 2)}\n`).toMatchFileSnapshot(`${expected}.json`)
  })
})
