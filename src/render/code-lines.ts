// Lines of code and of verse, an element each for print: one that is too long runs on further in, so that nobody takes the
// rest for a line of its own. The lines of a stanza stay together.

import type { Xhtml } from '../model.js'
import { textOf } from './markup.js'

/** Divides what `pre` holds into lines. */
export function markLines(xhtml: Xhtml): Xhtml {
  return xhtml.replace(/(<pre(?:\s[^<>]*)?>)([\s\S]*?)(<\/pre>)/g, (_, start: string, content: string, end: string) => {
    const lines = linesOf(content)
    const isVerse = /\sclass="[^"]*\bverse\b/.test(start)
    const spans = lines.map((line, index) => {
      const next = isVerse ? lines[index + 1] : undefined
      const isHeld = next !== undefined && !isEmpty(line) && !isEmpty(next)
      return `<span class="${isHeld ? 'held ' : ''}line">${line}</span>`
    })
    return `${start}${spans.join('')}${end}`
  }) as Xhtml
}

function isEmpty(line: string): boolean {
  return textOf(line).trim() === ''
}

/** Each with its line break; elements that go on are closed and opened again. */
function linesOf(content: string): string[] {
  const open: string[] = []
  const lines = ['']
  const add = (part: string) => lines.push((lines.pop() ?? '') + part)
  for (const [part] of content.matchAll(/<[^<>]*>|\n|[^<>\n]+/g)) {
    if (part === '\n') {
      add(
        `\n${open
          .toReversed()
          .map((tag) => `</${nameOf(tag)}>`)
          .join('')}`,
      )
      // An id stays with the first part of what it names.
      lines.push(open.map((tag) => tag.replace(/\sid="[^"]*"/, '')).join(''))
    } else {
      if (part.startsWith('</')) open.pop()
      else if (part.startsWith('<') && !part.endsWith('/>')) open.push(part)
      add(part)
    }
  }
  return lines
}

function nameOf(tag: string): string {
  return /^<([a-z0-9]+)/i.exec(tag)?.[1] ?? 'span'
}
