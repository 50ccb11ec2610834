// One question to a REST API and its answer: JSON, or in words why there is none.

import { failure, OffprintError } from '../../diagnostics.js'
import type { Fetched, Wish } from '../../net/index.js'
import { decodeText } from '../decode.js'
import { findJson } from '../json.js'
import { excerptOf, plainText } from '../plain-text.js'
import { looksLikeRest } from '../rest-response.js'
import { restError } from '../rest-schema.js'
import { type Api, addressOf, type Params } from './api.js'
import { authorizationFor } from './credentials.js'
import type { SiteWorld } from './world.js'

/** `closed`: the API is not for us; `missing`: it has no such thing; `trouble`: another time it may answer. */
export type RefusalKind = 'closed' | 'missing' | 'trouble'

/** The API did not give what was asked for. The message is a clause that says why. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  /** The code that the API names, `rest_post_invalid_id`; empty where it names none. */
  readonly code: string

  constructor(kind: RefusalKind, reason: string, code = '') {
    super(reason)
    this.kind = kind
    this.code = code
  }
}

export interface Reply {
  readonly value: unknown
  /** `X-WP-Total` and `X-WP-TotalPages`, where no proxy took them away. */
  readonly total?: number
  readonly pages?: number
}

/** Asks a route of one API. Throws a `Refusal`, or the error of a fetch that no other attempt can mend. */
export type Ask = (route: string, params?: Params, wish?: Pick<Wish, 'cached'>) => Promise<Reply>

/** Failures of a fetch that say nothing of the site. */
const final: readonly string[] = ['interrupted', 'fetch-offline', 'address-refused', 'usage-invalid']

/** Seconds that an answer with a hundred posts may take: small hosts render them one by one. */
const patientSeconds = 60

/**
 * @param site the address that the user named.
 * @param needsLogin whether only who is known may ask at all; else the password is said when the API wants one.
 */
export function createAsk(api: Api, site: string, world: SiteWorld, needsLogin: boolean): Ask {
  let isKnown = needsLogin
  const authorization = () =>
    authorizationFor(
      { site, root: api.root, allowPrivateNetwork: world.settings.allowPrivateNetwork },
      world.env,
      world.report,
    )
  const attempt = async (address: string, cached: boolean) => {
    const login = isKnown ? authorization() : undefined
    const wish = { accept: 'application/json', timeout: patientSeconds, sameHost: true, cached }
    const fetched = await fetchOrRefuse(world, address, login ? { ...wish, authorization: login } : wish)
    return replyOf(fetched, address, world, login !== undefined)
  }
  return async (route, params, { cached = true } = {}) => {
    const address = addressOf(api, route, params)
    try {
      return await attempt(address, cached)
    } catch (error) {
      if (isKnown || !(error instanceof Refusal) || !wantsLogin(error) || !authorization()) throw error
      isKnown = true
      return attempt(address, cached)
    }
  }
}

function wantsLogin({ kind, code }: Refusal): boolean {
  return kind === 'closed' && code !== ''
}

async function fetchOrRefuse({ fetch }: SiteWorld, address: string, wish: Wish): Promise<Fetched> {
  try {
    return await fetch(address, wish)
  } catch (error) {
    if (!(error instanceof OffprintError) || final.includes(error.code)) throw error
    throw new Refusal('trouble', clause(error))
  }
}

/** What an error says, to stand within a sentence. */
export function clause({ message }: Error): string {
  return message.replace(/\.$/, '')
}

function replyOf(fetched: Fetched, address: string, world: SiteWorld, isLoggedIn: boolean): Reply {
  const { status, headers, bytes } = fetched
  const value = jsonOf(bytes, status, address, world)
  const error = restError.safeParse(value)
  if (error.success) throw refusalOf(plainText(error.data.code), plainText(error.data.message), status, isLoggedIn)
  if (status < 200 || status > 299) throw new Refusal(kindOf(status), `it answered with status ${status}`)
  const total = countOf(headers['x-wp-total'])
  const pages = countOf(headers['x-wp-totalpages'])
  return { value, ...(total === undefined ? {} : { total }), ...(pages === undefined ? {} : { pages }) }
}

function countOf(header: string | undefined): number | undefined {
  return /^\d{1,9}$/.test(header ?? '') ? Number(header) : undefined
}

function jsonOf(bytes: Uint8Array, status: number, address: string, { report }: SiteWorld): unknown {
  try {
    return findJson(decodeText(bytes, report), address, looksLikeRest, report)
  } catch (error) {
    if (!(error instanceof OffprintError)) throw error
    throw new Refusal(
      error.code === 'input-is-html' ? kindOfPage(status) : kindOf(status),
      wordsOf(error, bytes, status),
    )
  }
}

function wordsOf({ code }: OffprintError, bytes: Uint8Array, status: number): string {
  const text = Buffer.from(bytes.subarray(0, 20_000)).toString('utf8')
  const title = plainText(/<title\b[^<>]*>([^<]*)/i.exec(text)?.[1] ?? '')
  const what: Readonly<Record<string, string>> = {
    'input-is-html': `a web page${title ? ` ("${excerptOf(title)}")` : ''} instead of JSON`,
    'input-empty': 'nothing',
    'json-truncated': 'JSON that ends in its middle',
  }
  return `it answered with ${what[code] ?? 'what is no JSON'}, status ${status}`
}

/** A page with status 200 may be a notice of one moment; firewalls and sites without an API say 403 and 404. */
function kindOfPage(status: number): RefusalKind {
  return status === 401 || status === 403 || status === 404 ? 'closed' : 'trouble'
}

/** Client errors that are none: the server is busy or lost patience. */
const passing: readonly number[] = [408, 425, 429]

function kindOf(status: number): RefusalKind {
  if (status === 401 || status === 403) return 'closed'
  return status >= 400 && status < 500 && !passing.includes(status) ? 'missing' : 'trouble'
}

/** Codes by which WordPress says that a name or a password is wrong. */
const badLogin = /^(?:incorrect_password|invalid_username|invalid_email|application_passwords_disabled.*)$/

function refusalOf(code: string, text: string, status: number, isLoggedIn: boolean): Refusal | OffprintError {
  const words = `${code}, "${excerptOf(text.replace(/\.$/, ''))}"`
  if (isLoggedIn && badLogin.test(code)) return failure('credentials-refused', { reason: words })
  const kind = code === 'rest_no_route' || code === 'rest_disabled' ? 'closed' : kindOf(status)
  return new Refusal(kind, `it answered ${words}`, code)
}

/** How often something is asked for before it is given up. */
const attempts = 3

/** Asks again where that may help. */
export async function askPatiently(...asked: [ask: Ask, ...Parameters<Ask>]): Promise<Reply> {
  const [ask, ...question] = asked
  for (let left = attempts - 1; ; left--) {
    try {
      return await ask(...question)
    } catch (error) {
      if (left === 0 || !(error instanceof Refusal) || error.kind !== 'trouble') throw error
    }
  }
}
