// How many words the text of a print document has.

import type { PrintDocument } from '../../model.js'
import { plainText } from '../page/text.js'

/** Scripts without spaces are counted by their characters, as their printers do. */
const word =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{N}](?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{N}\p{M}\u00AD'’.-]*[\p{L}\p{N}\p{M}])?/gu

/** The words of the chapters: what stands before them and after them is left out. */
export function countWords(xhtml: string, { body, back }: PrintDocument['pagination'] = {}): number {
  const start = Math.max(body === undefined ? -1 : xhtml.indexOf(` id="${body}"`), xhtml.indexOf('<body'))
  const end = back === undefined ? -1 : xhtml.indexOf(` id="${back}"`, start)
  const markup = xhtml.slice(xhtml.indexOf('>', start) + 1, end < 0 ? xhtml.length : xhtml.lastIndexOf('<', end))
  return [...plainText(markup.replace(/<(?!\/?(?:a|b|i|em|strong|sup|sub|span|small|wbr)\b)/g, ' <')).matchAll(word)]
    .length
}
