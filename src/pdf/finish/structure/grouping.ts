// Elements that Chromium tags as nothing in particular: grouped, made paragraphs, or dissolved into what they stand in.

import { named, type PdfLib } from '../../library.js'
import { type Element, elementsOf, isElement, type Kid } from './tree.js'

const inline = new Set(['Link', 'Em', 'Strong', 'Code', 'Span', 'Reference', 'Formula', 'Figure', 'Quote', 'Lbl'])
/** What holds blocks, and no text of its own. */
const grouping = new Set(['Document', 'Div', 'Sect', 'Art', 'Aside', 'BlockQuote', 'Note', 'NonStruct'])

export function mendGroups(lib: PdfLib, roots: readonly Element[]): void {
  const blocks = holdersOfBlocks(roots)
  // From the top down: what a kid may be depends on what its parent has become.
  for (const element of elementsOf(roots)) {
    // The outer one of a picture with its caption (the picture has an element of its own inside).
    if (
      element.type === 'Figure' &&
      !element.dict.has(named(lib, 'Alt')) &&
      element.kids.some((kid) => isElement(kid))
    ) {
      element.type = 'Div'
    }
    // A link with a role of its own.
    if (element.type === 'NonStruct' && element.kids.some(({ kind }) => kind === 'object')) element.type = 'Link'
    element.kids = resolve(lib, element, blocks)
  }
}

/** Kids that are nothing in particular, as they belong into this parent. */
function resolve(lib: PdfLib, parent: Element, blocks: ReadonlySet<Element>): Kid[] {
  const done: Kid[] = []
  const ahead = parent.kids.toReversed()
  for (let kid = ahead.pop(); kid; kid = ahead.pop()) {
    if (!isElement(kid, 'NonStruct') || kid.kids.some(({ kind }) => kind === 'object')) {
      done.push(kid)
      continue
    }
    const type = typeIn(parent, blocks.has(kid), kid.dict.has(named(lib, 'Lang')))
    if (kid.kids.length === 0) continue
    if (type === undefined) ahead.push(...kid.kids.toReversed())
    else {
      kid.type = type
      done.push(kid)
    }
  }
  return done
}

/** Undefined where its kids belong to the parent itself. */
function typeIn(parent: Element, holdsBlocks: boolean, hasLanguage: boolean): string | undefined {
  if (holdsBlocks) return 'Div'
  if (grouping.has(parent.type)) return 'P'
  return hasLanguage ? 'Span' : undefined
}

/** The elements with a block somewhere inside. */
function holdersOfBlocks(roots: readonly Element[]): ReadonlySet<Element> {
  const holders = new Set<Element>()
  for (const element of [...elementsOf(roots)].reverse()) {
    const holds = element.kids.some(
      (kid) => isElement(kid) && (holders.has(kid) || (kid.type !== 'NonStruct' && !inline.has(kid.type))),
    )
    if (holds) holders.add(element)
  }
  return holders
}
