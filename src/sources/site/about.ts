// What a site says of itself: its title, its language, its categories.

import { z } from 'zod'
import { OffprintError } from '../../diagnostics.js'
import { createNet, type NetContext, type NetSettings, openStore } from '../../net/index.js'
import { languageOf } from '../language.js'
import { plainText } from '../plain-text.js'
import { type Ask, askPatiently, createAsk, Refusal } from './ask.js'
import { discoverApi } from './discover.js'
import { fetchPage } from './page.js'
import { saidOnce } from './world.js'

export interface SiteFacts {
  readonly title?: string
  readonly description?: string
  readonly language?: string
  /** The fullest first. */
  readonly categories: readonly { readonly name: string; readonly slug: string; readonly count: number }[]
}

const indexSchema = z.object({ name: z.string().catch(''), description: z.string().catch('') })
const categoriesSchema = z.array(
  z.object({ name: z.string(), slug: z.string(), count: z.number().int().nonnegative().catch(0) }),
)

/**
 * Asks a site what it says of itself; what it does not say, or nobody can be asked, is left out.
 *
 * @throws `interrupted`, `address-refused`.
 */
export async function aboutSite(address: string, settings: NetSettings, context: NetContext): Promise<SiteFacts> {
  const report = saidOnce(context.report)
  const env = context.env ?? process.env
  const net = createNet(settings, { ...context, report })
  try {
    const world = { fetch: net.fetch, store: openStore(settings, env), report, env, settings }
    const answer = await fetchPage(address, world)
    const page = 'reason' in answer ? undefined : answer
    const language = languageOf([/<html\s[^>]*?\blang=["']?([\w-]+)/i.exec(page?.html ?? '')?.[1]])
    const found = await discoverApi(address, page, world)
    const said = 'api' in found ? await factsOf(createAsk(found.api, address, world, false)) : { categories: [] }
    return { ...said, ...(language === undefined ? {} : { language }) }
  } catch (error) {
    if (error instanceof OffprintError && error.code === 'fetch-offline') return { categories: [] }
    throw error
  } finally {
    await net.close()
  }
}

async function factsOf(ask: Ask): Promise<SiteFacts> {
  const index = indexSchema.safeParse(await answerTo(ask, ''))
  const params = { per_page: 100, orderby: 'count', order: 'desc', _fields: 'name,slug,count' }
  const listed = categoriesSchema.safeParse(await answerTo(ask, 'wp/v2/categories', params))
  const title = plainText(index.data?.name ?? '')
  const description = plainText(index.data?.description ?? '')
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    categories: (listed.data ?? [])
      .filter(({ count }) => count > 0)
      .map(({ name, slug, count }) => ({ name: plainText(name), slug, count })),
  }
}

async function answerTo(...question: Parameters<typeof askPatiently>): Promise<unknown> {
  try {
    return (await askPatiently(...question)).value
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
