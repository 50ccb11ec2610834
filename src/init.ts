// Writes a configuration to begin with.

import { access } from 'node:fs/promises'
import { draftConfig } from './config/draft.js'
import { collect, type Diagnostic, failure, OffprintError } from './diagnostics.js'
import { type BuildOptions, readOptions } from './options.js'
import type { ReadContext } from './prepare.js'
import { writeFiles } from './write.js'

/** The options of the network count here too. */
export interface InitOptions extends Pick<BuildOptions, 'offline' | 'refresh' | 'cacheDir' | 'allowPrivateNetwork'> {
  /** The address of the site; left to be filled in where there is none. */
  readonly site?: string
  /** Where it is written. @default 'offprint.config.ts' */
  readonly path?: string
  /** Whether a file that is there may be replaced. */
  readonly force?: boolean
}

export interface InitResult {
  readonly path: string
  /** Whether the site said anything of itself. */
  readonly asked: boolean
  readonly categories: number
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Writes a configuration with what the site says of itself: title, language, categories and how many posts they have.
 *
 * @throws OffprintError `config-exists`, `address-refused`, `output-unwritable`.
 */
export async function init(options: InitOptions, context: ReadContext = {}): Promise<InitResult> {
  const { site, path = 'offprint.config.ts', force = false, ...network } = options
  if (site !== undefined && !/^https?:\/\//i.test(site)) {
    throw failure('usage-invalid', { problem: `The site "${site}" is no web address.` })
  }
  if (!force && (await isThere(path))) throw failure('config-exists', { path })
  const { report, diagnostics } = collect()
  const facts = site === undefined ? { categories: [] } : await factsOf(site, network, context, report)
  const text = draftConfig({ site: site ?? 'https://example.org', ...facts })
  await writeFiles([{ path, bytes: new TextEncoder().encode(text) }])
  return {
    path,
    asked: 'title' in facts || 'language' in facts,
    categories: facts.categories.length,
    diagnostics: diagnostics(),
  }
}

async function factsOf(
  site: string,
  network: Omit<InitOptions, 'site' | 'path' | 'force'>,
  { signal, env = process.env }: ReadContext,
  report: ReturnType<typeof collect>['report'],
) {
  const { aboutSite } = await import('./sources/site/about.js')
  try {
    return await aboutSite(site, readOptions({ input: site, ...network }), {
      report,
      env,
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    const isNoAnswer = error instanceof OffprintError && error.code.startsWith('fetch-')
    if (!isNoAnswer) throw error
    return { categories: [] }
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
