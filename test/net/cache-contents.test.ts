// What the cache holds, and that only this is thrown away.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { cacheContents, clearCache } from '../../src/index.js'
import { cacheFiles } from '../../src/net/cache-files.js'
import { openStore } from '../../src/net/store.js'

const folder = mkdtempSync(join(tmpdir(), 'cache-contents-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function filled(name: string): Promise<string> {
  const cacheDir = join(folder, name)
  await cacheFiles(cacheDir).write('https://example.org/', 'text', new Uint8Array(1000))
  for (const store of ['sites', 'articles'] as const) await openStore({ cacheDir }, {}, store).put('a', { b: 1 })
  return cacheDir
}

describe('the cache', () => {
  it('tells how much it holds, and is empty when it was cleared', async () => {
    const cacheDir = await filled('own')
    const contents = await cacheContents({ cacheDir })
    expect(contents).toMatchObject({ path: cacheDir, files: 6 })
    expect(contents.bytes).toBeGreaterThan(1000)
    expect(await clearCache({ cacheDir })).toEqual(contents)
    expect(await cacheContents({ cacheDir })).toEqual({ path: cacheDir, files: 0, bytes: 0 })
    expect(readdirSync(folder)).not.toContain('own')
  })

  it('leaves alone what is not of Offprint', async () => {
    const cacheDir = await filled('shared')
    mkdirSync(join(cacheDir, 'tmp/mine'))
    for (const name of ['notes.txt', 'tmp/mine/a', 'entries/a.json', 'bodies/b'])
      writeFileSync(join(cacheDir, name), 'x')
    await clearCache({ cacheDir })
    expect(readdirSync(cacheDir, { recursive: true }).map(String).sort()).toEqual(
      ['bodies', 'bodies/b', 'entries', 'entries/a.json', 'notes.txt', 'tmp', 'tmp/mine', 'tmp/mine/a'].map((name) =>
        join(name),
      ),
    )
  })

  it('is where the platform has it, and empty where there is none', async () => {
    expect(await clearCache({}, { env: { XDG_CACHE_HOME: join(folder, 'home'), LOCALAPPDATA: folder } })).toMatchObject(
      {
        files: 0,
        bytes: 0,
      },
    )
  })
})
