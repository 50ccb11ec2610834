// Source markup → a DOM, parsed as a browser would parse it.

import type { CheerioAPI } from 'cheerio'
import { load } from 'cheerio/slim'
import { type ChildNode, type Document, type Element, hasChildren, isTag, isText } from 'domhandler'
import { failure, type Place } from '../diagnostics.js'
import type { SourceHtml } from '../model.js'
import { cleanCharacters } from './characters.js'
import { defaultLimits, type Limits, parseWithin } from './limits.js'
import { kindOf } from './schema.js'

export type { ChildNode, Element }
export { isTag, isText }

const headingName = /^h[1-6]$/

/** The DOM of one piece of markup, with what a linear walk over it can tell. */
export interface SourceDom {
  readonly $: CheerioAPI
  readonly body: Element
  readonly post: string
  /** The text of the heading before an element, or of the heading it stands in. */
  readonly headingOf: ReadonlyMap<Element, string>
  /** The names and class names of its elements; those that have gone since are among them. */
  readonly names: Set<string>
}

/**
 * Parses in document mode: cheerio's fragment mode moves nodes one at a time and is quadratic. The doctype keeps the
 * parser out of quirks mode, where a table may stand inside a paragraph. `cheerio/slim` with parse5 is what `cheerio`
 * does without loading an HTTP client at start.
 *
 * @throws what `parseWithin` does
 */
export function parseSource(html: SourceHtml, post: string, limits: Limits = defaultLimits): SourceDom {
  const document = parseWithin(`<!DOCTYPE html><body>${html}`, limits, post)
  const $ = load(document)
  const body = document.children
    .filter(isTag)
    .flatMap(({ children }) => children.filter(isTag).filter(isBody))[0] as Element
  const names = new Set<string>()
  return { $, body, post, headingOf: walk(document, post, limits.maxDepth, names), names }
}

function isBody({ name }: Element): boolean {
  return name === 'body'
}

/** The content of markup that is to stand in a DOM, parsed. */
export function parseInto(dom: SourceDom, html: SourceHtml): ChildNode[] {
  const { body, names } = parseSource(html, dom.post)
  for (const name of names) dom.names.add(name)
  return body.children
}

/**
 * The elements that a selector finds. One that needs a name which the source does not have finds nothing, and costs no
 * search: most posts know one plugin or two. For names that the source brings, not for elements that transforms make.
 */
export function select(dom: SourceDom, selector: string): Element[] {
  const mayMatch = alternativesOf(selector).some((needed) => needed.every((name) => dom.names.has(name)))
  return mayMatch ? dom.$(selector).toArray().filter(isTag) : []
}

const alternatives = new Map<string, readonly (readonly string[])[]>()

/** The names that each alternative of a selector needs; what stands in brackets is no name. */
function alternativesOf(selector: string): readonly (readonly string[])[] {
  const known = alternatives.get(selector)
  if (known) return known
  const parts = selector.replace(/\[[^\]]*\]/g, '').split(',')
  const needed = parts.map((part) => part.match(/[\w-]+/g) ?? [])
  alternatives.set(selector, needed)
  return needed
}

/** Adds the name of an element and those of its classes. */
export function addNames({ name, attribs }: Element, names: Set<string>): void {
  names.add(name)
  if (attribs.class) for (const one of attribs.class.split(/\s+/)) names.add(one)
}

/** Where an element stands, for the report. */
export function placeOf(dom: SourceDom, element: Element): Place {
  const heading = dom.headingOf.get(element)
  const excerpt = firstWords(element)
  return { post: dom.post, ...(heading ? { heading } : {}), ...(excerpt ? { excerpt } : {}) }
}

/** The text of a node as it stands in the source. Safe for the depths that `parseSource` lets through. */
export function textOf(node: ChildNode): string {
  if (isText(node)) return node.data
  return hasChildren(node) ? node.children.map(textOf).join('') : ''
}

/** The text that a node will show in the book, white space collapsed. */
export function shownText(node: ChildNode): string {
  return collapse(cleanCharacters(rawShownText(node)).text.replace(/[\u00A0\u200B\uFEFF]/g, ' '))
}

function rawShownText(node: ChildNode): string {
  if (isText(node)) return node.data
  if (!hasChildren(node) || (isTag(node) && isHidden(node.name))) return ''
  return node.children.map(rawShownText).join('')
}

// `annotation` holds the TeX of a formula.
function isHidden(name: string): boolean {
  return name === 'annotation' || kindOf(name) === 'removed'
}

function isHeading(node: ChildNode): node is Element {
  return isTag(node) && headingName.test(node.name)
}

const notSections = new Set(
  'blockquote caption dd details dl dt figcaption figure li ol pre summary table td th ul'.split(' '),
)

/** The headings that divide the post; those inside quotations, lists, tables and what goes do not. */
export function dividingHeadings(dom: SourceDom): Element[] {
  const headings = dom.$('h1, h2, h3, h4, h5, h6').toArray()
  return headings.filter((heading) => !isInside(heading, hidesHeadings))
}

function isInside({ parent }: Element, test: (around: Element) => boolean): boolean {
  for (let up = parent; up && isTag(up); up = up.parent) if (test(up)) return true
  return false
}

/** Whether the headings inside an element are its own and do not divide the post. */
export function hidesHeadings({ name }: Element): boolean {
  return notSections.has(name) || ['removed', 'media', 'picture'].includes(kindOf(name))
}

// An explicit stack: what the parser moves about can come to stand deeper than what it had open.
function walk(document: Document, post: string, depthLimit: number, names: Set<string>): ReadonlyMap<Element, string> {
  const headingOf = new Map<Element, string>()
  const stack: { node: ChildNode; depth: number }[] = []
  const push = (children: readonly ChildNode[], depth: number) => {
    for (let i = children.length - 1; i >= 0; i -= 1) stack.push({ node: children[i] as ChildNode, depth })
  }
  let heading = ''
  push(document.children, 1)
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.depth > depthLimit) throw failure('markup-too-deep', { post, limit: depthLimit })
    const { node } = next
    if (isHeading(node)) heading = collapse(firstWords(node) ?? '') || heading
    if (isTag(node)) {
      headingOf.set(node, heading)
      addNames(node, names)
    }
    if (hasChildren(node)) push(node.children, next.depth + 1)
  }
  return headingOf
}

/** At most about 60 characters, gathered without reading the rest of the element. */
function firstWords(element: Element): string | undefined {
  let found = ''
  const stack: ChildNode[] = [element]
  for (let node = stack.pop(); node && found.length < 60; node = stack.pop()) {
    if (isText(node)) found += node.data.slice(0, 200)
    else if (hasChildren(node)) pushFirst(stack, node.children)
  }
  const words = collapse(found)
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words || undefined
}

// An element may have hundreds of thousands of children; the first few hold more words than are asked for.
function pushFirst(stack: ChildNode[], children: readonly ChildNode[]): void {
  for (let i = Math.min(children.length, 60) - 1; i >= 0; i -= 1) stack.push(children[i] as ChildNode)
}

/** Runs of white space become one space; the no-break space is not white space here. */
function collapse(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '')
}
