import { expect, it } from 'vitest'
import { deadlineOf } from '../../src/pdf/deadline.js'

it('grows with the text, unless somebody says how long it is', () => {
  const document = (length: number) => ({ xhtml: ' '.repeat(length) })
  expect(deadlineOf(document(0), {})).toBe(120)
  expect(deadlineOf(document(2_000_000), {})).toBe(240)
  expect(deadlineOf(document(2_000_000), { timeout: 7 })).toBe(7)
})
