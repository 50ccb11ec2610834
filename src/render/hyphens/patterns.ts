// Where words may be divided: by the patterns of the `hyphen` package, in the languages that divide words with a hyphen.

/** Puts soft hyphens into a word. */
export type Hyphenate = (word: string) => string

/** Letters that stay together at the beginning and at the end of a word, and the shortest word that is divided. */
const fewest = 3
const shortest = 6

const softHyphen = '\u00AD'

/** The languages whose patterns bear their own names. Thai, Chinese and the scripts of India set no hyphen. */
const plain = new Set(
  'af be bg ca cs cy da es et eu fi fr fur ga gl hr hsb hu hy ia id is it ka kmr la lt lv mk nb nl nn oc pl pms pt rm ro ru sk sl sq sv tk tr uk'.split(
    ' ',
  ),
)
const named = new Map([
  ['bs', 'sh-latn'],
  ['de', 'de-1996'],
  ['el', 'el-monoton'],
  ['en', 'en-gb'],
  ['en-ca', 'en-us'],
  ['en-us', 'en-us'],
  ['mn', 'mn-cyrl'],
  ['no', 'nb'],
  ['sh', 'sh-latn'],
  ['sr', 'sr-cyrl'],
  ['sr-latn', 'sh-latn'],
])

/** The name of a language's patterns: of its region's or its script's, else of the language's own. */
function patternsOf(language: string): string | undefined {
  const subtags = language.toLowerCase().split('-')
  const [primary = ''] = subtags
  const special = subtags.slice(1).flatMap((subtag) => named.get(`${primary}-${subtag}`) ?? [])
  return special[0] ?? named.get(primary) ?? (plain.has(primary) ? primary : undefined)
}

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
  const { default: patterns } = (await import(`hyphen/${name}/index.js`)) as {
    default: { hyphenateSync: Hyphenate }
  }
  const known = new Map<string, string>()
  return (word) => {
    if (word.length < shortest) return word
    const before = known.get(word)
    if (before !== undefined) return before
    const divided = inward(patterns.hyphenateSync(word))
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
