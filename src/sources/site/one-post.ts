// One post of a site by what its address tells.

import { failure } from '../../diagnostics.js'
import type { Params } from './api.js'
import { type Ask, askPatiently, Refusal } from './ask.js'
import type { Target } from './target.js'
import { allTypes } from './types.js'

const embedded: Params = { _embed: 'author,wp:term,wp:featuredmedia' }

/**
 * The post, as the API has it.
 *
 * @throws `post-not-found`, or a `Refusal` where the API as a whole is not to be had.
 */
export async function findPost(ask: Ask, target: Exclude<Target, { kind: 'list' }>, address: string): Promise<unknown> {
  if (target.kind === 'post') return (await askPatiently(ask, target.route, embedded)).value
  const { id, slug } = target
  for await (const route of routes(ask)) {
    const found = (id && (await byNumber(ask, route, id))) ?? (slug && (await bySlug(ask, route, slug, address)))
    if (found) return found
  }
  throw failure('post-not-found', { address, reason: 'the REST API knows none of that number or slug' })
}

/** Posts and pages first: most addresses are theirs, and the types need not be asked for. */
async function* routes(ask: Ask): AsyncGenerator<string> {
  const first = ['wp/v2/posts', 'wp/v2/pages']
  yield* first
  for (const { route } of await allTypes(ask)) if (!first.includes(route)) yield route
}

async function byNumber(ask: Ask, route: string, id: number): Promise<unknown> {
  return unlessMissing(askPatiently(ask, `${route}/${id}`, embedded).then(({ value }) => value))
}

/** A slug is unique among the posts, and below one parent among the pages. */
async function bySlug(ask: Ask, route: string, slug: string, address: string): Promise<unknown> {
  const list = await unlessMissing(askPatiently(ask, route, { slug, ...embedded }).then(({ value }) => value))
  if (!Array.isArray(list)) return undefined
  return list.find((one) => pathOf(Object(one).link) === pathOf(address)) ?? list[0]
}

async function unlessMissing(reply: Promise<unknown>): Promise<unknown> {
  try {
    return await reply
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'missing') return undefined
    throw error
  }
}

function pathOf(address: unknown): string | undefined {
  return URL.canParse(String(address)) ? new URL(String(address)).pathname.replace(/\/+$/, '') : undefined
}
