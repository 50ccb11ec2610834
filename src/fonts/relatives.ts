// Characters that a text does not hold and its shaping asks for: HarfBuzz divides the Thai sara am into two signs, and
// composed letters of India into letter and dot. What is not in the range of a face is not found there.

const shapedScripts =
  'Arabic Hebrew Syriac Thaana Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Khmer Myanmar Tibetan'
    .split(' ')
    .map((name) => new RegExp(`\\p{Script=${name}}`, 'u'))

/** Of the characters of a font those that belong to the scripts of a text, where letters change with their neighbours. */
export function relativesOf(characters: readonly string[], codes: ReadonlySet<number>): readonly string[] {
  const scripts = shapedScripts.filter((script) => characters.some((character) => script.test(character)))
  if (scripts.length === 0) return []
  const all = [...codes].map((code) => String.fromCodePoint(code))
  return all.filter((character) => scripts.some((script) => script.test(character)))
}
