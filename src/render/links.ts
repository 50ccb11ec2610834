// Addresses: links between the documents of an EPUB, and links out of the book.

import type { Book, Chapter, Faq, Introduction, Section, Title, Xhtml } from '../model.js'

/** An address as a link and as words on a page. */
export interface Address {
  readonly href: string
  readonly shown: string
}

/** The address for a link, or nothing where it is no web address. */
export function webAddress(url: string | undefined): Address | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
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
type Change = (xhtml: Xhtml) => Xhtml

/** The same body with links that lead to another document naming that document. `fileOf` gives each item's file. */
export function linkAcross(book: Book, fileOf: ReadonlyMap<BodyMatter, string>): BodyMatter[] {
  const files = new Map<string, string>()
  for (const item of book.body) {
    for (const id of idsOf(item)) files.set(id, fileOf.get(item) ?? '')
  }
  return book.body.map((item) =>
    changeText(item, (xhtml) => {
      const here = fileOf.get(item)
      // No `>` and no `"` stands inside an attribute of an Xhtml, so the pattern cannot leave its tag.
      return xhtml.replace(/(<a\s(?:[^>]*\s)?href=")#([^"]*)"/g, (whole, before: string, id: string) => {
        const file = files.get(id)
        return file === undefined || file === here ? whole : `${before}${file}#${id}"`
      }) as Xhtml
    }),
  )
}

/** Every id of an item: those of its sections and entries, and those inside its text. */
export function idsOf(item: BodyMatter): string[] {
  const own = item.kind === 'introduction' ? [item.id] : [item.id, ...sectionIds(item.content)]
  const inside = textsOf(item).flatMap((xhtml) => [...xhtml.matchAll(/<[^>]*\sid="([^"]*)"/g)].map(([, id = '']) => id))
  return [...own, ...inside]
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
  if (item.kind === 'introduction') return { ...item, body: change(item.body) }
  return { ...item, content: changeContent(item.content, change) }
}

function changeContent(content: Section | Faq, change: Change): Section | Faq {
  const title = changeTitle(content.title, change)
  if (content.kind === 'section') {
    const sections = content.sections.map((section) => changeContent(section, change))
    return { ...content, title, body: change(content.body), sections }
  }
  const entries = content.entries.map((entry) => ({
    ...entry,
    question: changeTitle(entry.question, change),
    answer: change(entry.answer),
  }))
  return { ...content, title, intro: change(content.intro), entries, closing: change(content.closing) }
}

function changeTitle(title: Title, change: Change): Title {
  return { ...title, xhtml: change(title.xhtml) }
}
