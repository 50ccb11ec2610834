// Posts in the scripts of the world, printed whole: every letter in a font of its own, every word to be found in the PDF.
// Some of the font packages are too large to be installed for a test; where one is not there, its post is printed without it.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../src/build.js'
import { sfntOf } from '../../src/images/cover/sfnt.js'
import type { BuildResult, Format } from '../../src/index.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { veraPdf, veraPdfMissing } from '../verapdf.js'

const root = join(import.meta.dirname, '..', '..')
const fixture = (name: string) => join(root, 'test', 'fixtures', 'scripts', name, 'post.json')
const require = createRequire(import.meta.url)

/** The package below `@fontsource/` that each post needs beside the faces of the book. */
const posts: Readonly<Record<string, string>> = {
  armenian: 'noto-serif-armenian',
  bengali: 'noto-serif-bengali',
  'chinese-simplified': 'noto-serif-sc',
  'chinese-traditional': 'noto-serif-tc',
  emoji: 'noto-emoji',
  georgian: 'noto-serif-georgian',
  greek: 'eb-garamond',
  hebrew: 'noto-serif-hebrew',
  hindi: 'noto-serif-devanagari',
  korean: 'noto-serif-kr',
  lao: 'noto-serif-lao',
  russian: 'eb-garamond',
  tamil: 'noto-serif-tamil',
  thai: 'noto-serif-thai',
  vietnamese: 'eb-garamond',
}
const isThere = (font: string) => {
  try {
    return require.resolve(`@fontsource/${font}/package.json`) !== ''
  } catch {
    return false
  }
}
const printable = Object.keys(posts).filter((name) => isThere(posts[name] ?? ''))
const lacking = Object.keys(posts).filter((name) => !printable.includes(name))

const noVeraPdf = await veraPdfMissing()
const hasPdfToText = spawnSync('pdftotext', ['-v']).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'scripts-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const bytesOf = ({ outputs }: BuildResult, format: Format) =>
  outputs.find((output) => output.format === format)?.bytes ?? new Uint8Array()
const warningsOf = ({ report }: BuildResult) =>
  report.diagnostics.filter(({ severity, code }) => severity === 'warning' || code.startsWith('glyphs'))

describe('a book in a script whose font is there', () => {
  const books = new Map<string, BuildResult>()
  beforeAll(async () => {
    for (const name of printable)
      books.set(name, await build({ input: fixture(name), format: ['epub', 'pdf'], offline: true }))
  })
  const book = (name: string) => {
    const found = books.get(name)
    if (!found) throw new Error(`${name} was not built`)
    return found
  }

  it(`is in ${printable.length} scripts here${lacking.length > 0 ? ` (not there: ${lacking.join(', ')})` : ''}`, () => {
    expect(printable).toEqual(
      expect.arrayContaining(['emoji', 'greek', 'hebrew', 'hindi', 'russian', 'thai', 'vietnamese']),
    )
  })

  it.each(printable)('says nothing of missing letters, shows no box and is accessible: %s', (name) => {
    expect(warningsOf(book(name))).toEqual([])
    expect(book(name).checks.pdf?.passed).toBe(true)
  })

  it.skipIf(!hasPdfToText).each(printable)('gives every word of the post back: %s', (name) => {
    const path = join(folder, `${name}.pdf`)
    writeFileSync(path, bytesOf(book(name), 'pdf'))
    const text = bare(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }))
    const missing = wordsOf(fixture(name)).filter((word) => !text.includes(word))
    expect(missing).toEqual([])
  })

  it.skipIf(!hasJava)('has no fault that EPUBCheck finds', async () => {
    const files = printable.map((name) => ({ name: `${name}.epub`, bytes: bytesOf(book(name), 'epub') }))
    expect(await javaEpubcheck(files)).toEqual([])
  })

  it.skipIf(noVeraPdf !== undefined)(
    `has no fault that veraPDF finds${noVeraPdf ? ` (${noVeraPdf})` : ''}`,
    async () => {
      expect(await veraPdf(printable.map((name) => ({ name, bytes: bytesOf(book(name), 'pdf') })))).toEqual([])
    },
  )
})

describe('a book in a script whose font is not there', () => {
  // A machine with one font, of Latin: none of its own fonts stands in.
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  beforeAll(() => {
    const latin = require.resolve('@fontsource/eb-garamond/files/eb-garamond-latin-400-normal.woff')
    mkdirSync(join(folder, 'fonts'))
    writeFileSync(join(folder, 'fonts', 'latin.ttf'), sfntOf(readFileSync(latin)))
    const settings = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir>`
    writeFileSync(env.FONTCONFIG_FILE, `<?xml version="1.0"?><fontconfig>${settings}</fontconfig>`)
  })

  it('says so in these words', async () => {
    const result = await build({ input: fixture('lao'), format: ['pdf'], cover: false, offline: true }, { env })
    const warnings = warningsOf(result)
    expect(warnings.map(({ code }) => code)).toEqual(['glyphs-missing', 'pdf-ua-not-claimed'])
    expect([warnings[0]?.message, warnings[0]?.remedy]).toEqual([
      'The fonts of the PDF lack 44 characters of the text (ແ ສ ງ ກ ັ ບ າ ນ …).',
      'Run "npm install @fontsource/noto-serif-lao" in your project and build again; the EPUB shows them as it is.',
    ])
  })

  it.each(lacking)('names the package, and no other: %s', async (name) => {
    const result = await build({ input: fixture(name), format: ['pdf'], offline: true }, { env })
    const said = warningsOf(result).filter(({ code }) => code === 'glyphs-missing' || code === 'glyphs-regional')
    const packages = said.map(({ remedy }) => /"npm install ([^"]*)"/.exec(remedy)?.[1])
    expect([...new Set(packages)]).toEqual([`@fontsource/${posts[name]}`])
    expect(result.checks.pdf?.passed).toBe(false)
  })
})

/** The words of a post, whole, without those of links within it, after which the number of a page may stand. */
function wordsOf(path: string): readonly string[] {
  const { content } = JSON.parse(readFileSync(path, 'utf8')) as { content: { rendered: string } }
  const pieces = content.rendered.split(/<a href="#.*?<\/a>|<[^>]*>/s)
  return [...new Set(pieces.flatMap((piece) => piece.split(/\s+/)).map(bare))].filter((word) => word !== '')
}

const marks = /\s|\u00AD|[\u200E\u200F\u202A-\u202E\u2066-\u2069]|\uFE0E|\uFE0F|[.,:()]/g

/**
 * Without spaces, and without marks of direction and variation. At the end of a line that runs to the left, programs differ
 * on which side of a word a full stop stands.
 */
function bare(text: string): string {
  return text.normalize('NFC').replace(marks, '')
}
