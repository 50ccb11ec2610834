// How the fake behaves. Everything may be changed while it runs.

export interface FakeSettings {
  /** Where the site begins: `/en` on a site in several languages, empty otherwise. */
  prefix: string
  /** `plain`: no /wp-json/, only `?rest_route=`. */
  permalinks: 'pretty' | 'plain'
  /** Where a page names the API. */
  announces: readonly ('header' | 'markup')[]
  /** What it names in place of its own root. */
  announced: string | undefined
  /**
   * `login`: 401 to strangers; `firewall`: 403 and a page; `page`: 200 and the theme's page; `none`: 404 and a page.
   */
  rest: 'open' | 'login' | 'firewall' | 'page' | 'none'
  users: 'open' | 'blocked'
  feed: boolean
  /** Whether pages are shown at all. */
  pages: boolean
  validators: 'none' | 'etag' | 'date'
  /** `X-WP-Total` and `X-WP-TotalPages`, which some proxies take away. */
  counts: boolean
  /** What stands around the JSON. */
  noise: 'none' | 'bom' | 'notice' | 'tail'
  /** The media type that JSON is sent with. */
  jsonType: string
  /** Of all requests, this share fails, in one way after another. */
  faults: number
  /** After so many requests every other fails with status 500. */
  breaksAfter: number
  /** Numbers of posts for which the server breaks down. */
  poison: readonly number[]
  /** Numbers of posts that it cannot embed anything in. */
  brittle: readonly number[]
  /** Numbers of posts whose text a page builder keeps from the API. */
  built: readonly number[]
  /** Milliseconds that an answer takes. */
  latency: number
  login: { readonly user: string; readonly password: string } | undefined
}

export const usual: FakeSettings = {
  prefix: '',
  permalinks: 'pretty',
  announces: ['header', 'markup'],
  announced: undefined,
  rest: 'open',
  users: 'open',
  feed: true,
  pages: true,
  validators: 'none',
  counts: true,
  noise: 'none',
  jsonType: 'application/json; charset=UTF-8',
  faults: 0,
  breaksAfter: Number.POSITIVE_INFINITY,
  poison: [],
  brittle: [],
  built: [],
  latency: 0,
  login: undefined,
}
