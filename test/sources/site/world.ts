// A fake WordPress for each test, and the source that reads it, on a clock on which waiting takes no time.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { collect } from '../../../src/diagnostics.js'
import type { Post } from '../../../src/model.js'
import type { NetContext, NetSettings } from '../../../src/net/index.js'
import type { Selection } from '../../../src/sources/filter.js'
import { readSite } from '../../../src/sources/site/index.js'
import { type Content, makeContent } from '../../wordpress/content.js'
import { type FakeWordPress, startWordPress } from '../../wordpress/server.js'
import type { FakeSettings } from '../../wordpress/settings.js'

export async function wordpress(
  settings: Partial<FakeSettings> = {},
  content: Content = makeContent(3),
): Promise<FakeWordPress> {
  const site = await startWordPress(settings, content)
  onTestFinished(site.close)
  return site
}

export async function cacheFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'offprint-site-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

export interface Read {
  readonly posts: readonly Post[]
  readonly slugs: readonly string[]
  /** `code: message` of each warning and note. */
  readonly said: readonly string[]
}

interface Asked extends Partial<Omit<NetContext, 'report'>> {
  readonly selection?: Selection
  readonly settings?: Partial<NetSettings>
}

/** Reads an address; what failed has `diagnostics` of its own. */
export async function read(address: string, { selection = {}, settings = {}, ...context }: Asked = {}): Promise<Read> {
  const { report, diagnostics } = collect()
  let time = 0
  const clock = {
    now: () => time,
    sleep: async (milliseconds: number) => {
      time += milliseconds
    },
  }
  const cacheDir = settings.cacheDir ?? (await cacheFolder())
  const all = { offline: false, refresh: false, allowPrivateNetwork: true, ...settings, cacheDir }
  const posts = await readSite(address, selection, all, { env: {}, clock, ...context, report })
  return {
    posts,
    slugs: posts.map(({ slug }) => slug),
    said: diagnostics().map(({ code, message }) => `${code}: ${message}`),
  }
}

/** The paths that a site was asked for, without what makes no difference to a test. */
export function paths({ log }: FakeWordPress): readonly string[] {
  return log.map(({ path }) =>
    decodeURIComponent(path)
      .replace(/&_fields=[^&]*/, '')
      .replace(/[?&]_embed=[^&]*/, ''),
  )
}
