// The true outline of a post: which level each of its headings was written at.
//
// A post pasted from a chat assistant carries `data-start` and `data-end`: offsets, in UTF-16 code units, into the
// Markdown that was pasted. `## A heading` is three characters longer than its text, so the level can be computed even
// where the editor changed the element. Levels that do not come from offsets stay as given.

import type { ReportFn } from '../diagnostics.js'
import type { OutlineChange, PostHints } from '../model.js'
import { type ChildNode, type Element, isTag, isText, type SourceDom, shownText, textOf } from './dom.js'
import { hintedLevel } from './hints.js'

type Reason = OutlineChange['reason']

/** What the outline pass found; levels step by one from 2, the level below the post's title. */
export interface Outline {
  readonly levelOf: ReadonlyMap<Element, number>
  readonly change: OutlineChange
}

interface Heading {
  readonly element: Element
  readonly text: string
  readonly given: number
  /** From the offsets; absent where there are none, or where they make no sense. */
  readonly measured?: number
  readonly start?: number
}

// Share of the headings with offsets that must give a level for any to be believed.
const trustedShare = 0.8
const markupLength: Record<string, number> = { strong: 4, b: 4, em: 2, i: 2, code: 2 }

/** Finds the level of each heading in `elements`, which are in document order and hold text unless they are dropped. */
export function findOutline(
  dom: SourceDom,
  elements: readonly Element[],
  mode: 'auto' | 'keep',
  report: ReportFn,
  hints: PostHints = {},
): Outline {
  const headings = elements.map(readHeading)
  const kept = headings.filter(({ text }) => text !== '')
  const found = mode === 'keep' ? given(kept, 'kept') : trueLevels(kept, dom.post, report)
  const { levels, reason } = withHints(found, kept, dom.post, hints, report)
  const stepped = step(levels)
  const change: OutlineChange = {
    post: dom.post,
    before: headings.map(({ given, text }) => ({ level: given, text })),
    after: kept.map(({ text }, index) => ({ level: stepped[index] ?? 2, text })),
    promoted: kept.filter((heading, index) => (levels[index] ?? 0) < heading.given).length,
    demoted: kept.filter((heading, index) => (levels[index] ?? 0) > heading.given).length,
    dropped: headings.length - kept.length,
    reason: reason === 'as-given' && stepped.some((level, index) => level !== levels[index]) ? 'stepped' : reason,
  }
  return { levelOf: new Map(kept.map(({ element }, index) => [element, stepped[index] ?? 2])), change }
}

function given(headings: readonly Heading[], reason: Reason): { levels: number[]; reason: Reason } {
  return { levels: headings.map((heading) => heading.given), reason }
}

function trueLevels(
  headings: readonly Heading[],
  post: string,
  report: ReportFn,
): { levels: number[]; reason: Reason } {
  if (headings.every(({ start }) => start === undefined)) return given(headings, 'as-given')
  const doubt = doubtOf(headings)
  if (doubt) {
    report('outline-offsets-refused', { reason: doubt }, { post })
    return given(headings, 'as-given')
  }
  return { levels: headings.map((heading) => heading.measured ?? heading.given), reason: 'source-offsets' }
}

// What the user says of a heading stands above what was found.
function withHints(
  found: { readonly levels: number[]; readonly reason: Reason },
  headings: readonly Heading[],
  post: string,
  hints: PostHints,
  report: ReportFn,
): { readonly levels: number[]; readonly reason: Reason } {
  const texts = headings.map(({ text }) => text)
  const hinted = hintedLevel(post, hints, texts, report)
  if (!texts.some((text) => hinted(text) !== undefined)) return found
  return { levels: found.levels.map((level, index) => hinted(texts[index] ?? '') ?? level), reason: 'hinted' }
}

/** Why the offsets cannot be trusted, or nothing. */
function doubtOf(headings: readonly Heading[]): string | undefined {
  const offset = headings.filter(({ start }) => start !== undefined)
  const measured = offset.filter((heading) => heading.measured !== undefined)
  if (measured.length < offset.length * trustedShare) {
    return `only ${measured.length} of ${offset.length} headings give a level`
  }
  if (offset.some(({ start = 0 }, index) => index > 0 && start <= (offset[index - 1]?.start ?? -1))) {
    return 'they do not rise'
  }
  if (measured.some((heading) => (heading.measured ?? 0) > heading.given + 1)) return 'a heading would sink two levels'
  return undefined
}

function readHeading(element: Element): Heading {
  const start = offsetOf(element, 'data-start')
  const measured = measure(element)
  return {
    element,
    text: shownText(element),
    given: Number(element.name[1]),
    ...(start === undefined ? {} : { start }),
    ...(measured === undefined ? {} : { measured }),
  }
}

function measure(element: Element): number | undefined {
  const start = offsetOf(element, 'data-start')
  const end = offsetOf(element, 'data-end')
  if (start === undefined || end === undefined) return undefined
  const level =
    fromFirstChild(element, start) ?? end - start - textOf(element).trim().length - inlineMarkup(element) - 1
  return level >= 1 && level <= 6 ? level : undefined
}

// The first inline child with an offset of its own tells more than the end does: it is free of trailing spaces in the
// Markdown and of markup that was dropped after it.
function fromFirstChild(element: Element, start: number): number | undefined {
  let before = 0
  for (const child of element.children) {
    const childStart = isTag(child) ? offsetOf(child, 'data-start') : undefined
    if (childStart !== undefined) return childStart - start - before - 1
    if (!isText(child)) return undefined
    before += child.data.trimStart().length
  }
  return undefined
}

function inlineMarkup(node: ChildNode): number {
  if (!isTag(node)) return 0
  const own = markupLength[node.name] ?? 0
  return node.children.reduce((sum, child) => sum + inlineMarkup(child), own)
}

function offsetOf(element: Element, attribute: string): number | undefined {
  const value = element.attribs[attribute]
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined
}

/** Levels that step down by one at most, from 2; who stood beside or below whom stays so. */
function step(levels: readonly number[]): number[] {
  const open: number[] = []
  return levels.map((level) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    return Math.min(open.length + 1, 6)
  })
}
