// What exports hold that XML forbids, mended before the parser sees it: control characters, and an `&` that begins no
// reference. XML 1.0 §2.2, §4.1.

/** Says what was mended; `before` is the text of this write that stands before it. */
type Mended = (problem: 'character' | 'ampersand', before: string) => void

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

  function clean(text: string, isLast: boolean): string {
    const stop = isLast ? text.length : holdFrom(text)
    const parts: string[] = []
    let done = 0
    for (let at = 0; ; ) {
      const pattern: RegExp = marks[state]
      pattern.lastIndex = at
      const found = pattern.exec(text)
      if (!found || found.index >= stop) break
      at = found.index + found[0].length
      if (found[0] === '&') {
        if (reference.test(text.slice(found.index, found.index + longestMark))) continue
        mended('ampersand', text.slice(0, found.index))
        parts.push(text.slice(done, found.index), '&amp;')
        done = at
      } else if (state !== 'text') state = 'text'
      else state = found[0] === '<!--' ? 'comment' : 'cdata'
    }
    const end = Math.max(stop, done)
    held = text.slice(end)
    return parts.join('') + text.slice(done, end)
  }

  return {
    write: (piece) => {
      const text = held + piece
      return clean(forbidden.test(text) ? withoutForbidden(text, mended) : text, false)
    },
    end: () => clean(held, true),
  }
}

/** Where the last mark begins that the next piece may complete. */
function holdFrom(text: string): number {
  const tail = Math.max(0, text.length - longestMark)
  const at = text.slice(tail).search(/[<&\]-]/)
  return at < 0 ? text.length : tail + at
}

function withoutForbidden(text: string, mended: Mended): string {
  return text.replace(forbiddenAll, (_, offset: number) => {
    mended('character', text.slice(0, offset))
    return ''
  })
}
