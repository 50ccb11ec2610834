// Lines of code, an element each for print: one that is too long runs on under a mark, so that nobody takes the rest for
// a line of its own.

import type { Xhtml } from '../model.js'

/** Divides what `pre` holds into lines; verse, whose lines are the author's, stays as it is. */
export function markCode(xhtml: Xhtml): Xhtml {
  return xhtml.replace(
    /(<pre(?![^<>]*\sclass="[^"]*\bverse\b)(?:\s[^<>]*)?>)([\s\S]*?)(<\/pre>)/g,
    (_, start, content, end) => {
      return `${start}${linesOf(content as string)}${end}`
    },
  ) as Xhtml
}

function linesOf(content: string): string {
  const open: string[] = []
  let lines = '<span class="line">'
  for (const [part] of content.matchAll(/<[^<>]*>|\n|[^<>\n]+/g)) {
    if (part === '\n') {
      const ends = open.toReversed().map((tag) => `</${nameOf(tag)}>`)
      // An id stays with the first part of what it names.
      const starts = open.map((tag) => tag.replace(/\sid="[^"]*"/, ''))
      lines += `\n${ends.join('')}</span><span class="line">${starts.join('')}`
    } else {
      if (part.startsWith('</')) open.pop()
      else if (part.startsWith('<') && !part.endsWith('/>')) open.push(part)
      lines += part
    }
  }
  return `${lines}</span>`
}

function nameOf(tag: string): string {
  return /^<([a-z0-9]+)/i.exec(tag)?.[1] ?? 'span'
}
