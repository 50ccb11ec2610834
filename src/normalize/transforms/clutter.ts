import type { ReportFn } from '../../diagnostics.js'
import { type ChildNode, type Element, isTag, isText, placeOf, type SourceDom } from '../dom.js'
import { kindOf } from '../schema.js'
import { type ClutterRow, clutterRowOf, isMoreMark, isTitleButton } from './clutter-table.js'
import { childElements, classesOf, elementsIn, holdersOf, removeAll } from './edit.js'
import type { Transform } from './transform.js'

/** The machinery of a website round the text goes. What holds most of the post is the post, whatever it is called. */
export const clutter: Transform = {
  name: 'clutter',
  apply: ({ dom, kept, report }) => {
    moveAnchorsToHeadings(dom)
    const all = elementsIn(dom.body)
    const words = countWords([dom.body, ...all])
    const most = (words.get(dom.body) ?? 0) / 2
    const holdAds = holdersOf(all.filter(isAd))
    const gone: ChildNode[] = []
    const decide = (element: Element): boolean => {
      const row = clutterRowOf(element)
      if (!row || kept(element) || !fulfils(row, element, words, holdAds)) return true
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
  holdAds: ReadonlySet<Element>,
): boolean {
  switch (only) {
    case 'with-an-ad':
      return holdAds.has(element)
    case 'without-text':
      return words.get(element) === 0
    case 'outside-titles':
      return !isTitleButton(element)
    default:
      return true
  }
}

function isAd(element: Element): boolean {
  return element.name === 'script' || classesOf(element).includes('adsbygoogle')
}

// A table of contents leads to spans inside the headings: the headings themselves are its targets. A link elsewhere in
// the text may lead there too.
function moveAnchorsToHeadings(dom: SourceDom): void {
  for (const heading of dom.$('h1, h2, h3, h4, h5, h6').toArray()) {
    const anchor = childElements(heading).find((child) => classesOf(child).includes('ez-toc-section'))
    const { id } = anchor?.attribs ?? {}
    if (anchor && id && !heading.attribs.id) {
      heading.attribs.id = id
      delete anchor.attribs.id
    }
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
