// Real posts, where they are at hand.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/diagnostics.js'
import { readPosts } from '../../src/sources/index.js'

const shared = join(import.meta.dirname, '../../../shared/data')
const read = async (name: string) => {
  const { report, diagnostics } = collect()
  const posts = await readPosts(join(shared, name), { maxInput: 20 }, { report })
  return { posts, codes: diagnostics().map(({ code }) => code) }
}

describe.skipIf(!existsSync(shared))('real posts', () => {
  it('reads the post that was pasted from a chat assistant', async () => {
    const { posts, codes } = await read('leaky-gut.json')
    expect(posts).toMatchObject([
      {
        id: 23216,
        language: 'en',
        authors: [],
        published: '2026-01-25T10:54:00+01:00',
        site: { name: 'biohackbalance.se' },
      },
    ])
    expect(codes).toEqual([])
  })

  it('reads posts in Japanese and Indonesian', async () => {
    const names = existsSync(shared) ? readdirSync(join(shared, 'posts')) : []
    const slugs = await Promise.all(names.map(async (name) => (await read(`posts/${name}`)).posts[0]?.slug))
    expect(slugs).toEqual([
      'konsep-desain-bangunan-golkar-ramah-lingkungan',
      'dukung-ahok-golkar-minta-sumbangan-kepada-anggota',
      'sirinakarin-rd-hua-pla-chong-nonsi',
      'heteml-and-servermanvps-benchmarks',
      'codeigniter-with-twig-1',
      'codeigniter-ci-profiler-extends-show-session',
    ])
  })

  it.each([
    ['co-authors-post', ['Alice Smith', 'Bob Jones']],
    ['single-coauthor-post', ['Bob Jones']],
    ['single-post', ['Guest Writer']],
    ['single-page', ['Example User']],
    ['single-post-no-author', []],
  ])('finds the authors of %s', async (name, authors) => {
    const { posts } = await read(`rest-fixtures/ghost--${name}.json`)
    expect(posts.map((post) => post.authors.map((author) => author.name))).toEqual([authors])
  })

  it.each([
    ['multiple-users', 'post-invalid'],
    ['dated-posts', 'post-empty'],
  ])('refuses %s', async (name, code) => {
    await expect(read(`rest-fixtures/ghost--${name}.json`)).rejects.toMatchObject({ code })
  })
})
