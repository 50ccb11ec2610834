// Soft hyphens for words that are too long for a line.

type HyphenateSync = (text: string) => string

/** The patterns that a plain tag stands for, where their name is another. */
const named: Readonly<Record<string, string>> = { en: 'en-gb', 'en-us': 'en-us', nb: 'nb', nn: 'nn' }

/** Puts soft hyphens into words as the language does; for a language without patterns the words stay as they are. */
export async function hyphenatorOf(language: string): Promise<(word: string) => string> {
  const [primary = ''] = language.toLowerCase().split('-')
  const name = named[language.toLowerCase()] ?? named[primary] ?? primary
  if (!/^[a-z]{2,3}(-[a-z]{2})?$/.test(name)) return (word) => word
  try {
    const patterns = (await import(`hyphen/${name}/index.js`)) as { default: { hyphenateSync: HyphenateSync } }
    return (word) => patterns.default.hyphenateSync(word)
  } catch {
    return (word) => word
  }
}
