// A formula in one line of signs, as one would write it in a letter.

import { plainText } from './text.js'

const joined: Readonly<Record<string, (parts: readonly string[]) => string>> = {
  mfrac: (parts) => parts.map(whole).join('/'),
  msup: (parts) => parts.map(whole).join('^'),
  msub: (parts) => parts.map(whole).join('_'),
  msqrt: (parts) => `√${whole(parts.join(' '))}`,
  mroot: ([base = '', index = '']) => `root ${whole(index)} of ${whole(base)}`,
  mtr: (parts) => `${parts.join(', ')};`,
}

/** In parentheses where it is more than one sign or word. */
function whole(part: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(part) ? part : `(${part})`
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
  return open.flatMap(({ parts }) => parts).join(' ')
}

function joinedParts(name: string, parts: readonly string[]): string {
  return joined[name]?.(parts) ?? parts.join(name === 'mrow' || name === 'math' ? ' ' : '')
}
