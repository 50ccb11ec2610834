import { placeOf } from '../dom.js'
import type { Transform } from './transform.js'

/** Code blocks copied from a chat assistant carry their title bar and a “Copy” button above the code. */
export const pastedChrome: Transform = {
  name: 'pasted-chrome',
  apply: ({ dom, report }) => {
    if (!dom.names.has('contain-inline-size')) return
    for (const bar of dom.$('pre .contain-inline-size > *').not(':has(code)').not('code').toArray()) {
      report('removed', { what: 'title bar of a pasted code block' }, placeOf(dom, bar))
      dom.$(bar).remove()
    }
  },
}
