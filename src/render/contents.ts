// The table of contents, two levels deep unless more is asked for: e-readers show no more of it (Kindle), or flatten it
// (Kobo).

import type { Chapter, Direction, Faq, Introduction, Section } from '../model.js'
import type { ContentsEntry } from './contexts.js'
import { speech } from './language.js'
import type { Wording } from './words.js'

const usualDepth = 2

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
  depth = usualDepth,
): ContentsEntry[] {
  let order = 0
  const line = ({ label, question }: Line, id: string, href: string, at: Tongue): ContentsEntry => {
    order += 1
    const isOfBook = at.language === book.language && at.direction === book.direction
    const language = isOfBook ? undefined : at.language
    return {
      label,
      id,
      href,
      language,
      rtl: speech(at).rtl,
      order,
      question,
      detail: undefined,
      isPart: false,
      entries: [],
    }
  }
  const linesBelow = (item: Chapter, content: Section | Faq, levels: number): ContentsEntry[] => {
    if (levels === 0) return []
    return below(content).map((found) => {
      // The line takes its number before those below it take theirs.
      const entry = line(found, found.id, locate(item, found.id), item)
      return { ...entry, entries: found.content ? linesBelow(item, found.content, levels - 1) : [] }
    })
  }
  return body.map((item) => {
    if (item.kind === 'introduction') {
      return line({ label: introduction.label, question: false }, item.id, locate(item), introduction)
    }
    const chapter = line({ label: item.content.title.text, question: false }, item.content.id, locate(item), item)
    return { ...chapter, entries: linesBelow(item, item.content, depth - 1) }
  })
}

/** How many levels of lines there are. */
export function depthOf(entries: readonly ContentsEntry[]): number {
  return entries.length === 0 ? 0 : 1 + Math.max(...entries.map((entry) => depthOf(entry.entries)))
}

/** How many lines there are, on all levels. */
export function countOf(entries: readonly ContentsEntry[]): number {
  return entries.reduce((sum, entry) => sum + 1 + countOf(entry.entries), 0)
}

interface Line {
  readonly label: string
  readonly question: boolean
}

function below(content: Section | Faq): (Line & { readonly id: string; readonly content?: Section | Faq })[] {
  if (content.kind === 'faq') {
    return content.entries.map(({ id, question }) => ({ id, label: question.text, question: true }))
  }
  return content.sections.map((part) => ({ id: part.id, label: part.title.text, question: false, content: part }))
}
