// The application password that a user keeps in the environment, and to whom it may be said. It stands in no message,
// no report and no cache. https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/

import { failure, type ReportFn } from '../../diagnostics.js'
import type { Wish } from '../../net/index.js'

export type Authorization = NonNullable<Wish['authorization']>

interface Asking {
  /** The site as the user named it. */
  readonly site: string
  /** The REST API that was found for it. */
  readonly root: string
  readonly allowPrivateNetwork: boolean
}

/**
 * What tells the API at `root` who asks: undefined where the environment says nothing, or may not say it there.
 *
 * @throws `usage-invalid` where the environment says half of it.
 */
export function authorizationFor(
  { site, root, allowPrivateNetwork }: Asking,
  env: Readonly<Record<string, string | undefined>>,
  report: ReportFn,
): Authorization | undefined {
  const { OFFPRINT_USER: user, OFFPRINT_APP_PASSWORD: password, OFFPRINT_SITE: only } = env
  if (!user && !password) return undefined
  if (!user || !password || user.includes(':')) {
    const problem = 'OFFPRINT_USER (without a colon) and OFFPRINT_APP_PASSWORD must be set together.'
    throw failure('usage-invalid', { problem })
  }
  const url = new URL(root)
  const why = reasonAgainst(url, new URL(site), only, allowPrivateNetwork)
  if (why !== undefined) {
    report('credentials-withheld', { site: url.origin, reason: why })
    return undefined
  }
  return { origin: url.origin, value: `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}` }
}

function reasonAgainst(api: URL, site: URL, only: string | undefined, allowPrivate: boolean): string | undefined {
  if (only && (!URL.canParse(only) || new URL(only).host !== api.host)) return 'OFFPRINT_SITE does not name it'
  if (api.host !== site.host) return `its REST API is at ${api.host}, and what was named is ${site.host}`
  if (api.protocol === 'https:' || (allowPrivate && isLoopback(api.hostname))) return undefined
  return 'without https everybody on the way could read it'
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}
