// What a font must draw in one: the pictographs of several characters, which Unicode calls emoji sequences (UTS 51, §1.4).

const one = String.raw`\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?[\u{E0020}-\u{E007F}]*`
const sequence = String.raw`\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3|${one}(?:\u200D${one})*`

/** The sequences of a text that are of more than one character: families, flags, keycaps, tones of skin. */
export function emojiSequences(text: string): readonly string[] {
  const found = text.match(new RegExp(sequence, 'gu')) ?? []
  return [...new Set(found)].filter((cluster) => [...cluster].length > 1)
}

/**
 * All characters of a text, each once, and before them its emoji sequences. A digit that stands in keycaps alone is not
 * among the characters, nor are the parts of a flag: no font need have them.
 */
export function clustersOf(text: string): readonly string[] {
  const sequences = emojiSequences(text)
  const rest = sequences.length === 0 ? text : text.replace(new RegExp(sequence, 'gu'), partApart)
  return [...sequences, ...new Set(rest)]
}

/** A pictograph by itself is a character like others. */
function partApart(cluster: string): string {
  return [...cluster].length > 1 ? '' : cluster
}
