// The attributes that a formula keeps: those of MathML Core with values that the schema of MathML 3 allows too. Colours
// and sizes go: they are the reader's.

type Test = (value: string) => boolean

const bool: Test = (value) => value === 'true' || value === 'false'
const length: Test = (value) => value.length < 20 && /^-?(?:\d+\.?\d*|\.\d+)(?:e[mx]|in|cm|mm|p[xtc]|%)?$/.test(value)
const oneOf =
  (...values: string[]): Test =>
  (value) =>
    values.includes(value)
const number: Test = (value) => /^[1-9]\d{0,2}$/.test(value)
const anything: Test = () => true

const variants = oneOf(
  ...'normal bold italic bold-italic double-struck bold-fraktur script bold-script fraktur sans-serif'.split(' '),
  ...'bold-sans-serif sans-serif-italic sans-serif-bold-italic monospace'.split(' '),
)
const notation = (value: string): boolean =>
  value.split(' ').every((word) => oneOf(...notations)(word)) && value.length < 100
const notations = (
  'longdiv actuarial radical box roundedbox circle left right top bottom updiagonalstrike downdiagonalstrike ' +
  'verticalstrike horizontalstrike madruwb'
).split(' ')

const token: Record<string, Test> = { dir: oneOf('ltr', 'rtl'), mathvariant: variants }
const own: Record<string, Record<string, Test>> = {
  math: { alttext: anything, display: oneOf('block', 'inline'), dir: oneOf('ltr', 'rtl') },
  mi: token,
  mn: token,
  ms: token,
  mtext: token,
  mo: {
    ...token,
    accent: bool,
    fence: bool,
    form: oneOf('infix', 'postfix', 'prefix'),
    largeop: bool,
    lspace: length,
    maxsize: length,
    minsize: length,
    movablelimits: bool,
    rspace: length,
    separator: bool,
    stretchy: bool,
    symmetric: bool,
  },
  menclose: { notation },
  mfrac: { linethickness: length },
  mover: { accent: bool },
  mpadded: { depth: length, height: length, lspace: length, voffset: length, width: length },
  mspace: { depth: length, height: length, width: length },
  mstyle: { displaystyle: bool, scriptlevel: (value) => /^[+-]?\d$/.test(value) },
  mtable: { displaystyle: bool },
  mtd: { columnspan: number, rowspan: number },
  munder: { accentunder: bool },
  munderover: { accent: bool, accentunder: bool },
}

/** Whether an attribute of an element of a formula may stay as it is. */
export function mayKeepInMath(name: string, attribute: string, value: string): boolean {
  return own[name]?.[attribute]?.(value) ?? false
}
