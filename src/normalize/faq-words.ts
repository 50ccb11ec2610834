// The words by which a heading says that questions and answers follow, in the languages of the web's larger presses.

const phrases = [
  // English
  'faq',
  'faqs',
  'f.a.q.',
  'frequently asked questions',
  'common questions',
  'q&a',
  'q & a',
  'questions and answers',
  'questions & answers',
  // Swedish, Norwegian, Danish, Finnish
  'vanliga frågor',
  'vanliga frågor och svar',
  'frågor och svar',
  'ofte stilte spørsmål',
  'vanlige spørsmål',
  'ofte stillede spørgsmål',
  'usein kysytyt kysymykset',
  'usein kysyttyä',
  // German, Dutch
  'häufige fragen',
  'häufig gestellte fragen',
  'fragen und antworten',
  'veelgestelde vragen',
  // French, Spanish, Portuguese, Italian, Romanian
  'questions fréquentes',
  'foire aux questions',
  'questions fréquemment posées',
  'preguntas frecuentes',
  'perguntas frequentes',
  'dúvidas frequentes',
  'domande frequenti',
  'întrebări frecvente',
  // Polish, Czech, Hungarian, Greek, Turkish
  'najczęściej zadawane pytania',
  'często zadawane pytania',
  'často kladené otázky',
  'časté dotazy',
  'často kladené dotazy',
  'gyakori kérdések',
  'gyakran ismételt kérdések',
  'συχνές ερωτήσεις',
  'sıkça sorulan sorular',
  // Russian, Ukrainian
  'часто задаваемые вопросы',
  'часті запитання',
  // Arabic, Hebrew, Persian, Hindi
  'الأسئلة الشائعة',
  'أسئلة متكررة',
  'שאלות נפוצות',
  'שאלות ותשובות',
  'سوالات متداول',
  'अक्सर पूछे जाने वाले प्रश्न',
  // Japanese, Chinese, Korean, Indonesian and Malay, Vietnamese
  'よくある質問',
  'よくあるご質問',
  '常见问题',
  '常見問題',
  '자주 묻는 질문',
  'pertanyaan umum',
  'soalan lazim',
  'câu hỏi thường gặp',
].map(fold)

/** Whether a heading begins with one of the words, and a word ends there: “FAQ about sleep”, not “Faqir’s tale”. */
export function saysFaq(heading: string): boolean {
  return afterPhrases(heading).length > 0
}

/** Whether a heading says no more than that, or of what: “FAQ about sleep”, “FAQ (short)”, not “FAQ schema”. */
export function isFaqTitle(heading: string): boolean {
  return afterPhrases(heading).some((rest) => /^[^\p{L}\p{N}]*(?:[([（［【].*)?$/u.test(rest) || subject.test(rest))
}

// “About” in the languages of the words; a subject follows.
const subject =
  /^ (?:about|on|regarding|om|rundt|zu|zum|zur|über|rund um|over|sur|à propos|sobre|acerca de|su|sul|sulla|despre|o|na temat|για|hakkında|о|об|про|عن|حول|על|درباره|về|tentang|seputar) /u

/** What follows each of the words that a heading begins with. */
function afterPhrases(heading: string): string[] {
  const text = fold(heading).replace(/^[^\p{L}\p{N}]+/u, '')
  const begun = phrases.filter((phrase) => text.startsWith(phrase) && !continuesWord(text, phrase))
  return begun.map((phrase) => text.slice(phrase.length))
}

// Japanese and Chinese set no space between words, so that a heading may go on at once.
function continuesWord(text: string, phrase: string): boolean {
  return (
    /[\p{L}\p{N}]/u.test(phrase.at(-1) ?? '') &&
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(text.slice(phrase.length))
  )
}

/** Whether a heading asks: it ends in a question mark of some script. Greek writes it `;`, often in ASCII. */
export function asks(heading: string): boolean {
  const end = heading.trim().replace(/["'”’»）)\]]+$/u, '')
  return /[?？؟\u037E⁇]$/u.test(end) || (end.endsWith(';') && /\p{Script=Greek}/u.test(end))
}

const numbers = /^\s*(?:(?:q|f|question|fråga|frage)?\s?[0-9０-９]{1,3}\s?[.):：．、]|(?:q|f)\s?[.:])\s*/iu

/** The number (or `Q:`) that a question begins with, as long as something stands after it; else nothing. */
export function numberOf(heading: string): string {
  const found = numbers.exec(heading)?.[0] ?? ''
  const rest = heading.slice(found.length)
  // “1.5 mg or 3 mg?” begins with a quantity, not with a number.
  return rest === '' || (/\d\s*[.:]$/.test(found) && /^\d/.test(rest)) ? '' : found
}

// Turkish İ lower-cases to two characters unless told the language; composed forms make accents compare equal.
function fold(text: string): string {
  return text.normalize('NFC').replaceAll('İ', 'i').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The words of a question alone, for comparing: without its number, signs, case and white space. */
export function foldQuestion(question: string): string {
  const text = question.trim()
  return (fold(text.slice(numberOf(text).length).normalize('NFKC')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')
}
