// The table of requirements names tests that are there.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { requirements } from './requirements.js'

describe('the table of requirements', () => {
  it('has 40 rows', () => {
    expect(requirements).toHaveLength(40)
  })

  it.each(requirements.map(([name, where, title]) => ({ name, where, title })))('$name', ({ where, title }) => {
    expect(readFileSync(join(import.meta.dirname, '..', where), 'utf8')).toContain(title)
  })
})
