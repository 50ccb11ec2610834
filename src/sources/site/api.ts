// Where the routes of a site's REST API are, in each of the three forms that WordPress gives them.
// https://developer.wordpress.org/rest-api/extending-the-rest-api/routes-and-endpoints/

/** A REST API by the address that its routes begin at. */
export interface Api {
  readonly root: string
}

export type Params = Readonly<Record<string, string | number | undefined>>

const ofWordPressCom = 'https://public-api.wordpress.com/wp/v2/sites/'

/** The API that WordPress.com has for each of its sites; there the namespace comes before the site. */
export function apiOfWordPressCom(host: string): Api {
  return { root: `${ofWordPressCom}${host}/` }
}

/** The address of a route such as `wp/v2/posts`; an empty one is what the root itself stands at. */
export function addressOf({ root }: Api, route: string, params: Params = {}): string {
  if (route === '') return root
  const url = new URL(root)
  if (root.startsWith(ofWordPressCom)) url.pathname += route.replace(/^wp\/v2\//, '')
  else if (url.searchParams.has('rest_route')) url.searchParams.set('rest_route', `/${route}`)
  else url.pathname = `${url.pathname.replace(/\/$/, '')}/${route}`
  for (const [name, value] of Object.entries(params)) if (value !== undefined) url.searchParams.set(name, String(value))
  return url.href
}

/** An address within an API, divided; undefined for any other. */
export function routeOf(address: string): { readonly api: Api; readonly route: string } | undefined {
  const url = new URL(address)
  const asked = url.searchParams.get('rest_route')
  if (asked !== null) return { api: { root: `${url.origin}${url.pathname}?rest_route=/` }, route: asked.slice(1) }
  const [, root = '', route] = /^(.*?\/wp-json\/)(.*)$/.exec(url.pathname) ?? []
  if (route !== undefined) return { api: { root: `${url.origin}${root}` }, route }
  const [, host, rest] = /^\/wp\/v2\/sites\/([^/]+)\/(.+)$/.exec(url.pathname) ?? []
  return host && address.startsWith(ofWordPressCom)
    ? { api: apiOfWordPressCom(host), route: `wp/v2/${rest}` }
    : undefined
}

/** Whether two addresses are of one site: `www.` and the scheme make no other. */
export function isSameSite(one: string, other: string): boolean {
  return siteHost(one) === siteHost(other)
}

function siteHost(address: string): string {
  return new URL(address).host.replace(/^www\./, '')
}
