// Soft hyphens in print: at the ends of lines only, so that every word can be searched for, and nothing else moved.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { build } from '../../src/build.js'
import { tidySoftHyphens } from '../../src/pdf/finish/content/soft-hyphens.js'
import { designOf } from '../../src/render/index.js'
import { readLayout } from '../support/layout.js'
import { missingWords, wordsOf, wordsOfMarkup } from '../support/words.js'
import { documentOf, print } from './sample.js'

const softHyphen = '\u00AD'
const isHyphen = (font: string, code: number) => font === 'F4' && code === 0xe4

function tidied(...lines: string[]): string | undefined {
  const made = tidySoftHyphens(Buffer.from(`${lines.join('\n')}\n`, 'latin1'), isHyphen)
  return made && Buffer.from(made).toString('latin1').replace(/\s+/g, ' ').trim()
}

const unused = ['/Span<</ActualText <feff00ad> >> BDC', '8.4 0 Td <00cd> Tj', 'EMC']
const lineEnd = (font: string, code: string) => [
  'ET',
  'BT',
  `/${font} 16 Tf`,
  '1 0 0 -1 396.6 116 Tm',
  `<${code}> Tj`,
  'ET',
]

describe('the content of a page', () => {
  it('keeps nothing of a soft hyphen that divides no line but where the pen stands', () => {
    expect(tidied('<0001> Tj', ...unused, '0 0 Td <0070> Tj', 'ET')).toBe('<0001> Tj 8.4 0 Td 0 0 Td <0070> Tj ET')
  })

  it('keeps a ligature and its letters', () => {
    expect(tidied('/Span<</ActualText <FEFF006600AD00660069> >> BDC', '<0083> Tj', 'EMC')).toBe(
      '/Span<</ActualText <FEFF006600660069> >> BDC <0083> Tj EMC',
    )
  })

  it('has one soft hyphen at the end of a line, which is what is drawn there', () => {
    expect(tidied('<0001> Tj', ...unused, ...lineEnd('F4', '00e4'))).toBe(
      '<0001> Tj 8.4 0 Td ET BT /F4 16 Tf 1 0 0 -1 396.6 116 Tm /Span<</ActualText <FEFF00AD> >> BDC <00e4> Tj EMC ET',
    )
  })

  it.each([
    ['another glyph', 'F4', '0001'],
    ['another font', 'F5', '00e4'],
  ])('takes %s for no hyphen', (_, font, code) => {
    expect(tidied(...unused, ...lineEnd(font, code))).toBe(`8.4 0 Td ${lineEnd(font, code).join(' ')}`)
  })

  it.each([
    ['has no soft hyphen', '/Span<</ActualText <feff0066> >> BDC <0083> Tj EMC'],
    ['has its digits across two characters', '/Span<</ActualText <feffaa00adbb> >> BDC <0083> Tj EMC'],
    ['shows them as codes', '<00ad> Tj'],
  ])('stays as it is where it %s', (_, content) => {
    expect(tidied(content)).toBeUndefined()
  })
})

const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'soft-hyphens-'))
afterAll(() => rmSync(folder, { recursive: true }))

function saved(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** The text as it stands in lines, without heads and folios; otherwise hyphens of the author's are taken for the printer's. */
const area = ['-layout', '-x', '0', '-y', '50', '-W', '420', '-H', '478']
const pageText = (path: string) => execFileSync('pdftotext', [...area, path, '-'], { encoding: 'utf8' })
const joined = (text: string) => text.replace(/\u00AD\n\s*/g, '')

const root = join(import.meta.dirname, '..', '..')
const shared = join(root, '..', 'shared', 'data', 'leaky-gut.json')
const posts = [join(root, 'examples', 'sleep-and-light.json'), ...(existsSync(shared) ? [shared] : [])]

describe(`a justified book${existsSync(shared) ? '' : ' (the shared post is not there)'}`, () => {
  it.skipIf(!hasPdftotext).each(posts)(
    'has every word whole, soft hyphens at the ends of lines only: %s',
    async (input) => {
      const { outputs, checks } = await build({ input, format: ['pdf'], offline: true })
      expect(checks.pdf?.passed).toBe(true)
      const text = pageText(saved('book.pdf', outputs[0]?.bytes ?? new Uint8Array()))
      expect(text.split(softHyphen).length).toBeGreaterThan(2)
      expect(text.match(new RegExp(`${softHyphen}[^\\n]`, 'g'))).toBeNull()
      const post = [JSON.parse(readFileSync(input, 'utf8'))].flat()[0]
      const words = wordsOfMarkup(post.content.rendered)
      const found = wordsOf(joined(text))
      expect(words.length).toBeGreaterThan(300)
      expect(new Set(missingWords(words, found))).toEqual(new Set(numbersTakenOff(words, found)))
    },
  )

  it.skipIf(!hasPdftotext)('ends its lines where the browser ended them', async () => {
    const text =
      'Of\u00ADfi\u00ADcers ex\u00ADplain inter\u00ADna\u00ADtional hy\u00ADphen\u00ADa\u00ADtion thor\u00ADough\u00ADly. '.repeat(
        12,
      )
    const body = (words: string) => `<p style="text-align: justify">${words}</p>`
    const { bytes, check } = await print(documentOf(body(text)))
    const plain = await print(documentOf(body(text.replaceAll(softHyphen, ''))))
    expect(check.passed).toBe(true)
    const found = pageText(saved('soft.pdf', bytes))
    expect(found).toContain(`${softHyphen}\n`)
    expect(wordsOf(joined(found))).toEqual(wordsOf(pageText(saved('plain.pdf', plain.bytes))))
    const { blocks } = await readLayout(bytes)
    // Every line but the last ends at the same edge: the pen went where the browser put it.
    const edges = blocks.flatMap(({ lines }) => lines.slice(0, -1)).map(({ right }) => Math.round(right))
    expect(Math.max(...edges) - Math.min(...edges)).toBeLessThanOrEqual(1)
  })
})

/** The numbers that the outline takes off questions. */
function numbersTakenOff(words: readonly string[], found: readonly string[]): string[] {
  return missingWords(words, found).filter((word) => /^\d$/.test(word))
}

/** The widest gap between two words of a line, in points; lines of at least four words that reach the edge of their page. */
function widestGap(path: string): number {
  const pages = execFileSync('pdftotext', ['-bbox-layout', path, '-'], { encoding: 'utf8' }).split('<page ').slice(1)
  const gaps = pages.flatMap((page) => {
    const lines = [...page.matchAll(/<line [\s\S]*?<\/line>/g)].map(([line]) =>
      [...line.matchAll(/<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"/g)].map(([, from, to]) =>
        [from, to].map(Number),
      ),
    )
    const edge = Math.max(...lines.map((words) => words.at(-1)?.[1] ?? 0))
    return lines
      .filter((words) => words.length > 3 && edge - (words.at(-1)?.[1] ?? 0) < 1)
      .flatMap((words) => words.slice(1).map(([from = 0], index) => from - (words[index]?.[1] ?? 0)))
  })
  return Math.max(...gaps)
}

describe('justified lines', () => {
  it.skipIf(!hasPdftotext).each(['a5', 'a4', '6x9', '120x180mm'])('are not loose on %s', async (pageSize) => {
    const { outputs } = await build({ input: posts[0] ?? '', format: ['pdf'], offline: true, pageSize })
    const { page, justified } = designOf({ pageSize })
    expect(justified).toBeGreaterThanOrEqual(55)
    const gap = widestGap(saved('lines.pdf', outputs[0]?.bytes ?? new Uint8Array())) / page.size
    // A usual space is a fifth of the type size.
    expect(gap).toBeGreaterThan(0.25)
    expect(gap).toBeLessThan(0.55)
  })

  it('are those of the classic book alone', () => {
    const looks = [
      { theme: 'magazine' },
      { theme: 'handout' },
      { edition: 'handout', theme: 'classic' },
      { edition: 'large-print' },
    ] as const
    expect(looks.map((look) => designOf(look).justified)).toEqual([0, 0, 0, 0])
  })
})
