// The parts of a book in its table of contents: chapters stand below them.

import type { Book } from '../model.js'
import type { ContentsEntry } from './contexts.js'
import { speech } from './language.js'

const usualDepth = 2

/** How many levels are left for chapters and their sections. */
export function depthBelowParts({ parts }: Book, depth = usualDepth): number {
  return parts.length === 0 ? depth : Math.max(1, depth - 1)
}

/** The lines, one for each item of the body, below the lines of their parts; back matter stands below none. */
export function nestInParts(
  lines: readonly ContentsEntry[],
  { body, parts, metadata }: Book,
  hrefOf: (index: number) => string,
): readonly ContentsEntry[] {
  if (parts.length === 0) return lines
  const beginning = new Map(parts.map((part, index) => [part.first, index]))
  const nested: ContentsEntry[] = []
  let open: ContentsEntry[] | undefined
  lines.forEach((line, index) => {
    const item = body[index]
    const part = beginning.get(item?.id ?? '')
    if (part !== undefined) {
      open = []
      const { id, title, language, direction } = parts[part] as Book['parts'][number]
      const tongue = {
        language: language === metadata.language ? undefined : language,
        rtl: speech({ language, direction }).rtl,
      }
      nested.push({
        ...line,
        ...tongue,
        id,
        label: title.text,
        href: hrefOf(part),
        detail: undefined,
        isPart: true,
        entries: open,
      })
    }
    if (item?.kind === 'chapter' && item.matter?.place === 'back') open = undefined
    ;(open ?? nested).push(line)
  })
  return numbered(nested)
}

/** NCX numbers the lines as they are read. */
function numbered(entries: readonly ContentsEntry[]): readonly ContentsEntry[] {
  let order = 0
  const number = (entry: ContentsEntry): ContentsEntry => {
    order += 1
    return { ...entry, order, entries: entry.entries.map(number) }
  }
  // A line takes its number before those below it take theirs: `order` is spread before `entries` is made.
  return entries.map(number)
}
