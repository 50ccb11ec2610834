// Paragraphs of classic content, whose authors wrote blank lines and no tags. What WordPress does when it shows such a
// post, in its documented effect: a blank line parts paragraphs, a single line break stays one, blocks stand free.
// https://developer.wordpress.org/reference/functions/wpautop/

import { type Token, textless, tokensOf, undivided } from './tags.js'

/** Markup that is ready stands between pieces of content that are not. */
export type Piece = { readonly raw: string } | { readonly ready: string }

/** Puts paragraphs into raw content. */
export function autop(pieces: readonly Piece[]): string {
  const tokens = pieces.flatMap((piece): readonly Token[] =>
    'raw' in piece ? tokensOf(piece.raw.replace(/\r\n?/g, '\n')) : [{ kind: 'whole', name: '', text: piece.ready }],
  )
  const writer = new ParagraphWriter()
  for (const token of tokens) writer.take(token)
  return writer.end()
}

/** Items and cells end where the next begins, written or not. */
const selfEnding = new Set(['li', 'td', 'th', 'tr', 'option'])

class ParagraphWriter {
  readonly #done: string[] = []
  /** The names of the open blocks. */
  readonly #open: string[] = []
  /** The lines since the last block. */
  #lines: string[] = ['']
  #isAfterBreak = false

  take({ kind, name, text }: Token): void {
    if (kind === 'text') this.#takeText(text)
    else if (kind === 'inline') this.#extend(text)
    else if (kind === 'break') {
      this.#lines.push('')
      this.#isAfterBreak = true
    } else {
      this.#flush()
      if (kind === 'open') this.#enter(name)
      if (kind === 'close') this.#leave(name)
      this.#done.push(text)
    }
  }

  end(): string {
    this.#flush()
    return this.#done.join('')
  }

  // A break at the end of a line, and the line's own end, are one.
  #takeText(text: string): void {
    const [first = '', ...others] = text.split('\n')
    const isOneBreak = this.#isAfterBreak && first.trim() === '' && others.length > 0
    this.#extend(first)
    this.#lines.push(...(isOneBreak ? others.slice(1) : []))
    if (isOneBreak) this.#extend(others[0] ?? '')
    else this.#lines.push(...others)
  }

  #extend(text: string): void {
    this.#lines[this.#lines.length - 1] += text
    this.#isAfterBreak = false
  }

  #enter(name: string): void {
    const last = this.#open.at(-1)
    if (last === 'p' || (last === name && selfEnding.has(name))) this.#open.pop()
    this.#open.push(name)
  }

  #leave(name: string): void {
    const at = this.#open.lastIndexOf(name)
    if (at >= 0) this.#open.length = at
  }

  #flush(): void {
    const lines = this.#lines
    this.#lines = ['']
    this.#isAfterBreak = false
    const around = this.#open.at(-1)
    if (lines.every(isBlank) || (around !== undefined && textless.has(around))) this.#done.push(lines.join('\n'))
    else if (around !== undefined && undivided.has(around)) this.#done.push(withBreaks(lines))
    else this.#done.push(...divided(lines, around))
  }
}

function isBlank(line: string): boolean {
  return line.trim() === ''
}

function divided(lines: readonly string[], around: string | undefined): readonly string[] {
  const { paragraphs, isParted } = paragraphsOf(lines)
  // Text in a box or an item stays as it is unless its author parted it; a quotation always has paragraphs.
  if (around !== undefined && around !== 'blockquote' && !isParted) return [withBreaks(lines)]
  return paragraphs.map((part) => (part.every(isComment) ? part.join('\n') : `<p>${withBreaks(part)}</p>\n`))
}

/** An address alone on its line is to become an embed, and is a paragraph. */
const address = /^https?:\/\/[^\s<>"]+$/

function paragraphsOf(lines: readonly string[]): { paragraphs: readonly string[][]; isParted: boolean } {
  const paragraphs: string[][] = []
  let current: string[] | undefined
  for (const line of lines) {
    const text = line.trim()
    if (text === '' || address.test(text)) current = undefined
    if (text === '') continue
    if (current) current.push(text)
    else {
      current = [text]
      paragraphs.push(current)
    }
    if (address.test(text)) current = undefined
  }
  // Blank at an edge means that there is an empty line between the text and the tag beside it.
  const isParted = paragraphs.length > 1 || lines.slice(0, 2).every(isBlank) || lines.slice(-2).every(isBlank)
  return { paragraphs, isParted }
}

function isComment(text: string): boolean {
  return text.startsWith('<!--') && text.indexOf('-->') === text.length - 3
}

/** Single line breaks become `br`; those at the edges are of the markup. */
function withBreaks(lines: readonly string[]): string {
  const first = lines.findIndex((line) => !isBlank(line))
  const last = lines.findLastIndex((line) => !isBlank(line))
  const edge = (part: readonly string[]) => (part.length > 0 ? '\n' : '')
  const inner = lines.slice(first, last + 1)
  const start = /^\s/.test(inner[0] ?? '') ? ' ' : ''
  const end = /\s$/.test(inner.at(-1) ?? '') ? ' ' : ''
  return (
    edge(lines.slice(0, first)) +
    start +
    inner.map((line) => line.trim()).join('<br />\n') +
    end +
    edge(lines.slice(last + 1))
  )
}
