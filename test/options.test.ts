import { describe, expect, it } from 'vitest'
import { readOptions } from '../src/options.js'

const read = (more: object) => readOptions({ input: 'p.json', ...more })

describe('an ISBN', () => {
  it.each([
    ['978-0-306-40615-7', '9780306406157'],
    ['979 12 200 0852 5', '9791220008525'],
    ['0-8044-2957-x', '080442957X'],
  ])('is taken as %s', (isbn, expected) => {
    expect(read({ isbn }).isbn).toBe(expected)
  })

  it.each(['978-0-306-40615-8', '080442957', '0804429570', '9770306406157', 'X804429570', 'none', ''])(
    'is refused as %j',
    (isbn) => {
      expect(() => read({ isbn })).toThrow('isbn: must be an ISBN of 10 or 13 figures whose check digit is right')
    },
  )
})

describe('a series', () => {
  it('has a place only where it has a name', () => {
    expect(read({ series: 'S', seriesIndex: 1.5 })).toMatchObject({ series: 'S', seriesIndex: 1.5 })
    expect(() => read({ seriesIndex: 1 })).toThrow('seriesIndex: needs the name of a series')
  })
})

describe('the depth of the contents', () => {
  it('is 1, 2 or 3, and 2 where nothing is said', () => {
    expect(read({}).tocDepth).toBe(2)
    for (const tocDepth of [0, 4, 1.5]) expect(() => read({ tocDepth })).toThrow('tocDepth: must be 1, 2 or 3')
  })
})

describe('offline and refresh', () => {
  it('exclude each other', () => {
    expect(read({ offline: true })).toMatchObject({ offline: true, refresh: false })
    expect(read({ refresh: true })).toMatchObject({ offline: false, refresh: true })
    expect(() => read({ offline: true, refresh: true })).toThrow(
      'The options do not fit: refresh: asks servers again, which offline forbids; say one of the two.',
    )
  })
})

describe('numbers of posts', () => {
  it('are whole and above 0, as text too', () => {
    expect(read({ ids: ['4', 5] }).ids).toEqual([4, 5])
    for (const ids of [['x'], ['1.5'], ['0'], [-1]])
      expect(() => read({ ids })).toThrow('The options do not fit: ids.0: must be a whole number above 0')
  })
})
