// The style sheet of the user's own: in the book, or an error before anything is made.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type BuildEvent, build } from '../../src/index.js'
import { epubTexts } from '../support/epub.js'

const input = {
  link: 'https://press.example/a-post/',
  slug: 'a-post',
  date: '2026-03-01T08:00:00',
  lang: 'en',
  title: { rendered: 'A post' },
  content: { rendered: '<p>Words.</p>' },
}

describe('a style sheet of one’s own', () => {
  it('comes after all others', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'own-styles-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const css = join(folder, 'own.css')
    await writeFile(css, 'h1 { letter-spacing: 0.05em }')
    const { outputs } = await build({ input, css, cover: false, format: ['epub'] })
    const sheet = epubTexts(outputs[0]?.bytes ?? new Uint8Array()).get('EPUB/styles/book.css')
    expect(sheet?.trim().endsWith('h1 { letter-spacing: 0.05em }')).toBe(true)
  })

  it('that cannot be read is said before anything is done', async () => {
    const events: BuildEvent[] = []
    const css = join(tmpdir(), 'no-such-folder', 'own.css')
    const making = build({ input, css, format: ['epub'] }, { onEvent: (event) => events.push(event) })
    await expect(making).rejects.toMatchObject({ code: 'css-unreadable' })
    expect(events).toEqual([])
  })
})
