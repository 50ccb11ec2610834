// Content streams as a row of operations (ISO 32000-1 §7.8.2): operands, then an operator. On bytes, in one pass and
// without making an object of any operand: a book has millions of them.

/** An operator as a number, so that none has to be cut out of the bytes to be compared. */
export function operatorCode(name: string): number {
  let code = 0
  for (let at = 0; at < name.length; at++) code |= name.charCodeAt(at) << (8 * at)
  return code
}

/** `start` is where the first operand begins, `end` where the operator ends. */
export type VisitOperation = (operator: number, start: number, end: number) => void

const regular = 0
const space = 1
const delimiter = 2
const kinds = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = space
for (const byte of Buffer.from('()<>[]{}/%', 'latin1')) kinds[byte] = delimiter

const [openParenthesis, closeParenthesis, less, greater, backslash, percent, slash] = Buffer.from('()<>\\%/', 'latin1')
const beginImage = operatorCode('BI')
const beginImageData = operatorCode('ID')
const endImage = operatorCode('EI')

/** Words that are operands (§7.3.2, §7.3.9). */
const constants = new Set(['true', 'false', 'null'])

/** Visits every operation in order; an inline image is visited at its `EI`. Bytes that make no sense are passed over. */
export function eachOperation(content: Uint8Array, visit: VisitOperation): void {
  let start = -1
  let at = afterSpace(content, 0)
  while (at < content.length) {
    const byte = content[at] as number
    if (start < 0) start = at
    let end = endOfToken(content, at, byte)
    let operator = isOperator(content, at, end, byte) ? codeAt(content, at, end) : beginImage
    if (operator === beginImageData) {
      operator = endImage
      end = endOfImage(content, end)
    }
    // An operand, and all of an inline image up to its end, belongs to the operation that follows.
    if (operator !== beginImage) {
      visit(operator, start, end)
      start = -1
    }
    at = afterSpace(content, end)
  }
}

/** Where the next token begins: white space and comments are passed over. */
function afterSpace(content: Uint8Array, from: number): number {
  let at = from
  while (at < content.length) {
    const byte = content[at] as number
    if (byte === percent) at = endOfLine(content, at)
    else if (kinds[byte] === space) at++
    else break
  }
  return at
}

function endOfToken(content: Uint8Array, at: number, byte: number): number {
  if (byte === openParenthesis) return endOfString(content, at)
  if (byte === less && content[at + 1] !== less) return endOfHexString(content, at)
  if (byte === less || (byte === greater && content[at + 1] === greater)) return at + 2
  if (byte !== slash && kinds[byte] === delimiter) return at + 1
  return endOfRegular(content, at + 1)
}

function endOfRegular(content: Uint8Array, from: number): number {
  let at = from
  while (at < content.length && kinds[content[at] as number] === regular) at++
  return at
}

function endOfLine(content: Uint8Array, from: number): number {
  let at = from
  while (at < content.length && content[at] !== 10 && content[at] !== 13) at++
  return at
}

/** Parentheses nest inside a literal string, unless escaped (§7.3.4.2). */
function endOfString(content: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; at < content.length; at++) {
    const byte = content[at]
    if (byte === backslash) at++
    else if (byte === openParenthesis) depth++
    else if (byte === closeParenthesis && --depth === 0) return at + 1
  }
  return content.length
}

function endOfHexString(content: Uint8Array, from: number): number {
  const end = content.indexOf(greater as number, from)
  return end < 0 ? content.length : end + 1
}

/** A word, and neither a name, a number nor a constant. `'` and `"` show text too. */
function isOperator(content: Uint8Array, at: number, end: number, first: number): boolean {
  if (kinds[first] !== regular) return false
  const isNumber = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e
  if (isNumber) return false
  return (
    end - at < 4 || !constants.has(Buffer.from(content.buffer, content.byteOffset + at, end - at).toString('latin1'))
  )
}

function codeAt(content: Uint8Array, at: number, end: number): number {
  // No operator is longer than three bytes; a longer word is none that anybody asks for.
  if (end - at > 3) return 0
  let code = 0
  for (let index = at; index < end; index++) code |= (content[index] as number) << (8 * (index - at))
  return code
}

/** The data are bytes of any kind; they end where `EI` stands by itself (§8.9.7). */
function endOfImage(content: Uint8Array, from: number): number {
  for (let at = from + 1; at + 1 < content.length; at++) {
    if (content[at] !== 0x45 || content[at + 1] !== 0x49) continue
    const before = kinds[content[at - 1] as number]
    const after = at + 2 < content.length ? kinds[content[at + 2] as number] : space
    if (before === space && after !== regular) return at + 2
  }
  return content.length
}
