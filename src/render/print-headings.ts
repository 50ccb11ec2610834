// Every heading of the print document, in document order: what the PDF's outline is made of.

import type { Faq, PrintHeading, Section, Xhtml } from '../model.js'
import type { PrintPart } from './contexts.js'
import type { Words } from './words.js'

export function printHeadings(parts: readonly PrintPart[], words: Words): PrintHeading[] {
  let inPart = false
  return parts.flatMap((part) => {
    if (part.template === 'print/part') inPart = true
    const found = headingsOf(part, words)
    // What stands in a part is one level below it in the outline.
    const isBelow = inPart && (part.template === 'print/chapter' || part.template === 'print/notes')
    return isBelow && !isOwnText(part) ? found.map((one) => ({ ...one, level: Math.min(one.level + 1, 6) })) : found
  })
}

function isOwnText(part: PrintPart): boolean {
  return part.template === 'print/chapter' && part.ownText
}

function headingsOf(part: PrintPart, words: Words): PrintHeading[] {
  switch (part.template) {
    case 'print/cover':
      return []
    case 'print/title-page':
    case 'print/opening':
      return [heading(part.id, 1, plainText(part.mainTitle), false)]
    case 'print/contents':
      return [heading(part.id, 1, words.contents, false)]
    case 'print/colophon':
      return [heading(part.id, 1, words.colophon, false)]
    case 'print/part':
      return [heading(part.id, 1, plainText(part.title), true)]
    case 'print/notes':
      return [
        heading(part.id, part.level, words.notes, false),
        ...part.notes.flatMap(({ body }) => headingsInside(body)),
      ]
    case 'print/links':
      return [heading(part.id, part.level, words.links, false)]
    case 'print/source':
      return []
    case 'print/introduction':
      return [...(part.titled ? [heading(part.id, 1, words.introduction, true)] : []), ...headingsInside(part.body)]
    case 'print/chapter':
      return contentHeadings(part.content, 1)
  }
}

function contentHeadings(content: Section | Faq, level = content.level): PrintHeading[] {
  const own = heading(content.id, level, content.title.text, true)
  if (content.kind === 'section') {
    const below = content.sections.flatMap((section) => contentHeadings(section))
    return [own, ...headingsInside(content.body), ...below]
  }
  const questions = content.entries.flatMap(({ id, question, answer }) => [
    heading(id, content.level + 1, question.text, true),
    ...headingsInside(answer),
  ])
  return [own, ...headingsInside(content.intro), ...questions, ...headingsInside(content.closing)]
}

/** Headings that stand inside a quotation or a cell, and so open no section. */
function headingsInside(body: Xhtml): PrintHeading[] {
  return [...body.matchAll(/<h([1-6])(\s[^>]*)?>(.*?)<\/h\1>/gs)].map(([, level, attributes = '', content = '']) => {
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1] ?? ''
    return heading(id, Number(level), plainText(content), false)
  })
}

function heading(id: string, level: number, text: string, inOutline: boolean): PrintHeading {
  return { id, level: Math.min(level, 6), text, inOutline }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words of markup, spaces made one. */
export function plainText(xhtml: string): string {
  const text = xhtml
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return named[name as string] ?? whole
      return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
    })
  return text.replace(/\s+/g, ' ').trim()
}
