// Every folder of test/fixtures/sources is a case: one file `input.…`, options.json where it needs some, and
// expected.json with what comes of it.
// `vitest -u` writes expected.json anew; read what changed before you keep it.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collect, OffprintError } from '../../src/diagnostics.js'
import { readPosts } from '../../src/sources/index.js'

const folder = join(import.meta.dirname, '../fixtures/sources')

async function outcome(folderOfCase: string): Promise<object> {
  const names = readdirSync(folderOfCase)
  const input = names.find((name) => /^@?input\./.test(name)) ?? 'input.json'
  const path = join(folderOfCase, input)
  const options = names.includes('options.json')
    ? JSON.parse(readFileSync(join(folderOfCase, 'options.json'), 'utf8'))
    : {}
  const collector = collect()
  const said = () => collector.diagnostics().map(({ code, severity, message }) => ({ code, severity, message }))
  try {
    const asked = input.endsWith('.list') ? `@${path}` : path
    const posts = await readPosts(asked, { maxInput: 20, ...options }, { report: collector.report })
    const losses = collector.losses().map(({ message, count }) => ({ message, count }))
    return withoutPath({ posts, said: said(), ...(losses.length > 0 ? { losses } : {}) }, folderOfCase)
  } catch (error) {
    if (!(error instanceof OffprintError)) throw error
    const { code, message, exitCode } = error
    return withoutPath({ error: { code, message, exitCode }, said: said() }, folderOfCase)
  }
}

/** What is expected names no folder of one machine. */
function withoutPath(result: object, path: string): object {
  return JSON.parse(JSON.stringify(result).replaceAll(`${path}/`, ''))
}

describe('sources', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const result = await outcome(join(folder, name))
    const ending = 'error' in result ? 'error' : name.endsWith('warning') ? 'warning' : /posts?$/.exec(name)?.[0]
    expect(name.endsWith(String(ending))).toBe(true)
    await expect(`${JSON.stringify(result, undefined, 2)}\n`).toMatchFileSnapshot(join(folder, name, 'expected.json'))
  })
})
