// Who wrote each chapter of a collection, and when: for the page of contents.

import type { Book, Chapter, Introduction } from '../model.js'
import type { ContentsEntry } from './contexts.js'
import { dayInWords, namesInWords } from './language.js'

/** The lines of the chapters with author and day. An author who wrote all of them is named on the title page. */
export function withDetails(entries: readonly ContentsEntry[], { body, metadata }: Book): readonly ContentsEntry[] {
  const { language, authors } = metadata
  const detailOf = (item: Introduction | Chapter | undefined): string | undefined => {
    if (item?.kind !== 'chapter' || !item.source) return undefined
    const names = authors.length > 1 ? namesInWords(item.source.authors, language) : ''
    const day = item.source.published === undefined ? undefined : dayInWords(item.source.published, language)
    return [names, day?.words ?? ''].filter(Boolean).join(' · ') || undefined
  }
  return entries.map((entry, index) => ({ ...entry, detail: detailOf(body[index]) }))
}

export function isDetailed({ detail, entries }: ContentsEntry): boolean {
  return detail !== undefined || entries.some(isDetailed)
}
