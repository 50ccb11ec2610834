// What is wrong with an XML input, gathered while it is read and told once for each kind, with its first line.

import type { ReportFn } from '../../diagnostics.js'
import { excerptOf } from '../plain-text.js'
import type { Mending } from './clean.js'
import { fieldOf, type XmlNode } from './node.js'

interface Fault {
  readonly line: number
  count: number
}

const mendings: Readonly<Record<Mending, string>> = {
  section: 'a CDATA section that ends within its text, joined again',
  tag: 'an end tag without a start tag, left out',
  character: 'characters that XML forbids, left out',
  ampersand: 'an & that begins no reference, kept as it is',
}

// The parser's words for what a reader of the report may know by another name.
const words: readonly (readonly [RegExp, string])[] = [
  [/^undefined entity/, 'an entity that is not defined, kept as text'],
  [/^unexpected close tag/, 'an element without an end tag'],
  [/^the string "]]>"/, 'a ]]> outside of a CDATA section'],
  [/^text data outside of root|^documents may contain only one root/, 'something after the end of the document'],
]

export class Faults {
  readonly #found = new Map<string, Fault>()
  #end: { readonly line: number; readonly last: string } | undefined
  #hasEnded = false

  /** @param line is asked for once a kind: counting lines for each of many would take its time. */
  mended(what: Mending, line: () => number): void {
    this.#count(mendings[what], line)
  }

  /** What a site wrote before the document: notices of PHP, mostly. */
  before(text: string): void {
    if (text.trim() !== '') this.#count('text before the document, passed over', () => 1)
  }

  /** @param message as the parser says it, with its place before it. */
  malformed(message: string, line: number): void {
    if (this.#hasEnded) return
    const plain = message.replace(/^(?:.*?:)?\d+:\d+: /, '').replace(/\.$/, '')
    this.#count(words.find(([pattern]) => pattern.test(plain))?.[1] ?? plain, () => line)
  }

  truncated(line: number, record: XmlNode | undefined): void {
    const title = record ? excerptOf(fieldOf(record, 'title')) : ''
    const kind = record?.name === 'item' || record?.name === 'entry' ? 'the entry' : 'what'
    const last = title === '' ? `${kind} that begins in line ${record?.line ?? line}` : `the entry "${title}"`
    this.#end = { line, last: record ? `${last} is cut and left out` : 'all entries before it are whole' }
  }

  /** What the parser says after this comes of the end alone. */
  ended(): void {
    this.#hasEnded = true
  }

  tell(input: string, report: ReportFn): void {
    for (const [problem, { line, count }] of this.#found) report('xml-malformed', { input, problem, line, count })
    if (this.#end) report('xml-truncated', { input, ...this.#end })
  }

  #count(problem: string, line: () => number): void {
    const known = this.#found.get(problem)
    if (known) known.count += 1
    else this.#found.set(problem, { line: line(), count: 1 })
  }
}
