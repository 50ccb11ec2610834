// Links between the posts of a book: they lead to the chapter, not to the web.

import type { Article, Faq, Section, Title, Xhtml } from '../model.js'
import { addressBook } from './addresses.js'

type Change = (xhtml: Xhtml) => Xhtml

/** The same articles, in which a link to another one, or to a place in it, is a link of the book. */
export function linkPosts(articles: readonly Article[], ids: readonly string[]): readonly Article[] {
  const find = addressBook(articles.map(({ post }) => post))
  const targetOf = (address: string): string | undefined => {
    const found = find(address)
    if (!found) return undefined
    const anchors = articles[found.index]?.anchors
    return anchors?.get(found.fragment) ?? anchors?.get(decoded(found.fragment)) ?? ids[found.index]
  }
  const change: Change = (xhtml) =>
    // No `>` and no `"` stands inside an attribute of an Xhtml, so the pattern cannot leave its tag.
    xhtml.replace(/(<a\s(?:[^>]*\s)?href=")(https?:[^"]*)"/g, (whole, before: string, address: string) => {
      const target = targetOf(address.replaceAll('&amp;', '&'))
      return target === undefined ? whole : `${before}#${target}"`
    }) as Xhtml
  return articles.map((article) => changeArticle(article, change))
}

function changeArticle(article: Article, change: Change): Article {
  return {
    ...article,
    lead: change(article.lead),
    sections: article.sections.map((section) => changeSection(section, change)),
    notes: article.notes.map((note) => ({ ...note, body: change(note.body) })),
  }
}

function changeSection(section: Section | Faq, change: Change): Section | Faq {
  const title = changeTitle(section.title, change)
  if (section.kind === 'section') {
    const sections = section.sections.map((below) => changeSection(below, change))
    return { ...section, title, body: change(section.body), sections }
  }
  const entries = section.entries.map(({ id, question, answer }) => {
    return { id, question: changeTitle(question, change), answer: change(answer) }
  })
  return { ...section, title, intro: change(section.intro), entries, closing: change(section.closing) }
}

function changeTitle(title: Title, change: Change): Title {
  return { ...title, xhtml: change(title.xhtml) }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
