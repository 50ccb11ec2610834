// A whole book from a site that is there.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { build } from '../../src/build.js'
import { inspect } from '../../src/inspect.js'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { makeContent } from '../wordpress/content.js'
import { startWordPress } from '../wordpress/server.js'

async function settings() {
  const site = await startWordPress({ validators: 'etag' }, makeContent(8))
  onTestFinished(site.close)
  const cacheDir = await mkdtemp(join(tmpdir(), 'offprint-whole-'))
  onTestFinished(() => rm(cacheDir, { recursive: true, force: true }))
  return { site, options: { input: `${site.home}/`, cacheDir, allowPrivateNetwork: true } }
}

it('a site becomes a valid EPUB, the same again offline', async () => {
  const { options } = await settings()
  const asked = { ...options, category: ['gut'], order: 'date' as const, format: ['epub' as const] }
  const first = await build(asked, { env: {} })
  expect(first.posts.map(({ title }) => title)).toEqual(['Loaf 3 – salt', 'Loaf 6 – stone'])
  expect(first.report.diagnostics.map(({ code }) => code)).toEqual(['language-guessed', 'language-guessed'])
  const bytes = first.outputs[0]?.bytes ?? new Uint8Array()
  if (hasJava) expect(await javaEpubcheck([{ name: 'site.epub', bytes }])).toEqual([])
  const again = await build({ ...asked, offline: true }, { env: {} })
  expect(again.outputs[0]?.sha256).toBe(first.outputs[0]?.sha256)
})

it('a post of a site can be looked at', async () => {
  const { site, options } = await settings()
  const { posts } = await inspect({ ...options, input: `${site.home}/loaf-3/` }, { env: {} })
  expect(posts.map(({ id, title }) => [id, title])).toEqual([[103, 'Loaf 3 – salt']])
})

it('of several inputs, a password is said to the site that it is for, and to no other', async () => {
  const { site, options } = await settings()
  site.settings.rest = 'login'
  site.settings.login = { user: 'me', password: 'secret' }
  const env = { OFFPRINT_USER: 'me', OFFPRINT_APP_PASSWORD: 'secret' }
  const input = [`${site.home}/loaf-3/`, `${site.home}/loaf-4/`]
  const { diagnostics } = await inspect({ ...options, input }, { env })
  expect(diagnostics.map(({ code }) => code)).toContain('credentials-withheld')
  expect(site.log.filter(({ headers }) => headers.authorization)).toEqual([])
  const { posts } = await inspect({ ...options, input, refresh: true }, { env: { ...env, OFFPRINT_SITE: site.home } })
  expect(posts.map(({ id }) => id)).toEqual([103, 104])
})
