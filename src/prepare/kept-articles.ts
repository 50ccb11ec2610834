// Articles kept from earlier runs: a post that has not changed is not normalised again. What an article depends on is
// its name in the cache: the post, what was asked for, and the normaliser itself.

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportFn } from '../diagnostics.js'
import type { Post } from '../model.js'
import type { Store } from '../net/index.js'
import type { Normalized, NormalizeSettings } from '../normalize/index.js'

/** What `report` was called with. */
type Said = readonly unknown[]

/** The article without its post, which whoever asks has, and what was said while it was made. */
interface Kept {
  readonly normalized: Omit<Normalized, 'article'> & { readonly article: Omit<Normalized['article'], 'post'> }
  readonly said: readonly Said[]
}

export type Normalize = (post: Post, settings: NormalizeSettings, report: ReportFn) => Promise<Normalized>

/** Like the function it is given, but only for what is not kept yet; what is said is said again. */
export async function keepingArticles(
  store: Store,
  normalize: (...given: Parameters<Normalize>) => Normalized,
): Promise<Normalize> {
  const maker = await digestOf(join(import.meta.dirname, '..', 'normalize'))
  return async (post, settings, report) => {
    const name = nameOf(post, settings, maker)
    const kept = (await store.get(name)) as Kept | undefined
    if (kept) {
      for (const one of kept.said) (report as (...one: Said) => void)(...one)
      return { ...kept.normalized, article: { ...kept.normalized.article, post } }
    }
    const said: Said[] = []
    const made = normalize(post, settings, (...one) => {
      said.push(one)
      report(...one)
    })
    const { post: _, ...article } = made.article
    await store.put(name, { normalized: { ...made, article }, said } satisfies Kept)
    return made
  }
}

function nameOf(post: Post, settings: NormalizeSettings, maker: string): string {
  const { outline, faq, idPrefix, hints, linkedIds, maxDepth, maxNodes, maxAttributes, maxInput } = settings
  const asked = { outline, faq, idPrefix, hints, linkedIds, maxDepth, maxNodes, maxAttributes, maxInput }
  return createHash('sha256')
    .update(maker)
    .update(JSON.stringify([asked, post]))
    .digest('hex')
}

/** A digest of the code that makes articles: a version number alone would not tell two builds of one version apart. */
async function digestOf(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.[jt]s$/.test(name)).sort()
  const hash = createHash('sha256')
  for (const name of names) hash.update(await readFile(join(folder, name)))
  return hash.digest('hex')
}
