import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import { readPosts, type SourceContext } from '../../src/sources/index.js'

const folder = mkdtempSync(join(tmpdir(), 'offprint-sources-'))
afterAll(() => rmSync(folder, { recursive: true }))

const post = { id: 7, title: 'A', content: '<p>å</p>', link: 'https://example.org/a/', slug: 'a' }
const context = (more: Partial<SourceContext> = {}): SourceContext => ({ report: collect().report, ...more })
const limits = { maxInput: 20 }

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function* chunks(...parts: readonly Uint8Array[]) {
  yield* parts
}

describe('readPosts', () => {
  it('reads a file, standard input and a value alike', async () => {
    const json = JSON.stringify([post])
    const bytes = Buffer.from(json)
    const middle = bytes.indexOf('å') + 1
    const stdin = chunks(bytes.subarray(0, middle), bytes.subarray(middle))
    const fromFile = await readPosts(file('good.json', json), limits, context())
    expect(fromFile).toMatchObject([{ id: 7, slug: 'a', content: '<p>å</p>' }])
    expect(await readPosts('-', limits, context({ stdin }))).toEqual(fromFile)
    expect(await readPosts([post], limits, context())).toEqual(fromFile)
    expect(await readPosts(post, limits, context())).toEqual(fromFile)
  })

  it.each([
    [join(folder, 'none.json'), 'there is no such file'],
    [folder, 'it is a folder'],
    [join(folder, 'x'.repeat(300)), 'the name is too long'],
    ['https://example.org/a/', 'it is a web address; save what it answers to a file first'],
  ])('says why %s cannot be read', async (path, reason) => {
    await expect(readPosts(path, limits, context())).rejects.toMatchObject({
      code: 'input-unreadable',
      exitCode: 3,
      message: `The input ${path} cannot be read (${reason}).`,
    })
  })

  it('refuses a file over the limit before it reads it', async () => {
    const path = file('huge.json', '')
    // Sparse: 3 GB that take no room, and could not be read into one buffer.
    truncateSync(path, 3_000_000_001)
    await expect(readPosts(path, limits, context())).rejects.toMatchObject({
      code: 'input-too-large',
      message: `The input ${path} is 3000.01 MB; the limit is 20 MB.`,
    })
  })

  it('stops reading a stream at the limit', async () => {
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 1
        yield Buffer.alloc(500_000, ' ')
      }
    }
    await expect(readPosts('-', { maxInput: 2 }, context({ stdin: endless() }))).rejects.toMatchObject({
      code: 'input-too-large',
      message: 'The input (standard input) is over 2 MB; the limit is 2 MB.',
    })
    expect(sent).toBeLessThan(100)
  })

  it('takes a file of exactly the limit', async () => {
    const path = file('exact.json', JSON.stringify({ ...post, content: 'a' }).padEnd(1_000_000))
    expect(await readPosts(path, { maxInput: 1 }, context())).toHaveLength(1)
  })

  it('ends when it is interrupted, though standard input never does', async () => {
    const controller = new AbortController()
    async function* silent() {
      await new Promise(() => {})
      yield Buffer.from('')
    }
    const reading = readPosts('-', limits, context({ stdin: silent(), signal: controller.signal }))
    controller.abort()
    await expect(reading).rejects.toMatchObject({ code: 'interrupted', exitCode: 130 })
  })

  it('ends at once when it was interrupted before', async () => {
    const signal = AbortSignal.abort()
    await expect(readPosts(file('late.json', '{}'), limits, context({ signal }))).rejects.toMatchObject({
      code: 'interrupted',
    })
  })

  it('says what is wrong with a value', async () => {
    await expect(readPosts([], limits, context())).rejects.toMatchObject({ code: 'no-posts' })
    await expect(readPosts({ code: 'rest_no', message: 'No.' }, limits, context())).rejects.toMatchObject({
      message: 'The input (parsed JSON) is an error message of the site: rest_no, "No".',
    })
  })
})
