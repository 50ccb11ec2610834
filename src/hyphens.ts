// How words may be divided in a language: the patterns of the `hyphen` package, for the languages that set a hyphen.

/** Puts soft hyphens into a word. */
export type Hyphenate = (word: string) => string

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
export function patternsOf(language: string): string | undefined {
  const subtags = language.toLowerCase().split('-')
  const [primary = ''] = subtags
  const special = subtags.slice(1).flatMap((subtag) => named.get(`${primary}-${subtag}`) ?? [])
  return special[0] ?? named.get(primary) ?? (plain.has(primary) ? primary : undefined)
}

/** Loads patterns by their name: every place that they allow, however near to an end of the word. */
export async function loadPatterns(name: string): Promise<Hyphenate> {
  const { default: patterns } = (await import(`hyphen/${name}/index.js`)) as {
    default: { hyphenateSync: Hyphenate }
  }
  return (word) => patterns.hyphenateSync(word)
}
