import type { ReportFn } from '../../diagnostics.js'
import { type ChildNode, type Element, isTag, isText, placeOf, type SourceDom, select } from '../dom.js'
import type { Marks } from '../marks.js'
import { kindOf } from '../schema.js'
import { adBlocksIn } from './advertisements.js'
import { type ClutterRow, clutterRowOf, isMoreMark } from './clutter-table.js'
import { elementsIn, hasClass, removeAll } from './edit.js'
import { isTitleButton } from './titles.js'
import type { Transform } from './transform.js'

/** The machinery of a website round the text goes. What holds most of the post is the post, whatever it is called. */
export const clutter: Transform = {
  name: 'clutter',
  apply: ({ dom, kept, marks, report }) => {
    moveAnchorsToHeadings(dom, marks)
    const all = elementsIn(dom.body)
    const words = countWords([dom.body, ...all])
    const most = (words.get(dom.body) ?? 0) / 2
    const ads = adBlocksIn(all, words)
    const gone: ChildNode[] = []
    const decide = (element: Element): boolean => {
      const row = clutterRowOf(element)
      if (!row || kept(element) || !fulfils(row, element, words, ads)) return true
      if ((words.get(element) ?? 0) > most) {
        report('unwrapped', { what: row.what }, placeOf(dom, element))
        return true
      }
      report('removed', { what: row.what }, placeOf(dom, element))
      gone.push(element)
      return false
    }
    elementsIn(dom.body, decide)
    removeAll([...gone, ...pageBreaks(dom, all, report)])
  },
}

function fulfils(
  { only }: ClutterRow,
  element: Element,
  words: ReadonlyMap<Element, number>,
  ads: ReadonlySet<Element>,
): boolean {
  switch (only) {
    case 'with-an-ad':
      return ads.has(element)
    case 'without-text':
      return words.get(element) === 0
    case 'outside-titles':
      return !isTitleButton(element)
    default:
      return true
  }
}

// A table of contents leads to spans inside the headings: the headings themselves are its targets. A link elsewhere in
// the text may lead there too.
function moveAnchorsToHeadings(dom: SourceDom, { aliases }: Marks): void {
  const isHeading = ({ name }: Element) => /^h[1-6]$/.test(name)
  for (const heading of select(dom, 'h1, h2, h3, h4, h5, h6')) {
    const inside = elementsIn(heading, (inner) => !isHeading(inner))
    const others: string[] = []
    for (const anchor of inside.filter((inner) => hasClass(inner, 'ez-toc-section'))) {
      const { id } = anchor.attribs
      if (!id) continue
      if (heading.attribs.id) others.push(id)
      else heading.attribs.id = id
      delete anchor.attribs.id
    }
    if (others.length > 0) aliases.set(heading, others)
  }
}

/** How many visible words each element holds: the innermost counted first. */
function countWords(elements: readonly Element[]): ReadonlyMap<Element, number> {
  const counts = new Map<Element, number>()
  for (const element of elements.toReversed()) {
    counts.set(element, kindOf(element.name) === 'removed' ? 0 : wordsIn(element, counts))
  }
  return counts
}

function wordsIn({ children }: Element, counts: ReadonlyMap<Element, number>): number {
  let sum = 0
  for (const child of children) {
    if (isText(child)) sum += child.data.match(/[^\s\u00A0\u200B\uFEFF]+/g)?.length ?? 0
    else if (isTag(child)) sum += counts.get(child) ?? 0
  }
  return sum
}

// WordPress divides a long post into pages at a comment; typography plugins turn its hyphens into dashes. A book joins
// the pages.
const pageBreak = /^[-\s\u2013\u2014]*nextpage[-\s\u2013\u2014]*$/

function pageBreaks(dom: SourceDom, all: readonly Element[], report: ReportFn): ChildNode[] {
  const comments: ChildNode[] = []
  for (const { children } of [dom.body, ...all]) {
    for (const child of children) if (child.type === 'comment') comments.push(child)
  }
  const breaks = comments.filter((node) => node.type === 'comment' && pageBreak.test(plainDashes(node.data)))
  for (const _ of breaks) report('removed', { what: 'page break of the site' }, { post: dom.post })
  const marks = all.filter((element) => isMoreMark(element) && element.children.length === 0)
  for (const mark of marks) report('removed', { what: '“more” mark' }, placeOf(dom, mark))
  return [...breaks, ...marks]
}

function plainDashes(text: string): string {
  return text.slice(0, 100).replaceAll('&#8211;', '-')
}
