import { describe, expect, it } from 'vitest'
import { printToFit, type Setting } from '../src/build/fit.js'
import { collect } from '../src/diagnostics.js'

/**
 * A printer of ten pages at 12 point, and of fewer as the type gets smaller, down to 10 point; of a quarter less in two
 * columns, where the page has room for them.
 */
function printer(most: 1 | 2) {
  const asked: Setting[] = []
  const reckon = ({ density, crowded }: Setting) => ({
    size: Math.max(10, Math.round(24 * density) / 2),
    columns: crowded ? most : 1,
  })
  const print = async (setting: Setting) => {
    asked.push(setting)
    const { size, columns } = reckon(setting)
    return { printed: `${size}/${columns}`, pages: Math.ceil((10 * size * (columns === 2 ? 0.75 : 1)) / 12) }
  }
  return { asked, reckon, print }
}

const impossible = (pages: number, wanted: number) =>
  `At the smallest type that reads well, 10 point, the PDF has ${pages} pages and not ${wanted}.`
const withoutNotes = (pages: number) =>
  `A second column of text stands in the place of the column for notes, so that the PDF has ${pages} pages.`

describe('fitting into a number of pages', () => {
  it.each([
    ['no number', 1, undefined, '12/1', 1, []],
    ['enough pages', 1, 10, '12/1', 1, []],
    ['smaller type', 1, 9, '10.5/1', 4, []],
    ['no type small enough', 1, 3, '10/1', 5, [impossible(9, 3)]],
    ['two columns, which need not be small', 2, 8, '12/2', 6, [withoutNotes(8)]],
    ['two columns that are not enough', 2, 3, '10/2', 10, [withoutNotes(7), impossible(7, 3)]],
  ] as const)('%s', async (_, most, wanted, kept, prints, words) => {
    const { asked, reckon, print } = printer(most)
    const { report, diagnostics } = collect()
    expect(await printToFit(wanted, reckon, print, report)).toBe(kept)
    expect(asked).toHaveLength(prints)
    expect(diagnostics().map(({ message }) => message)).toEqual(words)
  })
})
