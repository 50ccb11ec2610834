// Which lists tell the reader what to do. In a handout their items get boxes to tick; no other list does.
//
// A list of two items or more is one of instructions when
// 1. every item begins with a verb in the imperative, from the list of its language ("Keep the bedroom dark"), or by its
//    ending where that tells ("Buvez", "Nehmen Sie"),
// 2. it is the first list below a heading whose words say so ("Checklist", "Steps", "Att göra"), or
// 3. the paragraph right before it says so ("Gehen Sie so vor:").
// Verbs that are imperative and statement alike ("Mejora el sueño", "Mescola") are in no list: what a remedy does is no
// instruction. Infinitives are none by themselves, for causes are told in them, too. Lists inside an answer, a quotation or a table, and lists inside other lists, are none: they explain.
// In a language without words here nothing is ticked.

import { readFileSync } from 'node:fs'
import type { Chapter, Introduction, Section, Xhtml } from '../model.js'
import { textOf, withClass } from './markup.js'

interface Words {
  /** The imperatives of verbs, in lower case. */
  readonly imperatives: readonly string[]
  /** Words that may stand before the verb: "always", "not". */
  readonly before: readonly string[]
  /** Words of a heading that promise instructions. */
  readonly headings: readonly string[]
  /** Words of a paragraph that do so for the list below it. */
  readonly leadIns: readonly string[]
  /** What an imperative looks like, as a regular expression over an item in lower case. */
  readonly pattern?: string
}

/** Languages that share their words. */
const sameAs: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' }

const table: Readonly<Record<string, Words>> = JSON.parse(
  readFileSync(new URL('../../templates/instructions.json', import.meta.url), 'utf8'),
)

/** The same item of the body with its lists of instructions marked. */
export function tickInstructions(item: Introduction | Chapter): Introduction | Chapter {
  const language = item.language.toLowerCase().split('-')[0] ?? ''
  const words = table[sameAs[language] ?? language]
  if (!words) return item
  if (item.kind === 'introduction') return { ...item, body: tickIn(item.body, words, false) }
  if (item.content.kind === 'faq') return item
  return { ...item, content: tickSection(item.content, words) }
}

function tickSection(section: Section, words: Words): Section {
  const promises = says(section.title.text, words.headings)
  return {
    ...section,
    body: tickIn(section.body, words, promises),
    sections: section.sections.map((below) => (below.kind === 'faq' ? below : tickSection(below, words))),
  }
}

/** Marks the lists that stand in the body itself. */
function tickIn(body: Xhtml, words: Words, isPromised: boolean): Xhtml {
  const marked = topLists(body).filter(({ at }, index) => {
    const items = itemsOf(body, at)
    if (items.length < 2) return false
    if ((isPromised && index === 0) || says(paragraphBefore(body, at), words.leadIns)) return true
    return items.every((item) => commands(item, words))
  })
  let from = 0
  const parts = marked.map(({ at, end }) => {
    const part = body.slice(from, at) + withClass(body.slice(at, end), 'tasks')
    from = end
    return part
  })
  return (parts.join('') + body.slice(from)) as Xhtml
}

/** The text of the paragraph that ends where a list begins. */
function paragraphBefore(body: Xhtml, at: number): string {
  const before = body.slice(0, at).trimEnd()
  return before.endsWith('</p>') ? textOf(before.slice(before.lastIndexOf('<p'))) : ''
}

function says(text: string, phrases: readonly string[]): boolean {
  const words = ` ${wordsIn(text).join(' ')} `
  return phrases.some((phrase) => words.includes(` ${phrase} `))
}

/** The start tags of the lists that stand in nothing that would make them an explanation. */
function topLists(body: Xhtml): { readonly at: number; readonly end: number }[] {
  let depth = 0
  const lists: { at: number; end: number }[] = []
  for (const { 0: tag, 1: end, 2: name, index } of body.matchAll(
    /<(\/?)(ul|ol|blockquote|table|dl|figure|aside|div)(?:\s[^<>]*)?>/g,
  )) {
    if (end === '' && depth === 0 && (name === 'ul' || name === 'ol'))
      lists.push({ at: index, end: index + tag.length - 1 })
    depth += end === '' ? 1 : -1
  }
  return lists
}

/** The words of each item of the list that begins at `start`, without the lists inside it. */
function itemsOf(body: string, start: number): string[] {
  const items: string[] = []
  let depth = 0
  for (const [part] of body.slice(start).matchAll(/<[^<>]*>|[^<>]+/g)) {
    if (/^<(ul|ol)[\s>]/.test(part)) depth += 1
    else if (/^<\/(ul|ol)>/.test(part)) depth -= 1
    else if (depth === 1 && /^<li[\s>]/.test(part)) items.push('')
    else if (depth === 1 && items.length > 0) items.push((items.pop() ?? '') + textOf(part))
    if (depth === 0) break
  }
  return items
}

function commands(item: string, { imperatives, before, pattern }: Words): boolean {
  if (item.trimEnd().endsWith('?')) return false
  const words = wordsIn(item)
  const from = words.findIndex((word) => !before.includes(word))
  const first = words[from]
  if (first === undefined) return false
  return (
    imperatives.includes(first) || (pattern !== undefined && new RegExp(pattern, 'u').test(words.slice(from).join(' ')))
  )
}

function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}']+/gu) ?? []
  )
}
