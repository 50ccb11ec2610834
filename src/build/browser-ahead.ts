// The browser of a book that is printed starts while its text is made.

import { formatsOf } from '../options.js'
import type { BrowserAhead } from '../pdf/index.js'
import { pick } from './pick.js'
import type { Run } from './run.js'

/** Does work beside which the browser starts, if one is needed and none is there; it is gone when the work is done. */
export async function withBrowserAhead<T>(
  { options, context }: Run,
  work: (ahead: Promise<BrowserAhead> | undefined) => Promise<T>,
): Promise<T> {
  if (context.printer || !formatsOf(options).includes('pdf')) return await work(undefined)
  const ahead = import('../pdf/index.js').then(({ BrowserAhead }) => {
    const env = context.env ?? process.env
    return new BrowserAhead({ ...pick(options, 'browser'), sandbox: options.sandbox, env })
  })
  try {
    return await work(ahead)
  } finally {
    await (await ahead).close()
  }
}
