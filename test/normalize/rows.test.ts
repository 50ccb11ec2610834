// What posts really contain, row by row, and the fixtures that hold each row. The rows stand in test/normalize/rows.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'normalize')
const folder = join(import.meta.dirname, 'rows')
const tables = await Promise.all(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map(
      async (name) =>
        ((await import(join(folder, name))) as { rows: Readonly<Record<string, readonly string[]>> }).rows,
    ),
)
const rows = tables.flatMap((table) => Object.entries(table))

describe('every row of what posts contain', () => {
  it('is listed once', () => {
    const names = rows.map(([name]) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(80)
  })

  it.each(rows)('%s', (_, names) => {
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !existsSync(join(fixtures, name, 'expected.html')))).toEqual([])
  })
})
