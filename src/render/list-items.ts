// Items of lists in print. The words of an item with a list inside it stand in no element of their own, and a browser
// leaves single lines of such words at the foot of a page.

import type { Xhtml } from '../model.js'

/** The words at the beginning of an item, up to the list that it holds. */
const words =
  /(<li(?:\s[^<>]*)?>)((?:[^<]|<(?!\/?(?:li|ul|ol|p|div|figure|table|blockquote|pre|dl|aside|h[1-6]|hr)[\s>/]))+)(?=<[uo]l[\s>])/g

/** Gives them an element, which stays whole. */
export function markItems(xhtml: Xhtml): Xhtml {
  return xhtml.replace(words, (whole, start: string, text: string) =>
    text.trim() === '' ? whole : `${start}<div class="item">${text}</div>`,
  ) as Xhtml
}
