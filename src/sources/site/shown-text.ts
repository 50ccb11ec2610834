// The text of a post that the API gives without one: page builders keep it elsewhere, and only the page shows it.

import { OffprintError } from '../../diagnostics.js'
import type { Post } from '../../model.js'
import { postOf } from '../rest-post.js'
import { webAddress } from '../web-address.js'
import { fetchPage } from './page.js'
import type { SiteWorld } from './world.js'

/** What says that a text is missing, and not that it is locked. */
const without: readonly string[] = ['post-empty', 'post-excerpt-only']

/**
 * The post, its text from its page where the API has none; `page-read` tells of that.
 *
 * @throws as `postOf`, where the page gives nothing either.
 */
export async function wholePost(value: unknown, input: string, position: number, world: SiteWorld): Promise<Post> {
  try {
    return postOf(value, input, position)
  } catch (error) {
    if (!(error instanceof OffprintError) || !without.includes(error.code)) throw error
    const shown = await textOfPage(webAddress(String((Object(value) as { link?: unknown }).link)), world)
    if (shown === undefined) throw error
    return postOf({ ...(value as object), content: { rendered: shown } }, input, position)
  }
}

async function textOfPage(address: string | undefined, world: SiteWorld): Promise<string | undefined> {
  if (address === undefined) return undefined
  const page = await fetchPage(address, world)
  if ('reason' in page) return undefined
  const { readPage } = await import('../page/index.js')
  try {
    return (await readPage(page.html, page.url, world.report)).content
  } catch (error) {
    // A page without a text either: the first failure says what is the matter.
    if (error instanceof OffprintError && error.code !== 'interrupted') return undefined
    throw error
  }
}
