// Items of lists in print. The words of an item with a list inside it stand in no element of their own, and a browser
// leaves single lines of such words at the foot of a page.

import type { Xhtml } from '../model.js'

const item = /<li(?:\s[^<>]*)?>/g
/** Where the words at the beginning of an item end. */
const blocks = /<\/?(?:li|ul|ol|p|div|figure|table|blockquote|pre|dl|aside|section|h[1-6]|hr)[\s>/]/g

/** Gives them an element, which stays whole. */
export function markItems(xhtml: Xhtml): Xhtml {
  const parts: string[] = []
  let from = 0
  for (const { 0: tag, index } of xhtml.matchAll(item)) {
    const start = index + tag.length
    blocks.lastIndex = start
    const end = blocks.exec(xhtml)
    const words = end && /^<[uo]l/.test(end[0]) ? xhtml.slice(start, end.index) : ''
    if (words.trim() === '') continue
    parts.push(xhtml.slice(from, start), `<div class="item">${words}</div>`)
    from = start + words.length
  }
  return (parts.join('') + xhtml.slice(from)) as Xhtml
}
