// Which npm packages print which script: the one table, for pages and for made covers. All are under the SIL Open Font
// License; a face with serifs comes first, as the text has serifs.

interface Script {
  readonly characters: RegExp
  /** Names below `@fontsource/`, the best first. */
  readonly packages: readonly string[]
}

const both = (name: string) => [`noto-serif-${name}`, `noto-sans-${name}`]

const scripts: readonly Script[] = [
  { characters: /\p{scx=Arab}/u, packages: ['amiri', 'noto-naskh-arabic', 'scheherazade-new', 'noto-sans-arabic'] },
  { characters: /\p{scx=Hebr}/u, packages: ['noto-serif-hebrew', 'frank-ruhl-libre', 'noto-sans-hebrew'] },
  { characters: /\p{scx=Deva}/u, packages: both('devanagari') },
  { characters: /\p{scx=Beng}/u, packages: both('bengali') },
  { characters: /\p{scx=Guru}/u, packages: both('gurmukhi') },
  { characters: /\p{scx=Gujr}/u, packages: both('gujarati') },
  { characters: /\p{scx=Orya}/u, packages: both('oriya') },
  { characters: /\p{scx=Taml}/u, packages: both('tamil') },
  { characters: /\p{scx=Telu}/u, packages: both('telugu') },
  { characters: /\p{scx=Knda}/u, packages: both('kannada') },
  { characters: /\p{scx=Mlym}/u, packages: both('malayalam') },
  { characters: /\p{scx=Sinh}/u, packages: both('sinhala') },
  { characters: /\p{scx=Thai}/u, packages: both('thai') },
  { characters: /\p{scx=Laoo}/u, packages: both('lao') },
  { characters: /\p{scx=Khmr}/u, packages: both('khmer') },
  { characters: /\p{scx=Mymr}/u, packages: both('myanmar') },
  { characters: /\p{scx=Tibt}/u, packages: ['noto-serif-tibetan'] },
  { characters: /\p{scx=Geor}/u, packages: both('georgian') },
  { characters: /\p{scx=Armn}/u, packages: both('armenian') },
  { characters: /\p{scx=Ethi}/u, packages: both('ethiopic') },
  { characters: /\p{scx=Thaa}/u, packages: ['noto-sans-thaana'] },
  { characters: /[\p{scx=Hira}\p{scx=Kana}]/u, packages: both('jp') },
  { characters: /\p{sc=Hang}/u, packages: both('kr') },
  { characters: /\p{sc=Bopo}/u, packages: both('tc') },
  // Before the symbols: a pictograph that text shows in black is one all the same. U+20E3 makes keycaps.
  {
    characters: /[\p{Emoji_Presentation}\p{Extended_Pictographic}]|\u20E3/u,
    packages: ['noto-emoji', 'noto-color-emoji'],
  },
  { characters: /[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}]/u, packages: ['noto-serif', 'noto-sans'] },
  { characters: /[\p{S}\p{N}\p{P}]/u, packages: ['noto-sans-symbols-2', 'noto-sans-math', 'noto-sans-symbols'] },
]

/** Ideographs, and the punctuation that is set among them, are drawn otherwise in each of the languages. */
const ideographic = /[\p{scx=Han}\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/u
const ideographicRegions: readonly (readonly [RegExp, string])[] = [
  [/^ja\b/i, 'jp'],
  [/^ko\b/i, 'kr'],
  [/^(zh|yue)\b.*-(hant|tw|hk|mo)\b|^yue$/i, 'tc'],
  [/^zh\b/i, 'sc'],
]

/** Marks that Latin faces have too, and that are as wide as an ideograph in Chinese and Japanese (CLREQ, JLREQ §3.1). */
export function isWideMark(character: string, language: string): boolean {
  return /^[“”…‥—⸺]$/u.test(character) && /^(zh|yue|ja)\b/i.test(language)
}

function regionOf(language: string): string | undefined {
  return ideographicRegions.find(([pattern]) => pattern.test(language))?.[1]
}

/** Whether the package draws ideographs as another language than this one does. */
export function isOfAnotherRegion(name: string, language: string): boolean {
  const own = regionOf(language)
  const region = /-(sc|tc|jp|kr)$/.exec(name)?.[1]
  return own !== undefined && region !== undefined && region !== own
}

/**
 * The packages that may have the character, or the sequence of characters that is one picture; the best for a book in
 * this language first, and none where none is known.
 */
export function packagesFor(character: string, language: string): readonly string[] {
  if (ideographic.test(character) || isWideMark(character, language)) {
    const own = regionOf(language)
    const regions = own === undefined ? ['sc', 'tc', 'jp', 'kr'] : [own, 'sc', 'tc', 'jp', 'kr']
    return [...new Set(regions.flatMap(both))]
  }
  return scripts.filter(({ characters }) => characters.test(character)).flatMap(({ packages }) => packages)
}
