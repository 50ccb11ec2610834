// The table of contents, two levels deep: e-readers show no more of it (Kindle), or flatten it (Kobo).

import type { Chapter, Direction, Faq, Introduction, Section } from '../model.js'
import type { ContentsEntry } from './contexts.js'
import { speech } from './language.js'
import type { Wording } from './words.js'

/** Where the links of a table of contents lead: to an item, or to a place in it. */
export type Locate = (item: Introduction | Chapter, id?: string) => string

/** A language and the way its script runs. */
interface Tongue {
  readonly language: string
  readonly direction: Direction
}

/** What the text before the first heading is called; English words run to the right. */
export function introductionWord({ words, wordsLanguage }: Wording, book: Tongue): Tongue & { readonly label: string } {
  const { language, direction } =
    wordsLanguage === undefined ? book : ({ language: wordsLanguage, direction: 'ltr' } as const)
  return { label: words.introduction, language, direction }
}

/** The lines of the table of contents. `introduction` is the interface word for the text before the first heading. */
export function tableOfContents(
  body: readonly (Introduction | Chapter)[],
  locate: Locate,
  introduction: Tongue & { readonly label: string },
  book: Tongue,
): ContentsEntry[] {
  let order = 0
  const line = (label: string, href: string, at: Tongue, question = false): ContentsEntry => {
    order += 1
    const isOfBook = at.language === book.language && at.direction === book.direction
    const language = isOfBook ? undefined : at.language
    return { label, href, language, rtl: speech(at).rtl, order, question, entries: [] }
  }
  return body.map((item) => {
    if (item.kind === 'introduction') return line(introduction.label, locate(item), introduction)
    const chapter = line(item.content.title.text, locate(item), item)
    const isFaq = item.content.kind === 'faq'
    const entries = below(item.content).map(({ id, label }) => line(label, locate(item, id), item, isFaq))
    return { ...chapter, entries }
  })
}

function below(content: Section | Faq): { readonly id: string; readonly label: string }[] {
  if (content.kind === 'faq') return content.entries.map(({ id, question }) => ({ id, label: question.text }))
  return content.sections.map(({ id, title }) => ({ id, label: title.text }))
}
