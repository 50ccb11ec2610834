// Text in columns. What stands on pages of one name is one flow: headings, text, notes and addresses run on from column
// to column and from page to page, so that no heading is parted from columns that begin below it.

import type { PlacedPart } from './contexts.js'

/** A part, and whether it is the first or the last of a flow of columns. */
export type FlowingPart = PlacedPart & {
  /** The named page of the columns that begin with it. */
  readonly beginsColumns: string | undefined
  readonly endsColumns: boolean
}

export function inColumns(parts: readonly PlacedPart[], columns: 1 | 2): FlowingPart[] {
  const names = parts.map((part) => (columns === 2 ? flowOf(part) : undefined))
  return parts.map((part, index) => {
    const name = names[index]
    const goesOn = name === names[index - 1] && part.opens === undefined
    const next = parts[index + 1]
    const ends = name !== names[index + 1] || next?.opens !== undefined
    return { ...part, beginsColumns: goesOn ? undefined : name, endsColumns: name !== undefined && ends }
  })
}

/** The named page of what is text, or belongs to it. */
function flowOf(part: PlacedPart): string | undefined {
  switch (part.template) {
    case 'print/introduction':
    case 'print/chapter':
    case 'print/notes':
    case 'print/links':
    case 'print/source':
    case 'print/colophon':
      return part.page
    default:
      return undefined
  }
}
