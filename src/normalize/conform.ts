// The source's DOM → a tree that is schema-valid by construction: nothing is repaired in place, each element is built
// anew where the content model allows it (HTML Living Standard §3.2.5), and what has no place is unwrapped.

import { failure, type ReportFn } from '../diagnostics.js'
import type { Picture } from '../model.js'
import { idOf } from './attributes.js'
import { blockOf } from './blocks.js'
import { type Builder, type Loose, nowhere, type Surroundings } from './builder.js'
import { type ChildNode, type Element, isTag, placeOf, type SourceDom } from './dom.js'
import type { Ids } from './ids.js'
import { cleanDepth, type Limits } from './limits.js'
import type { Marks } from './marks.js'
import type { DraftNote } from './notes.js'
import { phrasing, wrapAround } from './phrasing.js'
import { hasSubstance, trimRun } from './runs.js'
import { isBlock, kindOf } from './schema.js'
import { element, isElement, type XNode } from './xhtml.js'

/** What `conform` needs beside the DOM. */
export interface Conforming {
  readonly postUrl: string
  readonly ids: Ids
  readonly levelOf: ReadonlyMap<Element, number>
  readonly report: ReportFn
  readonly marks: Marks
  readonly limits: Limits
}

/** Builds the clean tree of a post's body: blocks only, headings at their level in `levelOf`. */
export function conform(
  dom: SourceDom,
  settings: Conforming,
): { readonly tree: XNode[]; readonly pictures: readonly Picture[]; readonly notes: readonly DraftNote[] } {
  const builder = createBuilder(dom, settings)
  const tree = builder.flow(dom.body.children, 'paragraphs', nowhere)
  const notes = settings.marks.notes.map((note) => ({
    ...note,
    content: builder.flow(note.holder.children, 'paragraphs', nowhere),
  }))
  return { tree, pictures: builder.pictures, notes }
}

/** Builds the clean phrasing content of a title. */
export function conformPhrasing(dom: SourceDom, settings: Conforming): XNode[] {
  return createBuilder(dom, settings).content(dom.body, { ...nowhere, inLink: true, textOnly: true })
}

function createBuilder(dom: SourceDom, settings: Conforming): Builder {
  const holders = findBlockHolders(dom)
  const builder: Builder = {
    dom,
    ...settings,
    pictures: [],
    flow: (nodes, loose, at) => flow(builder, nodes, loose, at),
    phrasing: (nodes, at) => {
      // Here and wherever whole trees are gone through, a plain loop takes half the time of `flatMap`.
      const out: XNode[] = []
      for (const node of nodes) for (const made of phrasing(builder, node, at)) out.push(made)
      return out
    },
    content: (node, at) => wrapped(builder, builder.phrasing(node.children, at), at),
    countWraps: wrapCounter(dom.post, settings.limits),
    holdsBlock: (node) => holders.has(node),
  }
  return builder
}

// What inline elements round many blocks come to is the product of both: it is bounded as what is parsed is.
function wrapCounter(post: string, { maxNodes }: Limits): (depth: number) => void {
  let copies = 0
  return (depth) => {
    copies += depth
    if (depth > cleanDepth) throw failure('markup-too-deep', { post, limit: cleanDepth })
    if (copies > maxNodes) throw failure('markup-too-large', { post, limit: maxNodes })
  }
}

// One walk up from each block, ended where another has passed: linear.
function findBlockHolders(dom: SourceDom): ReadonlySet<Element> {
  const holders = new Set<Element>()
  // The whole document: notes stand beside the body.
  const stack: Element[] = dom.$.root()[0]?.children.filter(isTag) ?? []
  for (let next = stack.pop(); next; next = stack.pop()) {
    for (const child of next.children) if (isTag(child)) stack.push(child)
    if (!isBlock(next.name)) continue
    for (let up = next.parent; up && isTag(up) && !holders.has(up); up = up.parent) holders.add(up)
  }
  return holders
}

function flow(builder: Builder, nodes: readonly ChildNode[], loose: Loose, at: Surroundings): XNode[] {
  const out: XNode[] = []
  let run: XNode[] = []
  const flush = () => {
    const text = wrapped(builder, run, at)
    const isParagraph = loose === 'paragraphs' && text.some(hasSubstance)
    for (const made of isParagraph ? [element('p', {}, text)] : text) out.push(made)
    run = []
  }
  for (const node of nodes) {
    if (isTag(node) && standsAlone(builder, node)) {
      flush()
      for (const made of block(builder, node, loose, at)) out.push(made)
    } else {
      for (const made of phrasing(builder, node, at)) run.push(made)
    }
  }
  flush()
  return out
}

function wrapped(builder: Builder, run: XNode[], at: Surroundings): XNode[] {
  const text = trimRun(run)
  return text.some(hasSubstance) ? wrapAround(builder, text, at) : text
}

function standsAlone(builder: Builder, node: Element): boolean {
  const kind = kindOf(node.name)
  if (kind === 'block' || kind === 'wrapper') return true
  return (kind === 'phrasing' || kind === 'bare') && builder.holdsBlock(node)
}

function block(builder: Builder, node: Element, loose: Loose, at: Surroundings): XNode[] {
  const kind = kindOf(node.name)
  if (kind === 'block') return blockOf(builder, node, loose, at)
  if (kind === 'phrasing') {
    const how = 'the inline element stands inside the block'
    builder.report('repaired', { what: `block inside ${node.name}`, how }, placeOf(builder.dom, node))
    const inLink = at.inLink || node.name === 'a'
    return builder.flow(node.children, loose, { ...at, around: [...at.around, node], inLink })
  }
  builder.report('unwrapped', { what: `element ${node.name}` }, placeOf(builder.dom, node))
  return passOnId(builder, node, builder.flow(node.children, loose, at))
}

/** An unwrapped element that a link leads to gives its id to its first block. */
function passOnId(builder: Builder, node: Element, content: XNode[]): XNode[] {
  const first = content.find(isElement)
  const taken = first?.attributes.id
  if (first && taken && node.attribs.id) builder.ids.link(node.attribs.id, taken)
  const id = idOf(builder, node)
  if (id === undefined) return content
  if (!first) return [element('span', { id }, []), ...content]
  first.attributes.id = id
  return content
}
