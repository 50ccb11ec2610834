// Every page of the example in each theme, edition and size, read from the PDF itself: nothing outside the type area, no
// heading without its text, no line alone, no line over another, and lines as long as the theme promises.

import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BuildOptions, build } from '../../src/index.js'
import { designOf } from '../../src/render/index.js'
import type { Page } from '../../src/render/page.js'
import { charactersPerLine, readLayout } from '../support/layout.js'
import { type Area, layoutFaults } from '../support/layout-faults.js'

const example = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'sleep-and-light.json'), 'utf8'),
)
const book = { input: example, format: ['pdf'], offline: true } as const satisfies BuildOptions
type Look = Pick<BuildOptions, 'theme' | 'edition' | 'pageSize' | 'css'>

const looks: Look[] = [
  ...(['classic', 'magazine', 'handout'] as const).flatMap((theme) =>
    ['a4', 'a5', 'letter', '6x9', '120x180mm'].map((pageSize) => ({ theme, pageSize })),
  ),
  { edition: 'handout' },
  { edition: 'handout', pageSize: 'a5' },
  { edition: 'large-print' },
  { edition: 'large-print', pageSize: 'letter' },
]

async function printed(look: Look) {
  const { outputs, report } = await build({ ...book, ...look })
  const { bytes = new Uint8Array() } = outputs[0] ?? {}
  const warnings = report.diagnostics.filter(({ severity }) => severity === 'warning').map(({ code }) => code)
  return { layout: await readLayout(bytes), warnings, design: designOf(look) }
}

/** The type area; pages of a book mirror each other. The questions of a handout use the column for notes, too. */
function areaOf(page: Page, mirrored: boolean, isWide: boolean): (number: number) => Area {
  return (number) => {
    const [left, outer] = mirrored && number % 2 === 0 ? [page.outer, page.inner] : [page.inner, page.outer]
    const right = page.width - (isWide ? page.inner : outer)
    return { left, right, top: page.height - page.top, bottom: page.bottom }
  }
}

describe('the printed page', () => {
  it.each(looks)(
    'is without fault: $edition $theme $pageSize',
    async (look) => {
      const { layout, warnings, design } = await printed(look)
      const { page, mirrored } = design
      expect(layoutFaults(layout, areaOf(page, mirrored, look.edition === 'handout'))).toEqual([])
      expect(warnings).toEqual([])
      const [width = 0, height = 0] = layout.pages[0] ?? []
      expect([Math.abs(width - page.width) < 1, Math.abs(height - page.height) < 1]).toEqual([true, true])
      const characters = charactersPerLine(layout, page.size)
      expect(characters).toBeGreaterThanOrEqual(45)
      expect(characters).toBeLessThanOrEqual(75)
    },
    120_000,
  )

  it('says so when a line cannot be long enough', async () => {
    const { warnings } = await printed({ edition: 'large-print', pageSize: 'a5' })
    expect(warnings).toEqual(['measure-short'])
  }, 120_000)

  it('is found out where it has faults', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'offprint-layout-'))
    const css = join(folder, 'own.css')
    await writeFile(css, 'h2 { break-after: page !important; margin-left: -10mm } .short > b < c { }')
    try {
      const { layout } = await printed({ css })
      const { page, mirrored } = designOf({})
      const faults = layoutFaults(layout, areaOf(page, mirrored, false))
      const kinds = new Set(faults.map((fault) => fault.split(',')[0]))
      expect([...kinds].sort()).toEqual(['outside the type area', 'stranded heading'])
    } finally {
      await rm(folder, { recursive: true })
    }
  }, 120_000)

  it('is fitted into pages where that can be, and says so where it cannot', async () => {
    const pagesOf = async (fit: number) => {
      const { outputs, report } = await build({ ...book, edition: 'handout', fit })
      const said = report.diagnostics.filter(({ code }) => code.startsWith('fit-'))
      return { pages: outputs[0]?.pages, codes: said.map(({ code }) => code) }
    }
    expect(await pagesOf(4)).toEqual({ pages: 4, codes: [] })
    expect(await pagesOf(2)).toEqual({ pages: 2, codes: ['fit-without-notes'] })
    expect(await pagesOf(1)).toEqual({ pages: 2, codes: ['fit-without-notes', 'fit-impossible'] })
  }, 240_000)

  it('is not begun where the style sheet cannot be read', async () => {
    await expect(build({ ...book, css: '/nowhere/own.css' })).rejects.toMatchObject({
      code: 'css-unreadable',
      exitCode: 3,
    })
  })
})
