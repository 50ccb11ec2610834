// Books that are made at a time: each is told of in its order, and no other is begun where the run has ended.

import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { booksAtATime, eachBook } from '../../src/build/side-by-side.js'
import { failure } from '../../src/diagnostics.js'

const manner = { atOnce: 2, endsAll: () => false }

describe('books side by side', () => {
  it('are told of in their order, whichever is done first', async () => {
    const told: string[] = []
    const make = async (delay: number) => {
      await setTimeout(delay)
      if (delay === 0) throw failure('strict-warnings', { count: 1 })
      return delay
    }
    await eachBook([30, 0, 1, 2], make, {
      ...manner,
      told: ({ value, error }, index) => told.push(`${index}: ${value ?? error?.code}`),
    })
    expect(told).toEqual(['0: 30', '1: strict-warnings', '2: 1', '3: 2'])
  })

  it('end where whoever is told throws, and nothing is in the making then', async () => {
    const begun: number[] = []
    let isMaking = 0
    const make = async (book: number) => {
      begun.push(book)
      isMaking += 1
      await setTimeout(book === 1 ? 30 : 0)
      isMaking -= 1
    }
    const told = () => {
      throw new Error('enough')
    }
    await expect(eachBook([0, 1, 2, 3, 4], make, { ...manner, told })).rejects.toThrow('enough')
    expect({ begun, isMaking }).toEqual({ begun: [0, 1], isMaking: 0 })
  })

  it('are two at the most, and one where there is room or a processor for one', () => {
    expect([booksAtATime(64e9, 16), booksAtATime(2e9, 16), booksAtATime(64e9, 1), booksAtATime(0, 4)]).toEqual([
      2, 1, 1, 1,
    ])
  })
})
