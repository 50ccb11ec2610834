import { describe, expect, it } from 'vitest'
import { formatsOf, readOptions } from '../src/options.js'
import { withPaths } from '../src/output-paths.js'

const made = [{ format: 'epub' }, { format: 'pdf' }, { format: 'pdf', booklet: true }] as const

describe('the paths of outputs', () => {
  it('put a booklet beside its PDF', () => {
    const paths = withPaths(made, 'a-post', { output: undefined, outputDir: 'out' }).map(({ path }) => path)
    expect(paths).toEqual(['out/a-post.epub', 'out/a-post.pdf', 'out/a-post-booklet.pdf'])
    const named = withPaths(made, 'a-post', { output: ['dir/x.pdf', 'y.PDF'], outputDir: undefined })
    expect(named.map(({ path }) => path)).toEqual(['dir/x.pdf', 'dir/x-booklet.pdf', 'y.PDF', 'y-booklet.PDF'])
  })

  it('are none where nothing is to be written', () => {
    expect(withPaths(made, 'a-post', { output: undefined, outputDir: undefined })).toEqual([])
  })
})

describe('the options of paper', () => {
  const read = (given: object) => readOptions({ input: 'a.json', ...given })

  it('have their defaults', () => {
    const { links, shopLinks, booklet, bookletSheets, bleed, marks } = read({})
    expect([links, shopLinks, booklet, bookletSheets, bleed, marks]).toEqual([
      'notes',
      'short',
      false,
      undefined,
      undefined,
      false,
    ])
  })

  it('read a bleed in millimetres or inches', () => {
    expect(read({ bleed: '3mm' }).bleed).toBe(3)
    expect(read({ bleed: '0.125in' }).bleed).toBeCloseTo(3.175)
    for (const bleed of ['3', '11mm', '-1mm', 'mm', '1in']) {
      expect(() => read({ bleed })).toThrow('bleed: must be a length such as 3mm or 0.125in, 10mm at the most')
    }
  })

  it('fold sheets of a booklet only, which is made of the PDF', () => {
    expect(() => read({ bookletSheets: 4 })).toThrow('bookletSheets: needs booklet')
    expect(() => formatsOf(read({ booklet: true, format: ['epub'] }))).toThrow('A booklet is made of the PDF')
    expect(formatsOf(read({ booklet: true, format: ['pdf'] }))).toEqual(['pdf'])
  })
})
