// A feed or an export as a stream of records, which are the children of its channel. One record at a time is in
// memory. Nothing is resolved: a document type is passed over, and entities that it defines stay text.

import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { failure } from '../../diagnostics.js'
import { Cleaner } from './clean.js'
import type { Faults } from './faults.js'
import { Names } from './names.js'
import { endTag, startTag, type XmlNode } from './node.js'

export interface RecordSettings {
  /** The name of the input, for errors. */
  readonly input: string
  /** The longest record, in MB. */
  readonly maxInput: number
  readonly faults: Faults
  /** Names of elements that nobody looks at, which are not kept. */
  readonly skipped?: ReadonlySet<string>
}

const containers = new Set(['rss>channel', 'feed', 'atom:feed', 'rdf:RDF'])
const megabyte = 1_000_000

/** Takes a text in pieces and gives the records that each completes. */
export interface RecordReader {
  /** @throws `content-too-large` */
  readonly write: (piece: string) => readonly XmlNode[]
  readonly end: () => readonly XmlNode[]
}

export function createRecordReader(settings: RecordSettings): RecordReader {
  const { faults } = settings
  const builder = new RecordBuilder(settings)
  const { parser } = builder
  const cleaner = new Cleaner((what, before) => faults.mended(what, () => parser.line + linesIn(before())))
  let waiting: string | undefined = ''
  const started = (piece: string, isLast: boolean) => {
    if (waiting === undefined) return piece
    const text = waiting + piece
    const start = text.search(beginning)
    waiting = start < 0 && !isLast && text.length < longestBefore ? text : undefined
    if (waiting !== undefined || start < 0) return waiting === undefined ? text : ''
    faults.before(text.slice(0, start))
    parser.line += linesIn(text.slice(0, start))
    return text.slice(start)
  }
  return {
    write: (piece) => {
      parser.write(cleaner.write(started(piece, false)))
      builder.checkSize()
      return builder.take()
    },
    end: () => {
      parser.write(cleaner.write(started('', true)) + cleaner.end())
      builder.end()
      return builder.take()
    },
  }
}

/** Where a document begins, whatever a site wrote before it. */
const beginning = /<\?xml\s|<!DOCTYPE\s|<rss[\s>]|<feed[\s>]|<\w{1,20}:(?:feed|RDF)\s/
const longestBefore = 100_000

function linesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

class RecordBuilder {
  readonly parser = new SaxesParser()
  readonly #settings: RecordSettings
  #ready: XmlNode[] = []
  readonly #names = new Names()
  /** The names of the open elements outside of a record. */
  readonly #around: string[] = []
  #record: XmlNode | undefined
  #field: XmlNode | undefined
  #part: XmlNode | undefined
  /** How many elements are open inside the record. */
  #depth = 0
  /** The depth of the element that is passed over with all it holds. */
  #skipping: number | undefined
  /** Where the parser stood when a record last ended. */
  #mark = 0

  constructor(settings: RecordSettings) {
    this.#settings = settings
    this.parser.on('opentag', (tag) => this.#open(tag))
    this.parser.on('closetag', ({ name }) => this.#close(name))
    this.parser.on('text', (text) => this.#add(text, false))
    this.parser.on('cdata', (text) => this.#add(text, true))
    this.parser.on('doctype', (text) => {
      if (/<!ENTITY/.test(text))
        settings.faults.malformed('a document type with entities of its own, which stay text', this.parser.line)
    })
    this.parser.on('error', ({ message }) => settings.faults.malformed(message, this.parser.line))
  }

  take(): readonly XmlNode[] {
    const taken = this.#ready
    this.#ready = []
    return taken
  }

  checkSize(): void {
    const { maxInput } = this.#settings
    if (this.parser.position - this.#mark <= maxInput * megabyte) return
    const post = this.#record ? `in line ${this.#record.line}` : `after line ${this.parser.line}`
    throw failure('content-too-large', { post, size: `over ${maxInput}`, limit: maxInput })
  }

  end(): void {
    const { faults } = this.#settings
    const isOpen = this.#record !== undefined || this.#around.length > 0
    if (isOpen) faults.truncated(this.parser.line, this.#record)
    this.#record = undefined
    // The parser would name each element that the end leaves open, and close it.
    faults.ended()
    this.parser.close()
  }

  #open({ name: written, attributes }: SaxesTagPlain): void {
    if (!this.#record) this.#names.bind(attributes)
    const name = this.#names.canonical(written)
    if (!this.#record && !this.#isContainer()) {
      this.#around.push(name)
      return
    }
    const node: XmlNode = { name, attributes, pieces: [], children: [], line: this.parser.line }
    if (!this.#record) {
      this.#record = node
      this.#depth = 0
      return
    }
    this.#depth += 1
    if (this.#skipping !== undefined) return
    if (this.#settings.skipped?.has(name)) this.#skipping = this.#depth
    else this.#nest(node)
  }

  #nest(node: XmlNode): void {
    if (this.#depth === 1) {
      this.#field = node
      this.#record?.children.push(node)
      return
    }
    const markup = { text: startTag(node.name, node.attributes), isMarkup: true }
    this.#field?.pieces.push(markup)
    if (this.#depth === 2) {
      this.#part = node
      this.#field?.children.push(node)
    } else this.#part?.pieces.push(markup)
  }

  #close(written: string): void {
    const name = this.#names.canonical(written)
    if (!this.#record) {
      if (this.#around.at(-1) === name) this.#around.pop()
      return
    }
    const depth = this.#depth
    this.#depth -= 1
    if (depth === 0) this.#finish()
    else if (this.#skipping !== undefined) {
      if (this.#skipping === depth) this.#skipping = undefined
    } else if (depth > 1) {
      const markup = { text: endTag(name), isMarkup: true }
      this.#field?.pieces.push(markup)
      if (depth > 2) this.#part?.pieces.push(markup)
    }
  }

  #finish(): void {
    if (this.#record) this.#ready.push(this.#record)
    this.#record = undefined
    this.#mark = this.parser.position
  }

  #add(text: string, isMarkup: boolean): void {
    if (!this.#record || this.#skipping !== undefined) return
    const piece = { text, isMarkup }
    if (this.#depth === 0) this.#record.pieces.push(piece)
    if (this.#depth > 0) this.#field?.pieces.push(piece)
    if (this.#depth > 1) this.#part?.pieces.push(piece)
  }

  #isContainer(): boolean {
    const [parent = '', last = ''] = this.#around.slice(-2)
    return this.#around.length === 1
      ? containers.has(parent)
      : containers.has(`${parent}>${last}`) || containers.has(last)
  }
}
