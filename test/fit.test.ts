import { describe, expect, it } from 'vitest'
import { printToFit } from '../src/build/fit.js'
import { collect } from '../src/diagnostics.js'

/** A printer of ten pages at 12 point, and of fewer as the type gets smaller, down to 10 point. */
function printer() {
  const asked: number[] = []
  const print = async (density: number) => {
    asked.push(density)
    const size = Math.max(10, Math.round(24 * density) / 2)
    return { printed: size, pages: Math.ceil((10 * size) / 12), size }
  }
  return { asked, print }
}

describe('fitting into a number of pages', () => {
  it.each([
    [undefined, 12, [1], []],
    [10, 12, [1], []],
    [9, 10.5, [1, 0.95, 0.9, 0.86], []],
    [
      3,
      10,
      [1, 0.95, 0.9, 0.86, 0.82, 0.78],
      ['At the smallest type that reads well, 10 point, the PDF has 9 pages and not 3.'],
    ],
  ])('%s', async (wanted, size, densities, words) => {
    const { asked, print } = printer()
    const { report, diagnostics } = collect()
    expect(await printToFit(wanted, print, report)).toBe(size)
    expect(asked).toEqual(densities)
    expect(diagnostics().map(({ message }) => message)).toEqual(words)
  })
})
