// Names and titles out of markup, for metadata. The text of a book never takes this way: `normalize/` reads it.

/** The five of XML, and those that WordPress and its plugins write into names. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  times: '×',
  euro: '€',
  pound: '£',
}

/** The names of U+00C0 to U+00FF, in order. */
const latin1 = (
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ')

/** 0x80 to 0x9F of Windows-1252. Node 20's own decoder for it knows only Latin-1. */
export const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** A tag or a comment begins with a letter, a stroke or one of two marks; any other `<` is text (HTML §13.2.5.6). */
const tag = /<[a-z/!?][^<>]*>/gi

/** The text of a short piece of markup: tags dropped, references decoded, white space collapsed, no controls. */
export function plainText(markup: string): string {
  return tidy(decodeReferences(markup.replace(/<br\b[^<>]*>/gi, ' ').replace(tag, '')))
}

/** Decodes character references once; those it does not know stay as they are. HTML §13.5. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? letter(name) ?? whole
    return fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
  })
}

function letter(name: string): string | undefined {
  const index = latin1.indexOf(name)
  return index < 0 ? undefined : String.fromCodePoint(0xc0 + index)
}

function fromCodePoint(code: number): string {
  // HTML §13.2.5.80: 128 to 159 mean what Windows-1252 has there.
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] ?? ''
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return valid ? String.fromCodePoint(code) : '\u{FFFD}'
}

/** The first words of a text, on one line, at most 60 characters. */
export function excerptOf(text: string): string {
  const points = [...tidy(text.slice(0, 1000))]
  return points.length > 60 ? `${points.slice(0, 59).join('').trimEnd()}…` : points.join('')
}

/** One line, without controls, formatting characters (direction overrides among them) and lone surrogates. */
function tidy(text: string): string {
  return text
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Noncharacter_Code_Point}/gu, '')
    .trim()
}
