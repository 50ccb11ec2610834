// Where words of a text may be divided: not too near to their ends, and not inside a ligature.

import { type Hyphenate, loadPatterns, patternsOf } from '../../hyphens.js'

/** Letters that stay together at the beginning and at the end of a word, and the shortest word that is divided. */
const fewest = 3
const shortest = 6

const softHyphen = '\u00AD'

/** Loads what each language needs; one without patterns is left out. */
export async function hyphenatorsOf(languages: Iterable<string>): Promise<ReadonlyMap<string, Hyphenate>> {
  const found = new Map<string, Hyphenate>()
  const loaded = new Map<string, Hyphenate>()
  for (const language of languages) {
    const name = patternsOf(language)
    if (name === undefined) continue
    const hyphenate = loaded.get(name) ?? (await load(name))
    loaded.set(name, hyphenate)
    found.set(language, hyphenate)
  }
  return found
}

async function load(name: string): Promise<Hyphenate> {
  const hyphenate = await loadPatterns(name)
  const known = new Map<string, string>()
  return (word) => {
    if (word.length < shortest) return word
    const before = known.get(word)
    if (before !== undefined) return before
    const divided = inward(hyphenate(word))
    known.set(word, divided)
    return divided
  }
}

/** What faces of text draw as one: divided inside, it would have no letters in the PDF but in its replacement text. */
const ligature = /f\u00AD[bfhijklt]/

/** The word without the hyphens that stand too near to its ends, or inside a ligature. */
function inward(word: string): string {
  const parts = word.split(softHyphen)
  const length = word.length - parts.length + 1
  let at = 0
  return parts
    .map((part, index) => {
      at += part.length
      const joint = part.slice(-1) + softHyphen + (parts[index + 1] ?? '').slice(0, 1)
      const stays = index < parts.length - 1 && at >= fewest && length - at >= fewest && !ligature.test(joint)
      return stays ? part + softHyphen : part
    })
    .join('')
}
