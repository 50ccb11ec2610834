// The languages that a book's own words are there in, and which of them a language tag asks for.

export const locales = [
  'ar',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'nb',
  'nl',
  'pl',
  'pt',
  'pt-PT',
  'ro',
  'ru',
  'sk',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh-Hans',
  'zh-Hant',
] as const

export type Locale = (typeof locales)[number]

/** Tags whose locale bears another name. Plain Portuguese is that of Brazil, as in CLDR; plain Chinese is simplified. */
const named: readonly (readonly [RegExp, Locale])[] = [
  [/^(zh|cmn|yue)-(.*-)?hans\b/i, 'zh-Hans'],
  [/^(zh|cmn|yue)-(.*-)?(hant|tw|hk|mo)\b|^yue\b/i, 'zh-Hant'],
  [/^(zh|cmn)\b/i, 'zh-Hans'],
  [/^pt-(pt|ao|mz|cv|gw|st|tl)\b/i, 'pt-PT'],
  [/^(no|nn)\b/i, 'nb'],
  [/^iw\b/i, 'he'],
  [/^in\b/i, 'id'],
]

/** The locale of a language tag; undefined where there is none. */
export function localeOf(language: string): Locale | undefined {
  const special = named.find(([pattern]) => pattern.test(language))?.[1]
  const primary = language.toLowerCase().split('-')[0]
  return special ?? locales.find((locale) => locale === primary)
}

/** What Intl is asked for. Plain `en` means the wide world here, not the United States: 25 January 2026. */
export function formattingLocale(language: string): string {
  try {
    const [tag = 'en-GB'] = Intl.getCanonicalLocales(language)
    return tag === 'en' ? 'en-GB' : tag
  } catch {
    return 'en-GB'
  }
}
