// To whom the application password is said, and to whom not.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collect } from '../../../src/diagnostics.js'
import { authorizationFor } from '../../../src/sources/site/credentials.js'
import { failureOf, site as plainSite } from '../../net/world.js'
import { makeContent, makePost } from '../../wordpress/content.js'
import { cacheFolder, read, wordpress } from './world.js'

const env = { OFFPRINT_USER: 'alma', OFFPRINT_APP_PASSWORD: 'abcd EFGH 1234' }
const login = { user: 'alma', password: 'abcd EFGH 1234' }
const value = `Basic ${Buffer.from('alma:abcd EFGH 1234').toString('base64')}`

function withDraft() {
  const content = makeContent(2)
  content.posts.push(makePost({ id: 7, status: 'draft', slug: '' }))
  return content
}

function filesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

describe('an application password', () => {
  it('shows drafts, and neither it nor they are kept', async () => {
    const site = await wordpress({ login }, withDraft())
    const cacheDir = await cacheFolder()
    const { posts, said } = await read(`${site.home}/`, {
      env,
      settings: { cacheDir },
      selection: { status: ['draft'] },
    })
    expect(posts).toMatchObject([{ id: 7, content: '<p>Text of post 7.</p>\n' }])
    expect(said).toEqual([])
    const kept = filesOf(cacheDir).join('\n')
    for (const secret of ['abcd', value, 'Text of post 7']) expect(kept).not.toContain(secret)
  })

  it('is said only where the site asks for one', async () => {
    const site = await wordpress({ login }, withDraft())
    await read(`${site.home}/`, { env })
    expect(site.log.filter(({ headers }) => headers.authorization)).toEqual([])
    expect((await read(`${site.home}/?p=7`, { env })).posts).toHaveLength(1)
    expect(site.log.filter(({ headers }) => headers.authorization).length).toBeGreaterThan(0)
  })

  it('opens an API that is closed to strangers', async () => {
    const site = await wordpress({ login, rest: 'login' })
    expect((await read(`${site.home}/`, { env })).posts).toHaveLength(3)
  })

  it('that is wrong is an error which does not hold it', async () => {
    const site = await wordpress({ login: { user: 'alma', password: 'other' } }, withDraft())
    const error = await failureOf(read(`${site.home}/`, { env, selection: { status: ['draft'] } }))
    expect([error.code, JSON.stringify(error), error.message]).toEqual([
      'credentials-refused',
      expect.not.stringContaining('abcd'),
      'The site did not accept the user name and the application password (incorrect_password, "The provided password is an invalid application password").',
    ])
  })

  it('does not go along to another host, nor on from there', async () => {
    const secret = await plainSite(({ url }, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${back}${url}` }).end()
    })
    let back = 0
    const site = await plainSite((_, response) => response.writeHead(302, { location: `${secret.origin}/x` }).end())
    back = site.port
    const error = await failureOf(
      read(`${site.origin}/wp-json/wp/v2/posts/7`, { env, selection: { status: ['draft'] } }),
    )
    expect([error.code, secret.hits]).toEqual(['address-refused', []])
    expect(site.hits.map(({ headers }) => headers.authorization)).toEqual([value])
  })
})

describe('whether it may be said', () => {
  const ask = (site: string, root: string, more: object = {}, allowPrivateNetwork = false) => {
    const { report, diagnostics } = collect()
    const found = authorizationFor({ site, root, allowPrivateNetwork }, { ...env, ...more }, report)
    return found ?? diagnostics().map(({ message }) => message)[0]
  }

  it('to the origin that was named, over https', () => {
    expect(ask('https://a.example/post', 'https://a.example/wp-json/')).toEqual({ origin: 'https://a.example', value })
    expect(ask('http://a.example/', 'https://a.example/wp-json/')).toEqual({ origin: 'https://a.example', value })
    expect(ask('http://127.0.0.1:8080/', 'http://127.0.0.1:8080/wp-json/', {}, true)).toMatchObject({ value })
  })

  it.each([
    [
      'http://a.example/',
      'http://a.example/wp-json/',
      {},
      'http://a.example: without https everybody on the way could read it.',
    ],
    [
      'http://127.0.0.1:8080/',
      'http://127.0.0.1:8080/wp-json/',
      {},
      'http://127.0.0.1:8080: without https everybody on the way could read it.',
    ],
    [
      'https://a.example/',
      'https://www.a.example/wp-json/',
      {},
      'https://www.a.example: its REST API is at www.a.example, and what was named is a.example.',
    ],
    [
      'https://a.example/',
      'https://a.example/wp-json/',
      { OFFPRINT_SITE: 'https://b.example' },
      'https://a.example: OFFPRINT_SITE does not name it.',
    ],
  ])('%s, %s: no', (site, root, more, words) => {
    expect(ask(site, root, more)).toBe(`The application password was not sent to ${words}`)
  })

  it('half of it is a mistake', () => {
    expect(() => ask('https://a.example/', 'https://a.example/wp-json/', { OFFPRINT_USER: '' })).toThrow(
      'must be set together',
    )
  })
})
