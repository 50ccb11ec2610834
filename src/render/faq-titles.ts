// FAQs to which a post gives no heading: the interface word for them, set once, so that contents, outline and page agree.

import type { Book, Chapter, Faq, Section, Title, Xhtml } from '../model.js'
import { wordsIn } from './words.js'

/** The same book, every FAQ with a title. */
export function titleFaqs(book: Book): Book {
  return {
    ...book,
    body: book.body.map((item) =>
      item.kind === 'introduction' ? item : { ...item, content: titled(item, item.content) },
    ),
  }
}

function titled<Part extends Section | Faq>(chapter: Chapter, part: Part): Part {
  if (part.kind === 'section') return { ...part, sections: part.sections.map((one) => titled(chapter, one)) }
  return part.title.text === '' ? { ...part, title: titleIn(chapter.language) } : part
}

function titleIn(language: string): Title {
  const { words, wordsLanguage } = wordsIn(language)
  if (wordsLanguage === undefined) return { text: words.faq, xhtml: words.faq as Xhtml }
  const attributes = `lang="${wordsLanguage}" xml:lang="${wordsLanguage}" dir="ltr"`
  return { text: words.faq, xhtml: `<span ${attributes}>${words.faq}</span>` as Xhtml }
}
