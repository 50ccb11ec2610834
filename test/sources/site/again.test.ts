// Many posts, faults among them, and what a second run asks for.

import { describe, expect, it } from 'vitest'
import { failureOf, site as plainSite } from '../../net/world.js'
import { makeContent, makePost, stamp } from '../../wordpress/content.js'
import type { FakeWordPress } from '../../wordpress/server.js'
import { cacheFolder, paths, read, wordpress } from './world.js'

const lengths = [1000, 5] as const

/** What was asked for since the log was cleared. */
function asked(site: FakeWordPress): readonly string[] {
  const found = paths(site)
  site.log.length = 0
  return found
}

describe('a thousand posts of a site of which a request in twenty fails', () => {
  it.each([1, 2, 3])('all arrive or are named, in few requests (%i)', async (seed) => {
    const site = await wordpress({ faults: 0.05 }, makeContent(lengths[0], seed))
    // Each run meets other faults.
    for (let skipped = 1; skipped < seed; skipped++) await fetch(site.origin).catch(() => {})
    const secret = await plainSite((_, response) => response.end())
    const { posts, said } = await read(`${site.home}/`)
    const named = said.filter((one) => one.startsWith('post-left-out'))
    expect(posts.length + named.length).toBe(1000)
    expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length)
    expect(said.length).toBe(named.length)
    // 10 pages of the list, 10 of posts, the page of the site and a question at the end; the rest is for the faults.
    expect(site.log.length).toBeLessThan(60)
    expect(site.busiest()).toBeLessThanOrEqual(2)
    expect(secret.hits).toEqual([])
  })
})

describe('the second run', () => {
  const twice = async (validators: 'none' | 'etag' | 'date', change: (site: FakeWordPress) => void = () => {}) => {
    const site = await wordpress({ validators }, makeContent(1000))
    const settings = { cacheDir: await cacheFolder() }
    const first = await read(`${site.home}/`, { settings })
    expect(first.posts).toHaveLength(1000)
    expect(asked(site)).toHaveLength(22)
    change(site)
    const second = await read(`${site.home}/`, { settings })
    return { site, first, second }
  }

  it.each(['etag', 'date'] as const)('asks conditional questions only (%s): one', async (validators) => {
    const { site, first, second } = await twice(validators)
    expect(second.posts).toEqual(first.posts)
    expect(site.log.map(({ status }) => status)).toEqual([304])
    expect(second.said).toEqual([
      `site-read: Of 1000 posts of ${new URL(site.origin).host}, 0 were fetched and 1000 had not changed since the last run.`,
    ])
  })

  it('asks one question also where the site knows no conditions, as most do', async () => {
    const { site, first, second } = await twice('none')
    expect(second.posts).toEqual(first.posts)
    expect(asked(site)).toEqual(['/wp-json/wp/v2/posts?orderby=modified&order=desc&per_page=100&page=1'])
  })

  it('fetches what has changed, and nothing else', async () => {
    const { site, first, second } = await twice('none', ({ content }) => {
      Object.assign(content.posts[4] ?? {}, { content: '<p>New words.</p>', modified: '2026-01-01T00:00:00' })
    })
    expect(asked(site).filter((path) => path.includes('include='))).toEqual([
      '/wp-json/wp/v2/posts?include=105&per_page=1',
    ])
    const changed = second.posts.filter((post, index) => post.content !== first.posts[index]?.content)
    expect(changed).toMatchObject([{ id: 105, content: '<p>New words.</p>' }])
  })

  it.each([
    [
      'one more',
      ({ content }: FakeWordPress) => content.posts.push(makePost({ id: 5000, date: '2019-01-01T00:00:00' })),
      1001,
    ],
    ['one less', ({ content }: FakeWordPress) => content.posts.splice(500, 1), 999],
    [
      'one in the place of another',
      ({ content }: FakeWordPress) => content.posts.splice(999, 1, makePost({ id: 5000, date: stamp(Date.now()) })),
      1000,
    ],
  ])('finds %s', async (_, change, count) => {
    const { site, second } = await twice('none', change)
    expect(second.posts.map(({ id }) => id).sort()).toEqual(site.content.posts.map(({ id }) => id).sort())
    expect(second.posts).toHaveLength(count)
  })

  it('takes everything from the cache when it is offline', async () => {
    const site = await wordpress({}, makeContent(230))
    const settings = { cacheDir: await cacheFolder() }
    const { posts } = await read(`${site.home}/`, { settings })
    const [one] = (await read(`${site.home}/loaf-9/`, { settings })).posts
    asked(site)
    const offline = { ...settings, offline: true }
    expect((await read(`${site.home}/`, { settings: offline })).posts).toEqual(posts)
    expect((await read(`${site.home}/loaf-9/`, { settings: offline })).posts).toEqual([one])
    expect((await failureOf(read(`${site.home}/loaf-10/`, { settings: offline }))).code).toBe('fetch-offline')
    expect(asked(site)).toEqual([])
  })

  it('asks for everything anew when it is told to', async () => {
    const site = await wordpress({}, makeContent(120))
    const settings = { cacheDir: await cacheFolder() }
    await read(`${site.home}/`, { settings })
    const first = asked(site)
    await read(`${site.home}/`, { settings: { ...settings, refresh: true } })
    expect(asked(site)).toEqual(first)
  })

  it('looks again where the API has moved', async () => {
    const site = await wordpress({}, makeContent(5))
    const settings = { cacheDir: await cacheFolder() }
    await read(`${site.home}/`, { settings })
    site.settings.permalinks = 'plain'
    expect((await read(`${site.home}/`, { settings })).posts).toHaveLength(5)
  })
})

describe('a run that is interrupted', () => {
  it('goes on where it was', async () => {
    const site = await wordpress({ latency: 5 }, makeContent(2000))
    const settings = { cacheDir: await cacheFolder() }
    const controller = new AbortController()
    const interrupt = setInterval(() => {
      if (site.log.filter(({ path, status }) => path.includes('include=') && status === 200).length > 6)
        controller.abort()
    }, 2)
    const error = await failureOf(read(`${site.home}/`, { settings, signal: controller.signal }))
    clearInterval(interrupt)
    expect(error.code).toBe('interrupted')
    site.settings.latency = 0
    asked(site)
    const { posts, said } = await read(`${site.home}/`, { settings })
    expect(posts).toHaveLength(2000)
    expect(said[0]).toMatch(/^site-read: Of 2000 posts of [\d.:]+, \d+ were fetched and [1-9]\d* had not changed since/)
    expect(asked(site).filter((path) => path.includes('include=')).length).toBeLessThan(20)
  })
})
