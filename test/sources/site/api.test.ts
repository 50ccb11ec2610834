// Addresses of routes, in each form of the API, and links of pages.

import { describe, expect, it } from 'vitest'
import { addressOf, apiOfWordPressCom, isSameSite, routeOf } from '../../../src/sources/site/api.js'
import { isOfWordPressCom, linksOf } from '../../../src/sources/site/links.js'

describe('the address of a route', () => {
  it.each([
    ['https://a.example/wp-json/', 'https://a.example/wp-json/wp/v2/posts?include=1%2C2'],
    ['https://a.example/en/wp-json', 'https://a.example/en/wp-json/wp/v2/posts?include=1%2C2'],
    ['https://a.example/?rest_route=/', 'https://a.example/?rest_route=%2Fwp%2Fv2%2Fposts&include=1%2C2'],
    [
      'https://a.example/index.php?rest_route=/',
      'https://a.example/index.php?rest_route=%2Fwp%2Fv2%2Fposts&include=1%2C2',
    ],
    [apiOfWordPressCom('a.example').root, 'https://public-api.wordpress.com/wp/v2/sites/a.example/posts?include=1%2C2'],
  ])('below %s is told by it, and tells it', (root, expected) => {
    const address = addressOf({ root }, 'wp/v2/posts', { include: '1,2', status: undefined })
    expect(address).toBe(expected)
    const found = routeOf(address)
    expect([found?.route, found?.api.root.replace(/\/$/, '')]).toEqual(['wp/v2/posts', root.replace(/\/$/, '')])
  })

  it('is not that of a page', () => {
    for (const address of [
      'https://a.example/',
      'https://a.example/wp-json-is-great/',
      'https://b.example/wp/v2/sites/a/posts',
    ]) {
      expect(routeOf(address)).toBeUndefined()
    }
  })
})

describe('one site', () => {
  it.each([
    ['https://www.a.example/x', 'http://a.example', true],
    ['https://a.example:8443/', 'https://a.example/', false],
    ['https://cms.a.example/', 'https://a.example/', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(isSameSite(one, other)).toBe(expected)
  })
})

describe('the links of a page', () => {
  it('are those of its header and of its head, not of its text', () => {
    const header = '<https://a.example/wp-json/>; rel="https://api.w.org/", <https://a.example/?p=7>; rel=shortlink'
    const html = `<html><head>
      <LINK REL='alternate' TYPE='application/rss+xml' HREF='/comments/feed/'>
      <link rel="alternate" type="application/rss+xml" href="/feed/?a=1&amp;b=2" />
      </head><body><link rel="alternate" type="application/json" href="/evil"></body></html>`
    expect(linksOf(header, html, 'https://a.example/x/')).toEqual({
      api: 'https://a.example/wp-json/',
      shortlink: 'https://a.example/?p=7',
      feed: 'https://a.example/feed/?a=1&b=2',
    })
  })

  it('that are no addresses of the web are none', () => {
    expect(
      linksOf(
        '<javascript:alert(1)>; rel="https://api.w.org/"',
        '<link rel=shortlink href="file:///x">',
        'https://a.example/',
      ),
    ).toEqual({})
  })

  it('take time in proportion to the page', () => {
    expect(linksOf('<'.repeat(100_000), '<link '.repeat(200_000), 'https://a.example/')).toEqual({})
  })

  it('tell WordPress.com by its name or its mark', () => {
    expect(isOfWordPressCom('', 'https://a.wordpress.com/x')).toBe(true)
    expect(isOfWordPressCom('<meta name="generator" content="WordPress.com" />', 'https://a.example/')).toBe(true)
    expect(isOfWordPressCom('<meta name="generator" content="WordPress 6.9" />', 'https://a.example/')).toBe(false)
    expect(isOfWordPressCom('', 'https://a.wordpress.com.evil.example/')).toBe(false)
  })
})
