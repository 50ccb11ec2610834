// Finds where JSON values stand in a text that holds other things too. RFC 8259.

/** A value of the text: `text.slice(start, end)` is JSON. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where a value that began well came to its end too soon. */
export interface Break {
  readonly start: number
  /** The offset of the first character that no JSON could have there; the length of the text if all of it could. */
  readonly at: number
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }'

/** What is expected after a value within an object or an array. */
type Continuation = ', or ]' | ', or }'

/** What follows a token where it may stand; `done` ends a value, and what follows it lies with what it stands in. */
type Grammar = Readonly<Record<Expected, Partial<Record<Token['kind'], Expected | 'done'>>>>

const value = { '{': 'key or }', '[': 'value or ]', string: 'done', scalar: 'done' } as const

const grammar: Grammar = {
  value,
  'value or ]': { ...value, ']': 'done' },
  key: { string: ':' },
  'key or }': { string: ':', '}': 'done' },
  ':': { ':': 'value' },
  ', or ]': { ',': 'value', ']': 'done' },
  ', or }': { ',': 'key', '}': 'done' },
}

interface Token {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'scalar' | 'wrong' | 'end'
  readonly start: number
  /** For `wrong`: where it went wrong. */
  readonly end: number
}

/**
 * Visits every outermost object and array of the text in turn; `broken` hears of those that do not close.
 *
 * Linear: a run that breaks settles the fate of every bracket that it read as structure, so that only brackets
 * inside its strings are tried again, and there a second run reads strings as structure and structure as strings.
 * No character is read more than twice.
 */
export function* jsonSpans(text: string, broken: (one: Break) => void): Generator<Span> {
  const settled = new Uint8Array(text.length)
  const opening = /[[{]/g
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const start = found.index
    if (settled[start]) continue
    const { end, complete } = readValue(text, start, settled)
    if (complete) {
      yield { start, end }
      opening.lastIndex = end
    } else broken({ start, at: end })
  }
}

/** Reads the object or array at `start` to its end, or to the first character that cannot be part of it. */
function readValue(text: string, start: number, settled: Uint8Array): { end: number; complete: boolean } {
  const open: Continuation[] = []
  let expected: Expected = 'value'
  for (let at = start; ; ) {
    const { kind, start: from, end } = nextToken(text, at)
    const next: Expected | 'done' | undefined = grammar[expected][kind]
    if (!next) return { end: kind === 'wrong' ? end : from, complete: false }
    if (kind === '{' || kind === '[') settled[from] = 1
    nest(open, kind)
    const around = open.at(-1)
    if (around === undefined) return { end, complete: true }
    expected = next === 'done' ? around : next
    at = end
  }
}

/** Keeps the stack of what stands open. The grammar has seen to it that every bracket closes its own kind. */
function nest(open: Continuation[], kind: Token['kind']): void {
  if (kind === '{') open.push(', or }')
  else if (kind === '[') open.push(', or ]')
  else if (kind === '}' || kind === ']') open.pop()
}

const space = /[ \t\n\r]*/y
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y
/** A scalar that the end of the text may have cut. */
const cutScalar = /(?:-?[\d.eE+-]*|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$/y

function nextToken(text: string, from: number): Token {
  const start = match(space, text, from)
  const char = text[start]
  if (char === undefined) return { kind: 'end', start, end: start }
  if (char === '"') return stringToken(text, start)
  if ('{}[]:,'.includes(char)) return { kind: char as Token['kind'], start, end: start + 1 }
  const end = match(scalar, text, start)
  if (end > start) return { kind: 'scalar', start, end }
  const cut = text.length - start < 30 ? match(cutScalar, text, start) : start
  return { kind: 'wrong', start, end: cut }
}

/** Where the match of a sticky pattern ends; `from` if there is none. */
function match(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : from
}

const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 §7 bars them from strings.
const plain = /[^"\\\u0000-\u001f]*/y

function stringToken(text: string, start: number): Token {
  for (let at = start + 1; ; ) {
    at = match(plain, text, at)
    if (text[at] === '"') return { kind: 'string', start, end: at + 1 }
    const after = match(escaped, text, at)
    if (after === at) return { kind: 'wrong', start, end: text.length - at < 6 && text[at] === '\\' ? text.length : at }
    at = after
  }
}
