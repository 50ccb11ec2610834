// What templates and locale files must hold to, whatever they say.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', '..', 'templates')
const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'))

/** The only values that go in unescaped: markup that is clean by its type, and CSS of our own. */
const unescaped = [
  'answer',
  'body',
  'characters',
  'closing',
  'content.title.xhtml',
  'css',
  'intro',
  'lines',
  'mainTitle',
  'notes',
  'question.xhtml',
  'recto',
  'shown',
  'subtitle',
  'title',
  'title.xhtml',
  'verso',
]

function words(language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, 'locales', `${language}.json`), 'utf8'))
}

describe('templates', () => {
  it('leave only clean values unescaped', () => {
    const found = templates.flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      expect(text, name).not.toMatch(/\{\{\s*[~]?&/)
      return [...text.matchAll(/\{\{\{\s*([^}]*?)\s*\}\}\}/g)].map(([, value]) => value)
    })
    expect([...new Set(found)].sort()).toEqual(unescaped)
  })

  it.each(templates)('%s quotes every attribute with "', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    expect(text).not.toMatch(/=\{\{|='/)
  })
})

describe('locale files', () => {
  const english = words('en')

  it('hold no word that no template and no stage uses', () => {
    const src = join(import.meta.dirname, '..', '..', 'src', 'render')
    const users = [
      ...templates.map((name) => readFileSync(join(folder, name), 'utf8')),
      ...readdirSync(src)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(src, name), 'utf8')),
    ].join('\n')
    expect(Object.keys(english).filter((key) => !users.includes(`words.${key}`))).toEqual([])
  })
})
