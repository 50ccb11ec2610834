// The page at an address, as a visitor gets it.

import { OffprintError } from '../../diagnostics.js'
import { decodeText } from '../decode.js'
import { clause } from './ask.js'
import { linksOf, type PageLinks } from './links.js'
import type { SiteWorld } from './world.js'

export interface Page {
  /** After all redirects. */
  readonly url: string
  readonly html: string
  readonly links: PageLinks
}

/** Failures that no other way to the site can mend. */
const final: readonly string[] = ['interrupted', 'address-refused']

const attempts = 2

/** The page, or in words why there is none. */
export async function fetchPage(
  address: string,
  world: SiteWorld,
  accept = 'text/html,application/xhtml+xml',
): Promise<Page | { readonly reason: string }> {
  let reason = ''
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      // Who may reach his own network must not be led about in it: there the address has to be the one that was named.
      const wish = { accept, sameHost: world.settings.allowPrivateNetwork }
      const { url, status, headers, bytes } = await world.fetch(address, wish)
      if (status >= 200 && status < 300) {
        const html = decodeText(bytes, world.report)
        return { url, html, links: linksOf(headers.link, html, url) }
      }
      reason = `the server answered with status ${status}`
      if (status < 500) break
    } catch (error) {
      if (!(error instanceof OffprintError) || final.includes(error.code)) throw error
      reason = clause(error)
    }
  }
  return { reason }
}
