// A recipe, a picture story and a long read as a magazine and as a handout: laid out without fault, every word there and
// to be found, and accessible.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuildOptions, build } from '../../src/index.js'
import { designOf } from '../../src/render/index.js'
import { charactersPerLine, type Layout, readLayout } from '../support/layout.js'
import { layoutFaults } from '../support/layout-faults.js'
import { missingWords, wordsOf, wordsOfMarkup } from '../support/words.js'
import { type NamedPdf, veraPdf, veraPdfMissing } from '../verapdf.js'

type Look = Pick<BuildOptions, 'theme' | 'edition' | 'pageSize' | 'fit'>

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'print')
const posts = readdirSync(fixtures).map((name) => name.replace('.json', ''))
const looks: Look[] = [
  { theme: 'magazine', pageSize: 'a4' },
  { theme: 'magazine', pageSize: 'letter' },
  { theme: 'magazine', pageSize: '120x180mm' },
  { edition: 'handout', pageSize: 'a4' },
  { edition: 'handout', pageSize: 'letter', fit: 2 },
]
const shapes: Readonly<Record<string, readonly [number, number]>> = {
  rope: [1067, 1600],
  'oats-jar': [1200, 1600],
  small: [420, 280],
}

const folder = mkdtempSync(join(tmpdir(), 'offprint-looks-'))
const printed: NamedPdf[] = []
const missing = await veraPdfMissing()

beforeAll(async () => {
  for (const [index, name] of [
    'oats',
    'oats-jar',
    'harbour',
    'boat',
    'rope',
    'gulls',
    'nets',
    'small',
    'kitchen',
  ].entries()) {
    const [width, height] = shapes[name] ?? [1600, 1067]
    const background = { r: 40 + index * 20, g: 90, b: 200 - index * 15 }
    await sharp({ create: { width, height, channels: 3, background } })
      .jpeg()
      .toFile(join(folder, `${name}.jpg`))
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The sizes of its letters, but for superior figures. */
function smallest({ blocks }: Layout): number {
  return Math.min(...blocks.flatMap(({ lines }) => lines.map(({ size }) => size)))
}

/** Poppler joins what a hyphen at the end of a line parts, whoever put it there. */
function compound(text: string): string {
  return text.replace(/(?<=\p{L})-(?=\p{L})/gu, '')
}

/** The words of a page as Poppler reads them, which minds replacement text. */
function foundIn(bytes: Uint8Array): string[] {
  const path = join(folder, 'found.pdf')
  writeFileSync(path, bytes)
  return wordsOf(compound(spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' }).stdout))
}

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

describe.each(posts)('%s', (name) => {
  const post = JSON.parse(readFileSync(join(fixtures, `${name}.json`), 'utf8'))

  it.each(looks)(
    'is laid out without fault: $theme $edition $pageSize',
    async (look) => {
      const { outputs, report } = await build({ input: post, format: ['pdf'], offline: true, media: folder, ...look })
      const [{ bytes, pages } = { bytes: new Uint8Array(), pages: 0 }] = outputs
      printed.push({ name: `${name} ${Object.values(look).join(' ')}`, bytes })
      expect(report.diagnostics.filter(({ severity }) => severity === 'warning')).toEqual([])
      const layout = await readLayout(bytes)
      expect(smallest(layout)).toBeGreaterThan(look.theme === 'magazine' ? 7.9 : 8.4)
      if (hasPoppler) {
        const all = wordsOfMarkup(compound(post.content.rendered), ['sup'])
        expect(missingWords(all, foundIn(bytes))).toEqual([])
      }
      if (look.fit) return expect(pages).toBeLessThanOrEqual(look.fit)
      const { page } = designOf(look)
      const outer = look.edition === 'handout' ? page.inner : page.outer
      const area = { left: page.inner, right: page.width - outer, top: page.height - page.top, bottom: page.bottom }
      expect(layoutFaults(layout, () => area)).toEqual([])
      if (look.theme === 'magazine') expect(charactersPerLine(layout, page.size)).toBeGreaterThanOrEqual(45)
    },
    120_000,
  )
})

describe('all of them', () => {
  it.skipIf(missing !== undefined)(
    `keep to PDF/UA-1${missing === undefined ? '' : ` (skipped: ${missing})`}`,
    async () => {
      expect(printed).toHaveLength(posts.length * looks.length)
      expect(await veraPdf(printed)).toEqual([])
    },
    180_000,
  )
})
