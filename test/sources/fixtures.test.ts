// Every folder of test/fixtures/sources is a case: input.json, and expected.json with what comes of it.
// `vitest -u` writes expected.json anew; read what changed before you keep it.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collect, OffprintError } from '../../src/diagnostics.js'
import { readPosts } from '../../src/sources/index.js'

const folder = join(import.meta.dirname, '../fixtures/sources')

async function outcome(path: string): Promise<object> {
  const collector = collect()
  const said = () => collector.diagnostics().map(({ code, severity, message }) => ({ code, severity, message }))
  try {
    const posts = await readPosts(path, { maxInput: 20 }, { report: collector.report })
    return { posts, said: said() }
  } catch (error) {
    if (!(error instanceof OffprintError)) throw error
    const { code, message, exitCode } = error
    return { error: { code, message: message.replaceAll(path, 'input.json'), exitCode }, said: said() }
  }
}

describe('sources', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const result = await outcome(join(folder, name, 'input.json'))
    const ending = 'error' in result ? 'error' : name.endsWith('warning') ? 'warning' : /posts?$/.exec(name)?.[0]
    expect(name.endsWith(String(ending))).toBe(true)
    await expect(`${JSON.stringify(result, undefined, 2)}\n`).toMatchFileSnapshot(join(folder, name, 'expected.json'))
  })
})
