// Short paragraphs, marked for print. One that Chromium may not break (two lines before a break and two after it need
// four) it now and then breaks all the same, below a heading or beside a figure: so each is told to stay whole. One that
// leads in to a list stays with it. A long one may break, or chains of heading, text and list leave half a page empty.

import type { Xhtml } from '../model.js'
import { lengthOnPage, textOf, withClass } from './markup.js'

/** Characters of a line of a book; other pages have shorter ones. */
const usualLine = 68

const listOrCode = /^\s*<(?:ul|ol|dl|pre)[\s>]/
/** What a paragraph that ends with a colon speaks of. */
const shown = /^\s*<(?:figure|table|blockquote)[\s>]/
const announces = /[:：]\s*$/

/**
 * Marks short paragraphs; those before a list or code, and a line that is all that stands between two headings, also as
 * lead-ins. No `p` holds another, so each end tag has the start tag before it.
 */
export function markLeadIns(xhtml: Xhtml, charactersPerLine = usualLine): Xhtml {
  const threeLines = 3 * charactersPerLine
  // Alone below its heading a line is too little to end a page.
  const oneLine = charactersPerLine * 0.9
  const parts = xhtml.split('</p>')
  const last = parts.length - 1
  return parts
    .map((part, index) => {
      const start = part.search(/<p[\s>]/)
      if (index === last || start === -1) return part
      const end = part.indexOf('>', start)
      const words = textOf(part.slice(end + 1))
      const length = lengthOnPage(words)
      if (length > threeLines) return part
      const next = parts[index + 1] ?? ''
      const isAll = index === 0 && start === 0 && last === 1 && next.trim() === ''
      const leads = listOrCode.test(next) || (shown.test(next) && announces.test(words)) || (isAll && length < oneLine)
      return (
        part.slice(0, start) + withClass(part.slice(start, end), leads ? 'short lead-in' : 'short') + part.slice(end)
      )
    })
    .join('</p>') as Xhtml
}
