import { mkdir, readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cacheFiles } from '../../src/net/cache-files.js'
import { keepWithinSize } from '../../src/net/cache-size.js'
import { folder } from './world.js'

const bytesOf = (name: string) => Buffer.alloc(1000, name)

async function filled() {
  const root = await folder()
  const files = cacheFiles(root)
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    await files.write(`https://press.example/${name}`, `about ${name}`, bytesOf(name))
    // Each was used a day after the one before it, long ago.
    const bodies = join(root, 'bodies')
    for (const body of await readdir(bodies)) {
      const known = used.get(`${root}${body}`) ?? new Date(Date.UTC(2024, 0, used.size + 1))
      used.set(`${root}${body}`, known)
      await utimes(join(bodies, body), known, known)
    }
  }
  const present = async () => {
    const found: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      if (await files.read(`https://press.example/${name}`)) found.push(name)
    }
    return found
  }
  return { root, files, present }
}

const used = new Map<string, Date>()

it('a cache that is small enough is left alone', async () => {
  const { root, present } = await filled()
  await keepWithinSize(root, 5000)
  expect(await present()).toEqual(['a', 'b', 'c', 'd', 'e'])
})

it('what was not used for longest is removed, body and entry', async () => {
  const { root, files, present } = await filled()
  // Reading is using.
  await files.read('https://press.example/a')
  await keepWithinSize(root, 4000)
  expect(await present()).toEqual(['a', 'd', 'e'])
  expect(await readdir(join(root, 'bodies'))).toHaveLength(3)
  expect(await readdir(join(root, 'entries'))).toHaveLength(3)
})

it('an empty cache has nothing to remove', async () => {
  const root = await folder()
  for (const name of ['bodies', 'entries']) await mkdir(join(root, name))
  await keepWithinSize(root, 0)
  expect(await readdir(join(root, 'bodies'))).toEqual([])
})
