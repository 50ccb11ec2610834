// Where the REST API of a site is: as its page says, else where WordPress usually has it.
// https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/

import { languageOf } from '../language.js'
import { type Api, apiOfWordPressCom, isSameSite } from './api.js'
import { askPatiently, createAsk, Refusal } from './ask.js'
import { isOfWordPressCom } from './links.js'
import type { Page } from './page.js'
import type { SiteWorld } from './world.js'

export type Discovered = { readonly api: Api } | { readonly reason: string }

/**
 * Finds the API. One that a page names on another site is not asked: whoever writes a page could have anything fetched.
 *
 * @param page the page at the address, if it was to be had.
 */
export async function discoverApi(address: string, page: Page | undefined, world: SiteWorld): Promise<Discovered> {
  const named = page?.links.api
  if (page && named !== undefined) {
    if (isSameSite(named, page.url) || isOfWordPressCom(page.html, page.url)) {
      return { api: namedApi(named, page) }
    }
    world.report('api-elsewhere', { page: page.url, root: named }, { post: page.url })
  }
  return guess(page?.url ?? address, page, address, world)
}

function namedApi(named: string, { url }: Page): Api {
  return isSameSite(named, url) ? { root: named } : apiOfWordPressCom(new URL(url).host)
}

async function guess(url: string, page: Page | undefined, site: string, world: SiteWorld): Promise<Discovered> {
  let reason = ''
  for (const api of guesses(url, page)) {
    try {
      const { value } = await askPatiently(createAsk(api, site, world, false), 'wp/v2/types')
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { api }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // WordPress itself said no: then this is its API.
      if (error.kind === 'closed' && error.code !== '' && error.code !== 'rest_no_route') return { api }
      reason ||= error.message
    }
  }
  return { reason: reason || 'it answered with what is no list of types' }
}

function guesses(url: string, page: Page | undefined): readonly Api[] {
  const { origin, host, pathname } = new URL(url)
  if (page ? isOfWordPressCom(page.html, url) : isOfWordPressCom('', url)) return [apiOfWordPressCom(host)]
  const [, first = ''] = pathname.split('/')
  const folder = first === '' || first.includes('.') ? [] : [`${origin}/${first}/`]
  // Sites in several languages have an API for each; otherwise the first segment is seldom a site of its own.
  const homes = languageOf([first]) ? [...folder, `${origin}/`] : [`${origin}/`, ...folder]
  return [
    ...homes.map((home) => ({ root: `${home}wp-json/` })),
    ...homes.map((home) => ({ root: `${home}?rest_route=/` })),
  ]
}
