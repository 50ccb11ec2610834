// Pages that hold only what paper has more than the EPUB: lists of addresses. No place in the EPUB is theirs.

import { plainText } from '../page/text.js'

/** Only our own template writes this. */
const lists = /<section class="notes links"[\s\S]*?<\/section>/g

/** The texts of the pages, empty where a page holds nothing but a part of such a list. */
export function withoutAdditions(texts: readonly (readonly string[])[], xhtml: string): readonly (readonly string[])[] {
  const listed = [...xhtml.matchAll(lists)].map(([list]) => bare(plainText(list.replace(/<wbr\/>/g, '')))).join('\n')
  const figures = /^\d*$/
  if (listed === '') return texts
  return texts.map((page) => {
    // Lists have numbers, which their markup has not.
    const words = page.map(bare).filter((piece) => !figures.test(piece))
    return words.length > 0 && words.every((piece) => listed.includes(piece)) ? [] : page
  })
}

/** Letters, figures, and the places of pictures. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}\u{FFFC}]/gu, '')
}
