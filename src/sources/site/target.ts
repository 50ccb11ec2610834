// What an address of a site means: one post, or the posts of the site or of one of its archives.

import { type Api, isSameSite, type Params, routeOf } from './api.js'
import type { Page } from './page.js'

export type Target =
  | { readonly kind: 'list'; readonly archive: Params }
  | { readonly kind: 'post'; readonly route: string }
  /** To be looked for by the number, else by the slug, that the address holds. */
  | { readonly kind: 'sought'; readonly id?: number; readonly slug?: string }

/** Routes of archives, with the parameter that selects their posts. */
const archives: Readonly<Record<string, string>> = {
  'wp/v2/categories': 'categories',
  'wp/v2/tags': 'tags',
  'wp/v2/users': 'author',
}

/** @param isSelection whether the user selects posts: then the address is that of a site. */
export function targetOf(address: string, api: Api, page: Page | undefined, isSelection: boolean): Target {
  const shown = shownBy(page)
  const parameter = shown && archives[shown.collection]
  if (shown && parameter) return { kind: 'list', archive: { [parameter]: shown.id } }
  if (isSelection || isHome(page?.url ?? address, api)) return { kind: 'list', archive: {} }
  if (shown) return { kind: 'post', route: `${shown.collection}/${shown.id}` }
  return soughtBy(address, page)
}

/** What the page shows, as its link to the API says. */
function shownBy(page: Page | undefined): { readonly collection: string; readonly id: number } | undefined {
  const { json } = page?.links ?? {}
  if (!page || !json || !isSameSite(json, page.url)) return undefined
  const [, collection = '', id] = /^([\w-]+\/[\w-]+\/[\w-]+)\/([1-9]\d*)$/.exec(routeOf(json)?.route ?? '') ?? []
  return id === undefined ? undefined : { collection, id: Number(id) }
}

function isHome(address: string, { root }: Api): boolean {
  const { pathname, searchParams } = new URL(address)
  if (numberIn(searchParams) !== undefined) return false
  const home = root.includes('/wp/v2/sites/') ? '/' : new URL(root).pathname.replace(/(?:wp-json\/?|index\.php)$/, '')
  return trimmed(pathname) === trimmed(home)
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, '')
}

function soughtBy(address: string, page: Page | undefined): Target {
  const { pathname, searchParams } = new URL(address)
  const shortlink = page?.links.shortlink
  const id = numberIn(searchParams) ?? (shortlink ? numberIn(new URL(shortlink).searchParams) : undefined)
  const slug = trimmed(pathname).split('/').at(-1)
  return { kind: 'sought', ...(id === undefined ? {} : { id }), ...(slug ? { slug } : {}) }
}

/** Addresses without pretty permalinks, and those of drafts: `?p=42`, `?page_id=42`. */
function numberIn(params: URLSearchParams): number | undefined {
  const number = Number(params.get('p') ?? params.get('page_id') ?? params.get('preview_id') ?? Number.NaN)
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}
