// The words of every language. Each file is held to the type of the words, so that the compiler names a word that one lacks.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dayWords } from '../../src/render/days.js'
import { type Locale, localeOf, locales } from '../../src/render/locales.js'
import { pageReferenceIn, type Words, wordsIn } from '../../src/render/words.js'
import ar from '../../templates/locales/ar.json' with { type: 'json' }
import cs from '../../templates/locales/cs.json' with { type: 'json' }
import da from '../../templates/locales/da.json' with { type: 'json' }
import de from '../../templates/locales/de.json' with { type: 'json' }
import el from '../../templates/locales/el.json' with { type: 'json' }
import en from '../../templates/locales/en.json' with { type: 'json' }
import es from '../../templates/locales/es.json' with { type: 'json' }
import fa from '../../templates/locales/fa.json' with { type: 'json' }
import fi from '../../templates/locales/fi.json' with { type: 'json' }
import fr from '../../templates/locales/fr.json' with { type: 'json' }
import he from '../../templates/locales/he.json' with { type: 'json' }
import hi from '../../templates/locales/hi.json' with { type: 'json' }
import hu from '../../templates/locales/hu.json' with { type: 'json' }
import id from '../../templates/locales/id.json' with { type: 'json' }
import italian from '../../templates/locales/it.json' with { type: 'json' }
import ja from '../../templates/locales/ja.json' with { type: 'json' }
import ko from '../../templates/locales/ko.json' with { type: 'json' }
import nb from '../../templates/locales/nb.json' with { type: 'json' }
import nl from '../../templates/locales/nl.json' with { type: 'json' }
import pl from '../../templates/locales/pl.json' with { type: 'json' }
import pt from '../../templates/locales/pt.json' with { type: 'json' }
import ptPT from '../../templates/locales/pt-PT.json' with { type: 'json' }
import ro from '../../templates/locales/ro.json' with { type: 'json' }
import ru from '../../templates/locales/ru.json' with { type: 'json' }
import sk from '../../templates/locales/sk.json' with { type: 'json' }
import sv from '../../templates/locales/sv.json' with { type: 'json' }
import th from '../../templates/locales/th.json' with { type: 'json' }
import tr from '../../templates/locales/tr.json' with { type: 'json' }
import uk from '../../templates/locales/uk.json' with { type: 'json' }
import vi from '../../templates/locales/vi.json' with { type: 'json' }
import zhHans from '../../templates/locales/zh-Hans.json' with { type: 'json' }
import zhHant from '../../templates/locales/zh-Hant.json' with { type: 'json' }

const all: Readonly<Record<Locale, Words>> = {
  ar,
  cs,
  da,
  de,
  el,
  en,
  es,
  fa,
  fi,
  fr,
  he,
  hi,
  hu,
  id,
  it: italian,
  ja,
  ko,
  nb,
  nl,
  pl,
  pt,
  'pt-PT': ptPT,
  ro,
  ru,
  sk,
  sv,
  th,
  tr,
  uk,
  vi,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
}

const folder = join(import.meta.dirname, '..', '..', 'templates', 'locales')
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort()

describe('the words of a book', () => {
  it('are there in each language of the list, and in no other', () => {
    expect(readdirSync(folder).sort()).toEqual(locales.map((locale) => `${locale}.json`).sort())
  })

  it.each(locales)('have the same holes in %s, and nothing that CSS or markup would take for its own', (locale) => {
    for (const [name, words] of Object.entries(all[locale])) {
      const english = all.en[name as keyof Words]
      expect(holes(words), name).toEqual(holes(english))
      expect(words, name).not.toMatch(/[<>&"\\]|^\s|\s$/)
    }
    expect(all[locale].months.split(' ')).toHaveLength(12)
  })

  it.each([
    ['en-US', 'en'],
    ['pt-BR', 'pt'],
    ['pt-PT', 'pt-PT'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['yue', 'zh-Hant'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['iw', 'he'],
    ['ka', undefined],
  ])('of %s are those of %s', (language, locale) => {
    expect(localeOf(language)).toBe(locale)
  })

  it('say that they are Bokmål in a book in Nynorsk, and English where there are none', () => {
    expect(wordsIn('nb').wordsLanguage).toBeUndefined()
    expect(wordsIn('nn').wordsLanguage).toBe('nb')
    expect([wordsIn('ka').wordsLanguage, pageReferenceIn('ka')]).toEqual(['en', '({page})'])
    expect(pageReferenceIn('ja')).toBe('（{page}ページ）')
  })
})

describe('a day', () => {
  it.each([
    ['ar', '1 أكتوبر 2026'],
    ['cs', '1. října 2026'],
    ['da', '1. oktober 2026'],
    ['de', '1. Oktober 2026'],
    ['el', '1 Οκτωβρίου 2026'],
    ['en', '1 October 2026'],
    ['en-US', 'October 1, 2026'],
    ['es', '1 de octubre de 2026'],
    ['fa', '۹ مهر ۱۴۰۵'],
    ['fi', '1. lokakuuta 2026'],
    ['fr', '1er octobre 2026'],
    ['he', '1 באוקטובר 2026'],
    ['hi', '1 अक्टूबर 2026'],
    ['hu', '2026. október 1.'],
    ['id', '1 Oktober 2026'],
    ['it', '1º ottobre 2026'],
    ['ja', '2026年10月1日'],
    ['ko', '2026년 10월 1일'],
    ['nb', '1. oktober 2026'],
    ['nl', '1 oktober 2026'],
    ['pl', '1 października 2026'],
    ['pt', '1º de outubro de 2026'],
    ['ro', '1 octombrie 2026'],
    ['ru', '1 октября 2026\u00A0г.'],
    ['sk', '1. októbra 2026'],
    ['sv', '1 oktober 2026'],
    ['th', '1 ตุลาคม 2569'],
    ['tr', '1 Ekim 2026'],
    ['uk', '1 жовтня 2026\u00A0р.'],
    ['vi', '1 tháng 10, 2026'],
    ['zh-Hans', '2026年10月1日'],
    ['zh-Hant', '2026年10月1日'],
  ])('in %s', (language, words) => {
    expect(dayWords({ year: 2026, month: 10, day: 1 }, language)).toBe(words)
  })

  it('has other months in some countries', () => {
    const day = { year: 2026, month: 1, day: 25 }
    expect(dayWords(day, 'de-AT')).toBe('25. Jänner 2026')
    expect(dayWords(day, 'ar-TN')).toContain('جانفي')
  })

  it('is what Intl says of it where there are no words of our own', () => {
    expect(dayWords({ year: 2026, month: 1, day: 25 }, 'hr')).toBe('25. siječnja 2026.')
  })

  // The years of Iran begin at the equinox, which is now the 20th of March and now the 21st.
  it.each([
    [2025, '۱ فروردین ۱۴۰۴'],
    [2026, '۱ فروردین ۱۴۰۵'],
  ])('begins the year %i of Iran', (year, words) => {
    expect(dayWords({ year, month: 3, day: 21 }, 'fa')).toBe(words)
  })
})
