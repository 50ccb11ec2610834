// What a site calls itself stands in its books, and not the name of its host.

import { describe, expect, it } from 'vitest'
import { linksOf } from '../../../src/sources/site/links.js'
import { cacheFolder, read, wordpress } from './world.js'

const nameIn = (head: string) => linksOf(undefined, `<head>${head}</head><body>`, 'https://press.example/').siteName
const feed = (title: string) => `<link rel="alternate" type="application/rss+xml" title="${title}" href="/feed/">`

describe('the name of a site', () => {
  it.each([
    ['the title of its feed', feed('Bread &amp; Co &raquo; Feed'), 'Bread & Co'],
    ['the same in another language', feed('Bröd » Flöde'), 'Bröd'],
    ['what it tells other sites', `${feed('Old &raquo; Feed')}<meta property="og:site_name" content="New">`, 'New'],
    ['nothing where a feed has another title', feed('RSS'), undefined],
    [
      'nothing of the feed of comments',
      '<link rel="alternate" type="application/rss+xml" title="A &raquo; B" href="/comments/feed/">',
      undefined,
    ],
  ])('is %s', (_, head, name) => {
    expect(nameIn(head)).toBe(name)
  })

  it('is known of each of its posts, in the first run and in the second', async () => {
    const site = await wordpress()
    const settings = { cacheDir: await cacheFolder() }
    for (const run of [1, 2]) {
      const { posts } = await read(`${site.home}/`, { settings })
      expect([run, ...new Set(posts.map((post) => post.site?.name))]).toEqual([run, 'The Bakery'])
    }
  })
})
