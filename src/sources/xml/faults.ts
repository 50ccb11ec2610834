// What is wrong with an XML input, gathered while it is read and told once for each kind, with its first line.

import type { ReportFn } from '../../diagnostics.js'
import { excerptOf } from '../plain-text.js'
import { fieldOf, type XmlNode } from './node.js'

interface Fault {
  readonly line: number
  count: number
}

const mendings = {
  character: 'characters that XML forbids, left out',
  ampersand: 'an & that begins no reference, kept as it is',
} as const

// The parser's words for what a reader of the report may know by another name.
const words: readonly (readonly [RegExp, string])[] = [
  [/^undefined entity/, 'an entity that is not defined, kept as text'],
  [/^unmatched closing tag|^unexpected close tag/, 'tags that do not match'],
  [/^the string "]]>"/, 'a CDATA section that ends too soon'],
  [/^text data outside of root/, 'text outside of the document'],
  [/XML declaration must (?:be|appear) at the start/, 'an XML declaration that is not at the start'],
]

export class Faults {
  readonly #found = new Map<string, Fault>()
  #end: { readonly line: number; readonly last: string } | undefined
  #hasEnded = false

  /** @param line is asked for once a kind: counting lines for each of many would take its time. */
  mended(problem: keyof typeof mendings, line: () => number): void {
    this.#count(mendings[problem], line)
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
