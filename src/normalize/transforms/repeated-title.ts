import { dividingHeadings, placeOf, shownText } from '../dom.js'
import type { Transform } from './transform.js'

/** A first heading that says the title again goes: the book has a title page. */
export const repeatedTitle: Transform = {
  name: 'repeated-title',
  apply: ({ dom, title, report }) => {
    const [first] = dividingHeadings(dom)
    if (first?.name !== 'h1' || fold(shownText(first)) !== fold(title)) return
    report('removed', { what: 'heading that repeats the title' }, placeOf(dom, first))
    dom.$(first).remove()
  },
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
