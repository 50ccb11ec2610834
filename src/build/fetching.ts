// The way to pictures on the web, open as long as it is needed.

import type { ReportFn } from '../diagnostics.js'
import type { FetchBytes, PictureContext } from '../images/index.js'
import { pick } from './pick.js'
import type { Run } from './run.js'

/** Does what needs pictures from elsewhere; the way there is closed when it is done. */
export async function fetching<T>(
  { options, context }: Run,
  report: ReportFn,
  work: (world: PictureContext) => Promise<T>,
): Promise<T> {
  const { createNet, fetchBytesOf } = await import('../net/index.js')
  const world = { report, ...pick(context, 'signal') }
  const net = createNet(options, { ...world, env: context.env ?? process.env })
  try {
    const fetch = fetchBytesOf(net)
    const fetchBytes: FetchBytes = context.fetchBytes ?? (async (url, wish) => (await fetch(url, wish)).bytes)
    return await work({ ...world, fetchBytes })
  } finally {
    await net.close()
  }
}
