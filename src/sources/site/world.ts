// What reading a site may touch, and how one thing that it says often is said once.

import type { ReportFn, SpokenCode } from '../../diagnostics.js'
import type { Net, Store } from '../../net/index.js'
import type { Options } from '../../options.js'

export interface SiteWorld {
  readonly fetch: Net['fetch']
  readonly store: Store
  readonly report: ReportFn
  /** Where the application password may be. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Told how many posts are there, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly settings: Pick<Options, 'offline' | 'refresh' | 'allowPrivateNetwork'>
}

/** What a plugin adds to one answer of a site it adds to all of them. */
const once: readonly SpokenCode[] = ['json-noise', 'encoding-invalid', 'credentials-withheld', 'api-elsewhere']

export function saidOnce(report: ReportFn): ReportFn {
  const said = new Set<SpokenCode>()
  return (code, details, place) => {
    if (once.includes(code) && said.has(code)) return
    said.add(code)
    report(code, details, place)
  }
}
