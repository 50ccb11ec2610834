// Rules of an EPUB for scripts without italics, in which readers would slant the letters: stress by weight, in Chinese and
// Japanese by dots. Only for the languages that the book is in; of a name list of all of them old readers make nothing.

import type { Book } from '../model.js'

const byWeight = new Set('ar fa ur ps he yi hi mr ne bn pa gu ta te kn ml si th lo km my ka hy am ko'.split(' '))
const byDots = new Set(['zh', 'yue', 'ja'])

const stressed = ['em', 'i', 'dfn', 'var']
const leaning = [...stressed, 'cite', 'blockquote', 'h4', 'h6', '.subtitle', '.byline', '.work', '.detail']

/** CSS for the languages of the book's texts; empty where Latin customs serve them all. */
export function scriptStyles({ metadata, body }: Book): string {
  const tags = [metadata, ...body].map(({ language }) => language.toLowerCase().split('-')[0] ?? '')
  return [...new Set(tags)]
    .filter((tag) => byWeight.has(tag) || byDots.has(tag))
    .map(rulesFor)
    .join('')
}

function rulesFor(tag: string): string {
  const all = (names: readonly string[]) => names.map((name) => `${name}:lang(${tag})`).join(',\n')
  const stress = byDots.has(tag)
    ? '-epub-text-emphasis-style: filled dot;\n  -webkit-text-emphasis-style: filled dot;\n  text-emphasis-style: filled dot;'
    : 'font-weight: bold;'
  return `\n${all(leaning)} {\n  font-style: normal;\n}\n\n${all(stressed)} {\n  ${stress}\n}\n`
}
