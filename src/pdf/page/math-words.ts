// A formula in one line of signs, as one would write it in a letter.

import { plainText } from './text.js'

/** How the parts of an element are joined: what stands before, between and after them. */
const joined: Readonly<Record<string, readonly [string, string, string]>> = {
  mfrac: ['(', ')/(', ')'],
  msup: ['', '^', ''],
  msub: ['', '_', ''],
  msqrt: ['√(', '', ')'],
  mtr: ['', ', ', '; '],
}

/** The words of a piece of MathML; empty elements say nothing. */
export function mathWords(mathml: string): string {
  const open: { name: string; parts: string[] }[] = [{ name: '', parts: [] }]
  const said = mathml.replace(/<annotation(?:-xml)?[\s>][\s\S]*?<\/annotation(?:-xml)?>/g, '')
  for (const [, text = '', close, name = '', empty] of said.matchAll(/([^<]*)(?:<(\/?)([^\s/>]+)[^>]*?(\/?)>|$)/g)) {
    const words = plainText(text)
    if (words !== '') open.at(-1)?.parts.push(words)
    if (name === '' || empty) continue
    if (!close) open.push({ name, parts: [] })
    else if (open.length > 1) {
      const done = open.pop()
      if (done) open.at(-1)?.parts.push(joinedParts(done.name, done.parts))
    }
  }
  return open
    .flatMap(({ parts }) => parts)
    .join('')
    .trim()
}

function joinedParts(name: string, parts: readonly string[]): string {
  const [before, between, after] = joined[name] ?? ['', name === 'math' || name === 'mrow' ? ' ' : '', '']
  return `${before}${parts.join(between)}${after}`
}
