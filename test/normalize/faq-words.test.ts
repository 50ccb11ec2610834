import { describe, expect, it } from 'vitest'
import { asks, isFaqTitle, numberOf, saysFaq } from '../../src/normalize/faq-words.js'

describe('headings that say FAQ', () => {
  it.each([
    ['en', 'FAQ'],
    ['en', 'FAQs about sleep'],
    ['en', 'F.A.Q.'],
    ['en', 'Frequently Asked Questions About Light'],
    ['en', '❓ Common questions'],
    ['en', 'Q&A: light'],
    ['en', 'Questions and answers'],
    ['sv', 'Vanliga frågor och svar'],
    ['sv', 'Vanliga frågor om ljus'],
    ['sv', 'Frågor och svar'],
    ['nb', 'Ofte stilte spørsmål'],
    ['nb', 'Vanlige spørsmål'],
    ['da', 'Ofte stillede spørgsmål'],
    ['fi', 'Usein kysytyt kysymykset'],
    ['fi', 'Usein kysyttyä unesta'],
    ['de', 'Häufige Fragen'],
    ['de', 'Häufig gestellte Fragen zum Schlaf'],
    ['de', 'Fragen und Antworten'],
    ['nl', 'Veelgestelde vragen'],
    ['fr', 'Questions fréquentes'],
    ['fr', 'Foire aux questions'],
    ['fr', 'Questions fréquemment posées'],
    ['es', 'Preguntas frecuentes sobre la luz'],
    ['pt', 'Perguntas frequentes'],
    ['pt', 'Dúvidas frequentes'],
    ['it', 'Domande frequenti'],
    ['pl', 'Najczęściej zadawane pytania'],
    ['pl', 'Często zadawane pytania'],
    ['cs', 'Často kladené otázky'],
    ['cs', 'Časté dotazy'],
    ['ro', 'Întrebări frecvente'],
    ['hu', 'Gyakori kérdések'],
    ['el', 'Συχνές ερωτήσεις'],
    ['tr', 'SIKÇA SORULAN SORULAR'.toLocaleLowerCase('tr')],
    ['ru', 'Часто задаваемые вопросы'],
    ['uk', 'Часті запитання'],
    ['ar', 'الأسئلة الشائعة'],
    ['ar', 'أسئلة متكررة'],
    ['he', 'שאלות נפוצות'],
    ['he', 'שאלות ותשובות'],
    ['fa', 'سوالات متداول'],
    ['hi', 'अक्सर पूछे जाने वाले प्रश्न'],
    ['hu', 'Gyakran ismételt kérdések'],
    ['ja', 'よくある質問とその答え'],
    ['ja', 'よくあるご質問'],
    ['zh', '常见问题'],
    ['zh', '常見問題'],
    ['ko', '자주 묻는 질문'],
    ['id', 'Pertanyaan umum'],
    ['ms', 'Soalan lazim'],
    ['vi', 'Câu hỏi thường gặp'.normalize('NFD')],
  ])('%s: %s', (_, heading) => {
    expect(saysFaq(heading)).toBe(true)
  })

  it.each([
    'Faqir’s tale',
    'What is a FAQ?',
    'Our questions and answers',
    'FAQless pages',
    'Common questionsnaires',
    '',
  ])('not: %s', (heading) => {
    expect(saysFaq(heading)).toBe(false)
  })
})

describe('headings that say FAQ and no more than of what', () => {
  it.each(['FAQ', 'FAQ:', 'FAQs about sleep', 'Vanliga frågor om ljus', 'Häufige Fragen zum Schlaf', 'F.A.Q. (short)'])(
    '%s',
    (heading) => {
      expect(isFaqTitle(heading)).toBe(true)
    },
  )
  it.each(['FAQ schema', 'Q&A with Jane Doe', 'Common questions are common', 'About us', ''])('not: %s', (heading) => {
    expect(isFaqTitle(heading)).toBe(false)
  })
})

describe('headings that ask', () => {
  it.each(['Why?', '“Why?”', 'なぜ？', 'لماذا؟', 'Γιατί;', 'Why? ', '¿Por qué?'])('%s', (heading) => {
    expect(asks(heading)).toBe(true)
  })
  it.each(['Why', 'First this; then that', 'What? Nothing.', 'x;', ''])('not: %s', (heading) => {
    expect(asks(heading)).toBe(false)
  })
})

describe('the number of a question', () => {
  it.each([
    ['1. Why?', '1. '],
    ['12) Why?', '12) '],
    ['Q: Why?', 'Q: '],
    ['Q3. Why?', 'Q3. '],
    ['Fråga 2: Varför?', 'Fråga 2: '],
    ['１．なぜ？', '１．'],
    ['Why?', ''],
    ['1.5 mg or 2 mg?', ''],
    ['10 tips?', ''],
    ['7.', ''],
    ['2024: a year?', ''],
  ])('%s → “%s”', (heading, number) => {
    expect(numberOf(heading)).toBe(number)
  })
})
