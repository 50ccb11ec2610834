// Addresses: links between the documents of an EPUB, and links out of the book.

import type { Chapter, Faq, Introduction, Note, Section, Title, Xhtml } from '../model.js'
import { strictUri } from '../strict-uri.js'

/** An address as a link and as words on a page. */
export interface Address {
  readonly href: string
  readonly shown: string
}

/** The address for a link, or nothing where it is no web address. */
export function webAddress(url: string | undefined): Address | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const address = new URL(url)
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return undefined
  const href = strictUri(address)
  if (href === undefined) return undefined
  return {
    href,
    shown: readable(href)
      .replace(/^https?:\/\/(www\.)?/, '')
      .replace(/\/$/, ''),
  }
}

function readable(href: string): string {
  try {
    // Spaces and controls stay encoded: they would end the address for the eye.
    return decodeURI(href).replace(/[\s\p{C}]/gu, (character) => encodeURIComponent(character))
  } catch {
    return href
  }
}

type BodyMatter = Introduction | Chapter
export type Change = (xhtml: Xhtml, isTitle: boolean) => Xhtml

/** A part of the body with the notes that it refers to. */
export interface WithNotes {
  readonly item: BodyMatter
  readonly notes: readonly Note[]
}

/**
 * The same parts with links that lead to another document naming that document. `fileOf` gives each part's file. A
 * note stands in every document that refers to it; another link to it leads to the first of them.
 */
export function linkAcross(parts: readonly WithNotes[], fileOf: ReadonlyMap<BodyMatter, string>): WithNotes[] {
  const files = new Map<string, string>()
  const idsIn = parts.map(({ item, notes }) => new Set([...idsOf(item), ...notes.flatMap(noteIds)]))
  parts.forEach(({ item }, index) => {
    for (const id of idsIn[index] ?? []) if (!files.has(id)) files.set(id, fileOf.get(item) ?? '')
  })
  return parts.map(({ item, notes }, index) => {
    const here = idsIn[index]
    const change: Change = (xhtml) =>
      // No `>` and no `"` stands inside an attribute of an Xhtml, so the pattern cannot leave its tag.
      xhtml.replace(/(<a\s(?:[^>]*\s)?href=")#([^"]*)"/g, (whole, before: string, id: string) => {
        const file = files.get(id)
        return file === undefined || here?.has(id) ? whole : `${before}${file}#${id}"`
      }) as Xhtml
    return { item: changeText(item, change), notes: notes.map((note) => ({ ...note, body: change(note.body, false) })) }
  })
}

/** Every id of a note. */
export function noteIds({ id, body }: Note): string[] {
  return [id, ...idsInside(body)]
}

function idsInside(xhtml: Xhtml): string[] {
  return [...xhtml.matchAll(/<[^>]*\sid="([^"]*)"/g)].map(([, id = '']) => id)
}

/** Every id of an item: those of its sections and entries, and those inside its text. */
export function idsOf(item: BodyMatter): string[] {
  const own = item.kind === 'introduction' ? [item.id] : [item.id, ...sectionIds(item.content)]
  return [...own, ...textsOf(item).flatMap(idsInside)]
}

/** Every piece of markup of an item, in order. */
export function textsOf(item: BodyMatter): Xhtml[] {
  const texts: Xhtml[] = []
  changeText(item, (xhtml) => {
    texts.push(xhtml)
    return xhtml
  })
  return texts
}

function sectionIds(content: Section | Faq): string[] {
  if (content.kind === 'faq') return [content.id, ...content.entries.map((entry) => entry.id)]
  return [content.id, ...content.sections.flatMap(sectionIds)]
}

/** The same item with every piece of its markup changed. */
export function changeText(item: BodyMatter, change: Change): BodyMatter {
  if (item.kind === 'introduction') return { ...item, body: change(item.body, false) }
  return { ...item, content: changeContent(item.content, change) }
}

function changeContent(content: Section | Faq, change: Change): Section | Faq {
  const title = changeTitle(content.title, change)
  if (content.kind === 'section') {
    // In the order of the text: what counts does so from the first to the last.
    const body = change(content.body, false)
    return { ...content, title, body, sections: content.sections.map((section) => changeContent(section, change)) }
  }
  const intro = change(content.intro, false)
  const entries = content.entries.map((entry) => ({
    ...entry,
    question: changeTitle(entry.question, change),
    answer: change(entry.answer, false),
  }))
  return { ...content, title, intro, entries, closing: change(content.closing, false) }
}

function changeTitle(title: Title, change: Change): Title {
  return { ...title, xhtml: change(title.xhtml, true) }
}
