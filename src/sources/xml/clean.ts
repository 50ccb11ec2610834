// What exports hold that XML forbids, mended before the parser sees it: control characters, and an `&` that begins no
// reference. XML 1.0 §2.2, §4.1.

/** Says what was mended; `before` tells the text of this write that stands before it. */
type Mended = (problem: 'character' | 'ampersand', before: () => string) => void

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const forbiddenAll = new RegExp(forbidden, 'g')
const reference = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\w.-]{0,60});/
const marks = { text: /<!\[CDATA\[|<!--|&/g, cdata: /\]\]>/g, comment: /-->/g } as const
/** No mark and no reference is longer. */
const longestMark = 64

/** A text in pieces goes in, the same without its faults comes out, a little later. */
export interface Cleaner {
  readonly write: (piece: string) => string
  readonly end: () => string
}

export function createCleaner(mended: Mended): Cleaner {
  let state: keyof typeof marks = 'text'
  let held = ''

  /** The marks up to an offset, with what each is replaced by. */
  function* replacements(text: string, stop: number): Generator<{ start: number; end: number; by: string }> {
    let at = 0
    for (;;) {
      const pattern: RegExp = marks[state]
      pattern.lastIndex = at
      const found = pattern.exec(text)
      if (!found || found.index >= stop) return
      const [mark] = found
      const start = found.index
      at = start + mark.length
      if (mark !== '&') state = after(mark)
      else if (!reference.test(text.slice(start, start + longestMark))) {
        mended('ampersand', () => text.slice(0, start))
        yield { start, end: at, by: '&amp;' }
      }
    }
  }

  function clean(text: string, stop: number): string {
    const parts: string[] = []
    let done = 0
    for (const { start, end, by } of replacements(text, stop)) {
      parts.push(text.slice(done, start), by)
      done = end
    }
    const end = Math.max(stop, done)
    held = text.slice(end)
    return parts.join('') + text.slice(done, end)
  }

  return {
    write: (piece) => {
      const whole = held + piece
      const text = forbidden.test(whole) ? withoutForbidden(whole, mended) : whole
      return clean(text, holdFrom(text))
    },
    end: () => clean(held, held.length),
  }
}

function after(mark: string): keyof typeof marks {
  if (mark === '<!--') return 'comment'
  return mark === '<![CDATA[' ? 'cdata' : 'text'
}

/** Where the last mark begins that the next piece may complete. */
function holdFrom(text: string): number {
  const tail = Math.max(0, text.length - longestMark)
  const at = text.slice(tail).search(/[<&\]-]/)
  return at < 0 ? text.length : tail + at
}

function withoutForbidden(text: string, mended: Mended): string {
  return text.replace(forbiddenAll, (_, offset: number) => {
    mended('character', () => text.slice(0, offset))
    return ''
  })
}
