// Which font packages have the letters of which script. The first that is installed is taken.

export interface Family {
  /** Below `@fontsource/`. */
  readonly name: string
  readonly weight: 400 | 500
  readonly style: 'normal' | 'italic'
}

/** The face of the titles, and its italic for what stands below them. */
export const display: Family = { name: 'eb-garamond', weight: 500, style: 'normal' }
export const text: Family = { name: 'eb-garamond', weight: 400, style: 'normal' }
export const italic: Family = { name: 'eb-garamond', weight: 400, style: 'italic' }

const japanese = ['noto-serif-jp', 'noto-sans-jp']

/** By script (Unicode property `Script`), the best first. */
const families: Readonly<Record<string, readonly string[]>> = {
  Latin: ['noto-serif', 'noto-sans'],
  Greek: ['noto-serif', 'noto-sans'],
  Cyrillic: ['noto-serif', 'noto-sans'],
  Arabic: ['noto-naskh-arabic', 'amiri', 'noto-sans-arabic'],
  Hebrew: ['frank-ruhl-libre', 'noto-serif-hebrew', 'noto-sans-hebrew'],
  Hiragana: japanese,
  Katakana: japanese,
  Hangul: ['noto-serif-kr', 'noto-sans-kr'],
  Bopomofo: ['noto-serif-tc', 'noto-sans-tc'],
  Devanagari: ['noto-serif-devanagari', 'noto-sans-devanagari'],
  Bengali: ['noto-serif-bengali', 'noto-sans-bengali'],
  Gujarati: ['noto-serif-gujarati', 'noto-sans-gujarati'],
  Gurmukhi: ['noto-serif-gurmukhi', 'noto-sans-gurmukhi'],
  Tamil: ['noto-serif-tamil', 'noto-sans-tamil'],
  Telugu: ['noto-serif-telugu', 'noto-sans-telugu'],
  Kannada: ['noto-serif-kannada', 'noto-sans-kannada'],
  Malayalam: ['noto-serif-malayalam', 'noto-sans-malayalam'],
  Sinhala: ['noto-serif-sinhala', 'noto-sans-sinhala'],
  Thai: ['noto-serif-thai', 'noto-sans-thai'],
  Lao: ['noto-serif-lao', 'noto-sans-lao'],
  Khmer: ['noto-serif-khmer', 'noto-sans-khmer'],
  Myanmar: ['noto-serif-myanmar', 'noto-sans-myanmar'],
  Georgian: ['noto-serif-georgian', 'noto-sans-georgian'],
  Armenian: ['noto-serif-armenian', 'noto-sans-armenian'],
  Ethiopic: ['noto-serif-ethiopic', 'noto-sans-ethiopic'],
}

const tests = Object.keys(families).map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const)

/** The packages that have a character; none where the script is not known. */
export function familiesFor(character: string, language: string): readonly string[] {
  if (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(character)) return hanFamilies(language)
  const [script] = tests.find(([, pattern]) => pattern.test(character)) ?? []
  return script === undefined ? [] : (families[script] ?? [])
}

/** One character is written in several ways: the language says which. */
function hanFamilies(language: string): readonly string[] {
  if (/^ja\b/i.test(language)) return japanese
  if (/^ko\b/i.test(language)) return ['noto-serif-kr', 'noto-sans-kr']
  if (/^(?:yue|zh-(?:.*-)?(?:Hant|TW|HK|MO))\b/i.test(language)) return ['noto-serif-tc', 'noto-sans-tc']
  return /^zh\b/i.test(language)
    ? ['noto-serif-sc', 'noto-sans-sc']
    : [...japanese, 'noto-serif-sc', 'noto-sans-sc', 'noto-serif-tc', 'noto-sans-tc']
}
