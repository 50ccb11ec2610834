// "(page 34)" after links within the book, for readers on paper. The printer fills the numbers in, once it knows them.

import type { Xhtml } from '../model.js'

// What may hold no addition, or a link. No `>` and no `"` stands inside an attribute of an Xhtml.
const place = /<(pre|h[1-6]|math)[\s>][\s\S]*?<\/\1>|<a\s([^>]*)>([\s\S]*?)<\/a>/g

/** Adds to one piece of markup after another; a link that repeats the one before it gets nothing. */
export type AddPageReferences = (xhtml: Xhtml, words: string) => Xhtml

/** `idOf` gives the id of each reference, by its number from 1: the printer must find the page on which it stands. */
export function pageReferences(idOf: (number: number) => string): AddPageReferences & { ids(): readonly string[] } {
  const ids: string[] = []
  let last = ''
  const add = (xhtml: Xhtml, words: string) =>
    xhtml.replace(place, (whole, _, attributes = '', content = '') => {
      const target = /(?:^|\s)href="#([^"]*)"/.exec(attributes)?.[1]
      const isNote = /\srole="doc-(noteref|backlink)"/.test(attributes)
      const hasText = content.replace(/<[^>]*>|\s/g, '') !== ''
      if (target === undefined || isNote || !hasText) return whole
      if (target === last) return whole
      last = target
      const id = idOf(ids.length + 1)
      ids.push(id)
      return `${whole}<span class="page-reference" id="${id}" data-page="${target}" data-words="${words}"></span>`
    }) as Xhtml
  return Object.assign(add, { ids: () => ids })
}
