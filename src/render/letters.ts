// Text as it can be compared between a page and a document: the letters and figures, and one character for a picture.
// What layout adds or takes away (spaces, hyphens, ligatures, bullets) is no part of it.

/** U+FFFC, the object replacement character: what a page map has for a picture. */
const picture = '\u{FFFC}'

export function lettersOf(text: string): string {
  if (/^[a-z]*$/.test(text)) return text
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\u{FFFC}]/gu, '')
}

/** The letters of a document, and for each where in its markup it stands. */
export interface PlacedLetters {
  readonly letters: string
  readonly offsets: readonly number[]
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const tokens = /<!--[\s\S]*?-->|<(?<tag>\/?[^\s<>/]+)[^<>]*>|&(?<reference>#?\w+);|[^<&]+/gu

/** Reads well-formed markup from an offset to another. */
export function placedLetters(markup: string, from: number, to: number): PlacedLetters {
  const pieces: string[] = []
  const offsets: number[] = []
  const add = (text: string, offset: number) => {
    const letters = lettersOf(text)
    pieces.push(letters)
    for (let unit = 0; unit < letters.length; unit++) offsets.push(offset)
  }
  tokens.lastIndex = from
  for (let token = tokens.exec(markup); token && token.index < to; token = tokens.exec(markup)) {
    const { tag, reference } = token.groups ?? {}
    // A picture without words is an artifact on its page, and so no part of that page's text.
    if (tag === 'img') add(/\salt=""/.test(token[0]) ? '' : picture, token.index)
    else if (reference !== undefined) add(characterOf(reference), token.index)
    else if (tag === undefined && !token[0].startsWith('<')) addText(token[0], token.index, add)
  }
  return { letters: pieces.join(''), offsets }
}

function addText(text: string, from: number, add: (character: string, offset: number) => void): void {
  let offset = from
  for (const character of text) {
    if (character !== ' ') add(character, offset)
    offset += character.length
  }
}

function characterOf(reference: string): string {
  const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(reference) ?? []
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
  return decimal === undefined ? (named[reference] ?? '') : String.fromCodePoint(Number(decimal))
}
