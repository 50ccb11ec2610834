// Ids of the book: valid, unique, made from words; and where the links to the old ones lead.

/** Hands out ids and remembers which of the source's ids became which. */
export interface Ids {
  /** A new id made from words, e.g. of a heading. */
  readonly fromText: (text: string, fallback: string) => string
  /** Notes that the source's id leads to the book's id `id`. The first one wins, as in a browser. */
  readonly link: (sourceId: string, id: string) => void
  readonly resolve: (sourceId: string) => string | undefined
  /** Whether the post links to this id; others need not be kept. */
  readonly isWanted: (sourceId: string) => boolean
}

// The book's own places are called so.
const reserved = ['title-page', 'contents', 'introduction', 'article', 'colophon', 'cover', 'nav', 'toc']

/**
 * @param prefix stands before every id, so that the ids of several posts do not meet in one book
 * @param wanted the ids that links of the post point to
 */
export function createIds(prefix: string, wanted: ReadonlySet<string>): Ids {
  const taken = new Set(reserved.map((id) => `${prefix}${id}`))
  const targets = new Map<string, string>()
  const counts = new Map<string, number>()

  const fromText = (text: string, fallback: string): string => {
    const base = `${prefix}${slugOf(text) || fallback}`
    let id = base
    while (taken.has(id)) {
      const count = (counts.get(base) ?? 1) + 1
      counts.set(base, count)
      id = `${base}-${count}`
    }
    taken.add(id)
    return id
  }
  const link = (sourceId: string, id: string): void => {
    if (!targets.has(sourceId)) targets.set(sourceId, id)
  }
  return { fromText, link, resolve: (sourceId) => targets.get(sourceId), isWanted: (sourceId) => wanted.has(sourceId) }
}

/** Lower-case ASCII letters, digits and hyphens, beginning with a letter (an NCName); empty where no letter is left. */
function slugOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
  return /^[0-9]/.test(slug) ? `s-${slug}` : slug
}
