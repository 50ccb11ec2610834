// Where the REST API may not lead, and what is read where it is closed.

import { describe, expect, it } from 'vitest'
import { failureOf, site as plainSite } from '../../net/world.js'
import { makeContent } from '../../wordpress/content.js'
import { read, wordpress } from './world.js'

const closed = 'it answered rest_not_logged_in, "You are not currently logged in"'

describe('where the API is closed', () => {
  it('the feed is read, page after page', async () => {
    const site = await wordpress({ rest: 'login' }, makeContent(25))
    const { posts, said } = await read(`${site.home}/`)
    expect(posts.map(({ slug }) => slug)).toEqual(Array.from({ length: 25 }, (_, index) => `loaf-${25 - index}`))
    expect(said).toEqual([
      `api-closed: The REST API of ${new URL(site.origin).host} could not be read (${closed}); the feed ${site.home}/feed/ was read in its place, without featured pictures and what the feed leaves out.`,
    ])
  })

  it.each([
    [{ limit: 3 }, ['25', '24', '23']],
    [{ limit: 3, order: 'date' }, ['23', '24', '25']],
    [{ category: ['gut'], limit: 2 }, ['24', '21']],
    [{ after: '2020-01-24' }, ['25', '24']],
    [{ before: '2020-01-03' }, ['2', '1']],
    [{ slug: ['loaf-1', 'loaf-9'] }, ['1', '9']],
  ] as const)('the feed is asked for %j', async (selection, expected) => {
    const site = await wordpress({ rest: 'firewall' }, makeContent(25))
    const { slugs } = await read(`${site.home}/`, { selection })
    expect(slugs).toEqual(expected.map((number) => `loaf-${number}`))
  })

  it('the feed of a post is read', async () => {
    const site = await wordpress({ rest: 'none' }, makeContent(25))
    const { slugs, said } = await read(`${site.home}/loaf-3/`)
    expect([slugs, said.length]).toEqual([['loaf-3'], 1])
  })

  it('and the feed too, the page of the post is read', async () => {
    const site = await wordpress({ rest: 'login', feed: false })
    const { posts, said } = await read(`${site.home}/loaf-3/`)
    expect(posts[0]?.content).toContain('<h2>How it is baked</h2>')
    expect(said).toEqual([
      `api-closed: The REST API of ${new URL(site.origin).host} could not be read (${closed}); the page itself was read in its place, without what its markup does not tell.`,
      expect.stringMatching(/^page-read: /),
    ])
  })

  it('and everything else too, each way is named', async () => {
    const site = await wordpress({ rest: 'login', feed: false, pages: false })
    const error = await failureOf(read(`${site.home}/`))
    expect(error.message).toBe(
      `Nothing of ${site.home}/ could be read: of the REST API, ${closed}; of ${site.home}/feed/, the server answered with status 403; of ${site.home}/?feed=rss2, the server answered with status 403.`,
    )
  })
})

describe('what a site may not lead to', () => {
  it.each([
    'http://127.0.0.1:PORT/wp-json/',
    'http://2130706433:PORT/wp-json/',
    'http://[::1]:PORT/wp-json/',
    'http://localhost:PORT/wp-json/',
    'http://0x7f.1:PORT/',
    'http://169.254.169.254/wp-json/',
  ])('an API at %s is not asked', async (root) => {
    const secret = await plainSite((_, response) => response.end('[]'))
    const announced = root.replace('PORT', String(secret.port))
    const site = await wordpress({ announced })
    const { slugs, said } = await read(`${site.home}/loaf-2/`)
    expect([slugs, secret.hits]).toEqual([['loaf-2'], []])
    expect(said).toEqual([
      `api-elsewhere: The page ${site.home}/loaf-2/ names ${new URL(announced).href} as its REST API, which is another site; it was not asked.`,
    ])
  })

  it.each(['/', '/wp-json/wp/v2/posts', '/a-post/'])('a redirect of %s to another host is refused', async (path) => {
    const secret = await plainSite((_, response) => response.end('[]'))
    const site = await plainSite(({ url }, response) => {
      response.writeHead(302, { location: `${secret.origin}${url}` }).end()
    })
    const error = await failureOf(read(`${site.origin}${path}`))
    expect([error.code, secret.hits]).toEqual(['address-refused', []])
  })
})
