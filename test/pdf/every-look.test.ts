// Posts that are hard to print, in every theme, edition and size: what no page may have, and what words may not suffer.
// One browser prints all of them.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuildOptions, build, createPrinter, type Printer } from '../../src/index.js'
import { designOf } from '../../src/render/index.js'
import type { Page } from '../../src/render/page.js'
import { type Layout, readLayout } from '../support/layout.js'
import { type AreaOf, layoutFaults } from '../support/layout-faults.js'
import { brokenWords, holes, wordsKnown } from '../support/page-faults.js'

type Look = Pick<BuildOptions, 'theme' | 'edition' | 'pageSize'>

const looks: Look[] = [
  ...(['classic', 'magazine', 'handout'] as const).flatMap((theme) =>
    ['a4', 'a5', '6x9', '120x180mm'].map((pageSize) => ({ theme, pageSize })),
  ),
  { edition: 'handout', pageSize: 'a4' },
  { edition: 'large-print', pageSize: 'a4' },
  { edition: 'large-print', pageSize: 'a5' },
]

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'layout')
const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'leaky-gut.json')

interface RestPost {
  readonly title: { readonly rendered: string }
  readonly content: { readonly rendered: string }
}

function hardPost(): RestPost {
  const parts = ['texts', 'tables', 'pictures'].map((name) => readFileSync(join(fixtures, `${name}.html`), 'utf8'))
  const [texts = '', ...others] = parts
  const notes = texts.indexOf('<ol class="wp-block-footnotes">')
  const content = [texts.slice(0, notes), ...others, texts.slice(notes)].join('\n')
  const day = '2026-03-01T08:00:00'
  return {
    ...{ id: 1, slug: 'hard', link: 'https://press.example/hard/', date: day, date_gmt: day },
    title: { rendered: 'Hard to Print &#8211; What a Page Must Bear' },
    content: { rendered: content },
  }
}

/** The type area. Pages mirror each other; one that lies on its side has its margins with it; questions may be wider. */
function areaOf(page: Page, { pages }: Layout, mirrored: boolean, isWide: boolean): AreaOf {
  return (number) => {
    const [width = 0] = pages[number - 1] ?? []
    if (Math.abs(width - page.height) < 2 && page.height !== page.width) {
      const [left, right] = [page.top, page.height - page.bottom]
      return { left, right, top: page.width - page.inner, bottom: page.inner }
    }
    const [left, outer] = mirrored && number % 2 === 0 ? [page.outer, page.inner] : [page.inner, page.outer]
    const right = page.width - (isWide ? page.inner : outer)
    return { left, right, top: page.height - page.top, bottom: page.bottom }
  }
}

let printer: Printer
beforeAll(async () => {
  printer = await createPrinter()
})
afterAll(() => printer?.close())

async function faultsOf(post: RestPost, look: Look): Promise<string[]> {
  const media = join(fixtures, 'media')
  const options: BuildOptions = { input: { ...post }, format: ['pdf'], lang: 'en', offline: true, media, ...look }
  const { outputs, checks } = await build(options, { printer })
  const layout = await readLayout(outputs[0]?.bytes ?? new Uint8Array())
  const { page, mirrored } = designOf(look)
  const area = areaOf(page, layout, mirrored, look.edition === 'handout')
  const known = wordsKnown(load(`<p>${post.title.rendered}</p>${post.content.rendered}`).text())
  // The questions of a handout have a page of their own.
  const empty = look.edition === 'handout' ? [] : holes(layout, area, page.line)
  const broken = checks.pdf?.rules.flatMap(({ rule, failed }) => (failed > 0 ? [`PDF/UA-1: ${rule}`] : [])) ?? [
    'not checked',
  ]
  return [...layoutFaults(layout, area), ...empty, ...brokenWords(layout, known), ...broken]
}

const posts: [string, RestPost][] = [
  ['a post that is hard to print', hardPost()],
  ...(existsSync(shared) ? [['the shared post', JSON.parse(readFileSync(shared, 'utf8')) as RestPost] as const] : []),
].map(([name, post]) => [name as string, post as RestPost])

if (!existsSync(shared)) console.info('the shared post is not here: its pages are not looked at')

describe.each(posts)('%s', (_, post) => {
  it.concurrent.each(looks)(
    'has pages without fault: $edition $theme $pageSize',
    async (look) => {
      expect(await faultsOf(post, look)).toEqual([])
    },
    180_000,
  )
})
