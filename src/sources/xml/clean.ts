// What exports hold that XML forbids, mended before the parser sees it: control characters, an `&` that begins no
// reference, `]]>` within the text of a CDATA section, and end tags without a start tag, for which the parser would
// close everything that is open. XML 1.0 §2.2, §2.7, §3, §4.1.

export type Mending = 'character' | 'ampersand' | 'section' | 'tag'

/** Says what was mended; `before` tells the text of this write that stands before it. */
type Mended = (what: Mending, before: () => string) => void

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const forbiddenAll = new RegExp(forbidden, 'g')
const reference = /&(?!(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\w.-]{0,60});)/g
const marks = {
  text: /<!\[CDATA\[|<!--|&|<(\/?)([A-Za-z_][\w:.-]*)[^<>]*>/g,
  cdata: /\]\]>/g,
  comment: /-->/g,
} as const
/** No mark and no reference is longer; tags may be. */
const longestMark = 64
const longestTag = 16_384
/** How far the end of a section that ends too soon is looked for. */
const longestSection = 4_000_000

interface Change {
  readonly start: number
  readonly end: number
  readonly by: string
}

/** A text in pieces goes in, the same without its faults comes out, a little later. */
export class Cleaner {
  readonly #mended: Mended
  readonly #open = new OpenElements()
  #state: keyof typeof marks = 'text'
  /** What was not given out yet, for the next piece may change what it means. */
  #held = ''

  constructor(mended: Mended) {
    this.#mended = mended
  }

  write(piece: string): string {
    const whole = this.#held + piece
    const text = forbidden.test(whole) ? withoutForbidden(whole, this.#mended) : whole
    return this.#clean(text, holdFrom(text), false)
  }

  end(): string {
    return this.#clean(this.#held, this.#held.length, true)
  }

  #clean(text: string, upTo: number, isLast: boolean): string {
    const parts: string[] = []
    let done = 0
    let stop = upTo
    const wait = (at: number) => {
      stop = at
    }
    for (const { start, end, by } of this.#changes(text, upTo, isLast, wait)) {
      parts.push(text.slice(done, start), by)
      done = end
    }
    const end = Math.max(stop, done)
    this.#held = text.slice(end)
    return parts.join('') + text.slice(done, end)
  }

  /** The changes up to an offset; `wait` hears of a place that cannot be judged before more has come. */
  *#changes(text: string, stop: number, isLast: boolean, wait: (at: number) => void): Generator<Change> {
    let at = 0
    for (;;) {
      const pattern: RegExp = marks[this.#state]
      pattern.lastIndex = at
      const found = pattern.exec(text)
      if (!found || found.index >= stop) return
      const by = this.#state === 'cdata' ? this.#sectionEnd(found, text, isLast) : this.#mark(found, text)
      if (by === undefined) return wait(found.index)
      const start = found.index
      at = start + found[0].length
      if (by !== found[0]) yield { start, end: at, by }
    }
  }

  /** What stands in the place of a mark outside of sections. */
  #mark(found: RegExpExecArray, text: string): string {
    const [mark] = found
    this.#state = stateAfter(mark)
    return mark === '-->' || this.#state !== 'text' ? mark : this.#tagOrAmpersand(found, text)
  }

  #sectionEnd({ 0: mark, index }: RegExpExecArray, text: string, isLast: boolean): string | undefined {
    const isEnd = endsHere(text, index + mark.length, this.#open.last, isLast)
    if (isEnd === undefined) return undefined
    if (isEnd) {
      this.#state = 'text'
      return mark
    }
    this.#mended('section', () => text.slice(0, index))
    return ']]]]><![CDATA[>'
  }

  #tagOrAmpersand({ 0: whole, 1: slash, 2: name, index }: RegExpExecArray, text: string): string {
    const before = () => text.slice(0, index)
    if (name !== undefined && slash === '/' && !this.#open.close(name)) {
      this.#mended('tag', before)
      return ''
    }
    if (name !== undefined && slash === '' && !whole.endsWith('/>')) this.#open.add(name)
    const written = whole === '&' ? text.slice(index, index + longestMark) : whole
    reference.lastIndex = 0
    const wrong = reference.exec(written)
    if (!wrong || (whole === '&' && wrong.index > 0)) return whole
    this.#mended('ampersand', before)
    return whole.replace(whole === '&' ? '&' : reference, '&amp;')
  }
}

/** The names of the open elements; how often each is open saves a search for those that are not. */
class OpenElements {
  readonly #names: string[] = []
  readonly #counts = new Map<string, number>()

  get last(): string | undefined {
    return this.#names.at(-1)
  }

  add(name: string): void {
    this.#names.push(name)
    this.#count(name, 1)
  }

  /** Closes an element and what is open in it; false where no such element is open. */
  close(name: string): boolean {
    if (!this.#counts.get(name)) return false
    for (let last = this.#names.pop(); last !== undefined; last = this.#names.pop()) {
      this.#count(last, -1)
      if (last === name) return true
    }
    return false
  }

  #count(name: string, by: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by)
  }
}

/**
 * Whether a `]]>` ends its section: it does before an end tag or another section. Elsewhere it does not if the next
 * end tag of the element has one before it, and no other section begins. Undefined where that has not come yet.
 */
function endsHere(text: string, at: number, holder: string | undefined, isLast: boolean): boolean | undefined {
  if (holder === undefined) return true
  const next = /\S/g
  next.lastIndex = at
  const follows = next.exec(text)?.index
  const endTag = `</${holder}`
  const isWhole = follows !== undefined && text.length - follows > endTag.length + 10
  if (follows !== undefined && (text.startsWith(endTag, follows) || text.startsWith('<![CDATA[', follows))) return true
  if (!isWhole && !isLast) return undefined
  const end = text.indexOf(endTag, at)
  if (end < 0) return isLast || text.length - at > longestSection ? true : undefined
  const between = text.slice(at, end)
  return between.includes('<![CDATA[') || !between.trimEnd().endsWith(']]>')
}

function stateAfter(mark: string): keyof typeof marks {
  if (mark === '<!--') return 'comment'
  return mark === '<![CDATA[' ? 'cdata' : 'text'
}

/** Where the last mark or tag begins that the next piece may complete. */
function holdFrom(text: string): number {
  const tail = Math.max(0, text.length - longestMark)
  const mark = text.slice(tail).search(/[&\]-]/)
  const tag = text.lastIndexOf('<')
  const isOpen = tag >= 0 && text.length - tag < longestTag && text.indexOf('>', tag) < 0
  return Math.min(mark < 0 ? text.length : tail + mark, isOpen ? tag : text.length)
}

function withoutForbidden(text: string, mended: Mended): string {
  return text.replace(forbiddenAll, (_, offset: number) => {
    mended('character', () => text.slice(0, offset))
    return ''
  })
}
