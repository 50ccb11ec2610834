// Articles kept from run to run: made once, told of every time, and the same book out of them.

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import { type BuildOptions, build } from '../../src/index.js'
import type { Post } from '../../src/model.js'
import { type NormalizeSettings, normalizePost } from '../../src/normalize/index.js'
import { keepingArticles } from '../../src/prepare/kept-articles.js'
import { cacheFolder, wordpress } from '../sources/site/world.js'
import { postOf } from '../support/posts.js'

const settings: NormalizeSettings = { outline: 'auto', faq: 'auto', idPrefix: '' }
const post = postOf(
  '<h2 onclick="x()">One</h2><p>Words<sup><a href="#n">1</a></sup>.</p><p><img src="https://press.example/a.png"></p>',
)

function world() {
  const kept = new Map<string, string>()
  const made: Post[] = []
  const normalizer = keepingArticles(
    {
      get: async (name) => JSON.parse(kept.get(name) ?? 'null') ?? undefined,
      put: async (name, value) => void kept.set(name, JSON.stringify(value)),
    },
    (...given) => {
      made.push(given[0])
      return normalizePost(...given)
    },
  )
  const run = async (one: Post, asked = settings) => {
    const { report, diagnostics, losses } = collect()
    const value = await (await normalizer)(one, asked, report)
    return { value, said: diagnostics(), losses: losses() }
  }
  return { run, made }
}

describe('an article', () => {
  it('is made once, and everything is said of it each time', async () => {
    const { run, made } = world()
    const first = await run(post)
    expect(first.said.map(({ code }) => code)).toContain('image-alt-missing')
    expect(first.losses).not.toEqual([])
    expect(await run(post)).toEqual(first)
    expect(made).toEqual([post])
  })

  it.each<[string, Post, NormalizeSettings]>([
    ['its post changes', { ...post, content: postOf('<p>Other words.</p>').content }, settings],
    ['its slug does', { ...post, slug: 'another' }, settings],
    ['something else is asked for', post, { ...settings, outline: 'keep' }],
    ['its ids are others', post, { ...settings, idPrefix: 'p2-' }],
    ['a hint changes it', post, { ...settings, hints: { title: 'Another' } }],
  ])('is made anew when %s', async (_, other, asked) => {
    const { run, made } = world()
    await run(post)
    expect((await run(other, asked)).value).toEqual(normalizePost(other, asked, () => {}))
    expect(made).toHaveLength(2)
  })
})

describe('a book of a site', () => {
  const twice = async (env: Record<string, string>) => {
    const site = await wordpress()
    const cacheDir = await cacheFolder()
    const options: BuildOptions = { input: `${site.home}/`, format: ['epub'], allowPrivateNetwork: true, cacheDir }
    const [first, second] = [await build(options, { env }), await build(options, { env })]
    expect(second.outputs[0]?.sha256).toBe(first.outputs[0]?.sha256)
    expect(second.report.losses).toEqual(first.report.losses)
    return readdir(join(cacheDir, 'articles', 'entries')).catch(() => [])
  }

  it('is the same of what is kept', async () => {
    expect(await twice({})).toHaveLength(3)
  })

  it('keeps nothing that a password may have opened', async () => {
    expect(await twice({ OFFPRINT_USER: 'a', OFFPRINT_APP_PASSWORD: 'b' })).toEqual([])
  })
})
