// Whatever comes by standard input is told by its content, and a large export is read though it is over the limit.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import { build } from '../../src/index.js'
import { readPosts } from '../../src/sources/index.js'
import { looksLike } from '../../src/sources/kind.js'
import { epubTexts } from '../support/epub.js'

const fixtures = join(import.meta.dirname, '../fixtures/sources')
const folder = mkdtempSync(join(tmpdir(), 'offprint-kinds-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function* stream(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100)
}

describe('an input', () => {
  it.each([
    'plain-post/input.json',
    'export-whole-posts/input.xml',
    'export-gzip-post/input.xml.gz',
    'feed-atom-posts/input.atom',
    'page-wordpress-classic-warning/input.html',
  ])('is the same by standard input: %s', async (path) => {
    const { report } = collect()
    const settings = { maxInput: 20 }
    const stdin = stream(readFileSync(join(fixtures, path)))
    expect(await readPosts('-', settings, { report, stdin })).toEqual(
      await readPosts(join(fixtures, path), settings, { report }),
    )
  })

  it.each([
    ['[{"id":1}]', { kind: 'json' }],
    ['{"content":"<rss><wp:post_type>"}', { kind: 'json' }],
    ['<br />\n<b>Notice</b> {"id":1,"content":"<html>"}', { kind: 'json' }],
    ['Notice: x\n{"id":1,"content":"<html>"}', { kind: 'json' }],
    ['<html><script type="application/ld+json">{"a":1}', { kind: 'page' }],
    ['words alone', { text: 'words alone' }],
    ['<!DOCTYPE html><html><body><code>&lt;rss&gt;</code>', { kind: 'page' }],
    ['<?xml version="1.0"?><rss version="2.0"><channel>', { kind: 'feed' }],
    ['<?xml version="1.0"?><a:feed xmlns:a="x">', { kind: 'feed' }],
    ['-- MySQL dump 10', { other: 'a dump of a database' }],
    ['', { text: '' }],
  ])('%s looks like', (text, expected) => {
    expect(looksLike(Buffer.from(text))).toEqual(expected)
  })

  it('may be an export over the limit, of which what is asked for is taken', async () => {
    const text = readFileSync(join(fixtures, 'export-whole-posts/input.xml'), 'utf8')
    const [start = '', rest = ''] = text.split(/(?=<item>)/, 2)
    const path = join(folder, 'large.xml')
    const items = Array.from({ length: 1500 }, (_, n) => {
      const numbered = rest.replace('<wp:post_id>5<', `<wp:post_id>${n + 1}<`).replaceAll('/worms/', `/worms-${n}/`)
      return numbered.replace('Ten of them', `${'Ten of them. '.repeat(50)}`)
    })
    writeFileSync(path, `${start}${items.join('')}</channel></rss>`)
    const { report, diagnostics } = collect()
    const before = process.memoryUsage().arrayBuffers
    const posts = await readPosts(path, { maxInput: 1, limit: 3, ids: [4, 700, 1500, 1499] }, { report })
    expect(posts.map(({ id }) => id)).toEqual([4, 700, 1499])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000)
    expect(diagnostics()).toEqual([])
  })
})

describe('several inputs', () => {
  it('make one list; one address is for one input', async () => {
    const { report } = collect()
    const inputs = ['plain-post/input.json', 'feed-atom-posts/input.atom'].map((name) => join(fixtures, name))
    const posts = await readPosts(inputs, { maxInput: 20, order: 'date', limit: 2 }, { report })
    expect(posts.map(({ slug }) => slug)).toEqual(['maskar', 'moss'])
    await expect(readPosts(inputs, { maxInput: 20, url: 'https://example.org/' }, { report })).rejects.toMatchObject({
      code: 'usage-invalid',
      message: 'One address is given for 2 inputs.',
    })
  })
})

describe('a saved page', () => {
  it('has the pictures beside it, and no others of this machine', async () => {
    const pictures = join(folder, 'page_files')
    mkdirSync(pictures)
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#185' } })
      .png()
      .toBuffer()
    writeFileSync(join(pictures, 'frog.png'), png)
    writeFileSync(join(folder, 'secret.png'), png)
    const page = (url: string) =>
      `<html lang="en">${url}<body><h1>Frogs</h1><div class="entry-content"><p>${'Frogs sing at night. '.repeat(10)}</p>
      <p><img src="page_files/frog.png" alt="in"></p><p><img src="page_files/../secret.png" alt="out"></p>
      <p><img src="page_files/%2e%2e/secret.png" alt="out"></p></div></body></html>`
    for (const url of ['', '<head><link rel="canonical" href="https://example.org/frogs/"></head>']) {
      writeFileSync(join(folder, 'page.html'), page(url))
      const { outputs, report } = await build({ input: join(folder, 'page.html'), format: ['epub'], offline: true })
      const files = epubTexts(outputs[0]?.bytes ?? new Uint8Array())
      expect([...files.keys()].filter((name) => /picture-\d+\.(?:png|jpe?g)$/.test(name))).toHaveLength(1)
      const codes = report.diagnostics.filter(({ severity }) => severity === 'warning').map(({ code }) => code)
      expect(codes.filter((code) => code === 'picture-left-out')).toHaveLength(2)
      expect(codes).toContain('page-read')
    }
  })
})
