// The table of contents, two levels deep: e-readers show no more of it (Kindle), or flatten it (Kobo).

import type { Chapter, Faq, Introduction, Section } from '../model.js'
import type { ContentsEntry } from './contexts.js'
import { speech } from './language.js'

/** Where the links of a table of contents lead: to an item, or to a place in it. */
export type Locate = (item: Introduction | Chapter, id?: string) => string

/** The lines of the table of contents. `introduction` is the interface word for the text before the first heading. */
export function tableOfContents(
  body: readonly (Introduction | Chapter)[],
  locate: Locate,
  introduction: { readonly label: string; readonly language: string },
  bookLanguage: string,
): ContentsEntry[] {
  let order = 0
  const line = (label: string, href: string, language: string, question = false): ContentsEntry => {
    order += 1
    const other = language === bookLanguage ? undefined : language
    return { label, href, language: other, rtl: speech(language).rtl, order, question, entries: [] }
  }
  return body.map((item) => {
    if (item.kind === 'introduction') return line(introduction.label, locate(item), introduction.language)
    const chapter = line(item.content.title.text, locate(item), item.language)
    const isFaq = item.content.kind === 'faq'
    const entries = below(item.content).map(({ id, label }) => line(label, locate(item, id), item.language, isFaq))
    return { ...chapter, entries }
  })
}

function below(content: Section | Faq): { readonly id: string; readonly label: string }[] {
  if (content.kind === 'faq') return content.entries.map(({ id, question }) => ({ id, label: question.text }))
  return content.sections.map(({ id, title }) => ({ id, label: title.text }))
}
