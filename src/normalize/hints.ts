// What the user says of a post, where the rules read it wrongly.

import type { ReportFn } from '../diagnostics.js'
import type { Picture, PostHints } from '../model.js'
import { type Element, isTag, placeOf, type SourceDom } from './dom.js'
import { isElement, type XNode } from './xhtml.js'

// What a post always stands in, and no hint can take away.
const frame = new Set(['html', 'head', 'body'])

/** The elements that a selector finds; none, with a warning, where it is no selector or finds nothing. */
function find(dom: SourceDom, kind: 'drop' | 'keep', selector: string, report: ReportFn): Element[] {
  const hint = `${kind} “${selector}”`
  try {
    // From the root: below one element, the search takes time by the square of its children.
    const found = dom
      .$(selector)
      .toArray()
      .filter(isTag)
      .filter(({ name }) => !frame.has(name))
    if (found.length === 0) report('hint-unused', { hint, reason: 'it matches nothing' }, { post: dom.post })
    return found
  } catch {
    report('hint-unused', { hint, reason: 'it is no selector' }, { post: dom.post })
    return []
  }
}

/** Takes out what the user wants dropped. */
export function dropHinted(dom: SourceDom, { drop = [] }: PostHints, report: ReportFn): void {
  for (const selector of drop) {
    for (const element of find(dom, 'drop', selector, report)) {
      report('removed', { what: 'element that a hint drops' }, placeOf(dom, element))
      dom.$(element).remove()
    }
  }
}

/** Whether an element is to be kept: the user named it, something inside it or something that it stands in. */
export function keptByHints(dom: SourceDom, { keep = [] }: PostHints, report: ReportFn): (element: Element) => boolean {
  const named = keep.flatMap((selector) => find(dom, 'keep', selector, report))
  const kept = new Set<Element>()
  const below = [...named]
  const seen = new Set<Element>()
  for (let element = below.pop(); element; element = below.pop()) {
    if (seen.has(element)) continue
    seen.add(element)
    below.push(...element.children.filter(isTag))
  }
  for (const element of named) {
    for (let up = element.parent; up && isTag(up) && !kept.has(up); up = up.parent) kept.add(up)
  }
  return (element) => seen.has(element) || kept.has(element)
}

/** The levels that the user gave to headings, by the words of the heading. */
export function hintedLevel(
  post: string,
  { levels = {} }: PostHints,
  headings: readonly string[],
  report: ReportFn,
): (heading: string) => number | undefined {
  const byText = new Map(Object.entries(levels).map(([text, level]) => [fold(text), level]))
  const there = new Set(headings.map(fold))
  for (const text of Object.keys(levels)) {
    const hint = `levels “${text}”`
    if (!there.has(fold(text))) report('hint-unused', { hint, reason: 'no heading reads so' }, { post })
  }
  return (heading) => byText.get(fold(heading))
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

interface Built {
  readonly tree: readonly XNode[]
  readonly notes: readonly { readonly content: readonly XNode[] }[]
  readonly pictures: readonly Picture[]
}

/** Gives pictures the alternative texts that the user wrote, by their address or the name of their file. */
export function applyAlternatives(
  { tree, notes, pictures }: Built,
  hints: PostHints,
  post: string,
  report: ReportFn,
): readonly Picture[] {
  const wanted = Object.entries(hints.alt ?? {})
  if (wanted.length === 0) return pictures
  const given = new Map<string, string>()
  for (const [name, alt] of wanted) {
    const named = pictures.filter(({ candidates }) =>
      candidates.some(({ url }) => url === name || fileOf(url) === name),
    )
    const hint = `alt “${name}”`
    if (named.length === 0) report('hint-unused', { hint, reason: 'no picture is called so' }, { post })
    for (const { id } of named) given.set(`picture:${id}`, alt)
  }
  describe([...tree, ...notes.flatMap(({ content }) => content)], given)
  return pictures.map((picture) => {
    const alt = given.get(`picture:${picture.id}`)
    return alt === undefined ? picture : { ...picture, alt, hasAlt: true }
  })
}

function describe(nodes: readonly XNode[], given: ReadonlyMap<string, string>): void {
  for (const node of nodes.filter(isElement)) {
    const alt = node.name === 'img' ? given.get(node.attributes.src ?? '') : undefined
    if (alt !== undefined) node.attributes.alt = alt
    describe(node.children, given)
  }
}

function fileOf(address: string): string {
  const path = address.replace(/[?#].*$/s, '')
  const name = path.slice(path.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

type Named = { readonly id?: number; readonly slug: string; readonly url: string }

/** The hints of each post, by its id, its slug or its address; those that name no post are warned of. */
export function hintsOf(
  posts: readonly Named[],
  hints: Readonly<Record<string, PostHints>>,
  report: ReportFn,
): readonly PostHints[] {
  const namesOf = ({ id, slug, url }: Named) => [url, slug, ...(id === undefined ? [] : [String(id)])]
  const there = new Set(posts.flatMap(namesOf))
  for (const name of Object.keys(hints)) {
    if (!there.has(name)) report('hint-unused', { hint: `“${name}”`, reason: 'no post has this id, slug or address' })
  }
  return posts.map((post) => {
    const name = namesOf(post).find((one) => Object.hasOwn(hints, one))
    return (name === undefined ? undefined : hints[name]) ?? {}
  })
}
