// Where a line may end: between words, after dashes, between the characters of scripts that put no spaces (UAX 14).

/** A piece of text that stays together. */
export interface Piece {
  readonly text: string
  /** Whether a space stands behind it, unless the line ends there. */
  readonly gap: boolean
  /** Whether a hyphen shows where the line ends behind it. */
  readonly hyphen: boolean
}

/** How long words may be divided. */
export type Division = 'whole' | 'hyphenated' | 'anywhere'

export interface Breaking {
  readonly language: string
  /** Puts soft hyphens into a word. */
  readonly hyphenate: (word: string) => string
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Never first in a line: closing marks, small kana, marks of length and repetition (kinsoku). */
const notFirst =
  /^[\p{Pe}\p{Pf}\p{M}、。，．・：；？！‼⁇⁈⁉…‥ー〜々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ％%!?,.:;]/u
/** Never last in a line. */
const notLast = /[\p{Ps}\p{Pi}]$/u

/** Words longer than this are divided where hyphens are allowed. */
const longWord = 12

export function piecesOf(text: string, division: Division, breaking: Breaking): readonly Piece[] {
  return text
    .split(/[ \n]+/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      const parts = partsOf(word, division, breaking)
      return parts.map((part, index) => ({ ...part, gap: index === parts.length - 1 }))
    })
}

type Part = Omit<Piece, 'gap'>

function partsOf(word: string, division: Division, breaking: Breaking): readonly Part[] {
  if (unspaced.test(word)) return unspacedParts(word, division, breaking.language)
  if (division === 'anywhere' && word.length > longWord) return graphemes(word).map((text) => ({ text, hyphen: false }))
  return word.split(/(?<=[\p{L}\p{N}]{2}[-‐–—/])(?=[\p{L}\p{N}]{2})/u).flatMap((part) => {
    if (division !== 'hyphenated' || part.length <= longWord) return [{ text: part, hyphen: false }]
    const syllables = breaking.hyphenate(part).split('\u00AD')
    return syllables.map((text, index) => ({ text, hyphen: index < syllables.length - 1 }))
  })
}

function unspacedParts(word: string, division: Division, language: string): readonly Part[] {
  const whole = division === 'whole' ? words(word, language) : graphemes(word)
  const parts: string[] = []
  for (const next of whole) {
    const last = parts.at(-1)
    const isTied = last !== undefined && (notFirst.test(next) || notLast.test(last) || !isBorder(last, next))
    if (isTied) parts[parts.length - 1] = last + next
    else parts.push(next)
  }
  return parts.map((text) => ({ text, hyphen: false }))
}

function isBorder(before: string, after: string): boolean {
  return unspaced.test(before.slice(-2)) || unspaced.test(after.slice(0, 2))
}

function words(text: string, language: string): string[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(({ segment }) => segment)
}

export function graphemes(text: string): string[] {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
}
