// Text and inline elements.

import { attributesOf } from './attributes.js'
import type { Builder, Surroundings } from './builder.js'
import { cleanCharacters } from './characters.js'
import { type ChildNode, type Element, isTag, isText, placeOf } from './dom.js'
import { targetOf } from './links.js'
import { math } from './math.js'
import { draftReference } from './notes.js'
import { picture } from './pictures/picture.js'
import { mediaInstead } from './replaced.js'
import { hasSubstance } from './runs.js'
import { kindOf } from './schema.js'
import { element, isElement, type XNode } from './xhtml.js'

/** Builds one node where only phrasing content may stand. */
export function phrasing(builder: Builder, node: ChildNode, at: Surroundings): XNode[] {
  if (isText(node)) return text(builder, node.data, at)
  if (!isTag(node)) return comment(builder, node)
  const { dom, report } = builder
  const noteKey = builder.marks.noterefs.get(node)
  // A link holds no other: the transforms see to it that no reference stands in one.
  if (noteKey !== undefined) return at.inLink ? [] : [draftReference(noteKey)]
  switch (kindOf(node.name)) {
    case 'break':
      return at.inPre && node.name === 'br' ? ['\n'] : [element(node.name, {}, [])]
    case 'removed':
      report('removed', { what: `element ${node.name}` }, placeOf(dom, node))
      return []
    case 'picture':
      return picture(builder, node, at)
    case 'media':
      return mediaInstead(builder, node, at)
    case 'math':
      return math(builder, node)
    case 'phrasing':
      return inline(builder, node, at)
    case 'block':
    case 'wrapper':
      // A block where only text may stand: its text stays, parted from its neighbours.
      report('unwrapped', { what: `block ${node.name} inside text` }, placeOf(dom, node))
      return parted(builder.phrasing(node.children, at), at)
    case 'bare':
      report('unwrapped', { what: `element ${node.name}` }, placeOf(dom, node))
      return builder.phrasing(node.children, at)
  }
}

/** Wraps a run of text in the inline elements of the source that hold it, the innermost first. */
export function wrapAround(builder: Builder, run: XNode[], at: Surroundings): XNode[] {
  let inner = run
  let depth = 0
  for (const node of at.around.toReversed()) {
    const outer = wrapInline(builder, node, inner)
    if (outer.some((one) => isElement(one) && one.children === inner)) depth += 1
    inner = outer
  }
  builder.countWraps(depth)
  return inner
}

function text(builder: Builder, data: string, at: Surroundings): XNode[] {
  const { text: clean, removed } = cleanCharacters(data)
  for (let i = 0; i < removed; i += 1) {
    builder.report('removed', { what: 'character that no text may hold' }, { post: builder.dom.post })
  }
  if (clean === '') return []
  return [at.inPre ? clean : clean.replace(/[ \t\n\r\f]+/g, ' ')]
}

function parted(children: XNode[], { inPre }: Surroundings): XNode[] {
  const gap = inPre ? '\n' : ' '
  return [gap, ...children, gap]
}

function comment(builder: Builder, node: ChildNode): XNode[] {
  if (node.type === 'comment') builder.report('removed', { what: 'comment' }, { post: builder.dom.post })
  return []
}

function inline(builder: Builder, node: Element, at: Surroundings): XNode[] {
  const isLink = node.name === 'a'
  if (isLink && at.inLink) {
    builder.report('repaired', { what: 'link inside a link', how: 'its text stays' }, placeOf(builder.dom, node))
    return builder.phrasing(node.children, at)
  }
  const children = builder.phrasing(node.children, { ...at, inLink: at.inLink || isLink })
  if (node.name === 'ruby') return ruby(builder, node, children)
  if (node.name === 'rt' || node.name === 'rp') return rubyPart(node, children)
  return wrapInline(builder, node, children)
}

/** One inline element built anew round `children`; none where it would be empty or say nothing. */
function wrapInline(builder: Builder, node: Element, children: XNode[]): XNode[] {
  const attributes = attributesOf(builder, node)
  if (node.name === 'a') return link(builder, node, attributes, children)
  const saysNothing = node.name === 'span' && Object.keys(attributes).length === 0
  // Ruby that holds blocks is not whole: see ruby().
  if (saysNothing || ['rp', 'rt', 'ruby'].includes(node.name) || (node.name === 'bdo' && !attributes.dir))
    return children
  if (children.length === 0 && !attributes.id) return []
  return [element(node.name, attributes, children)]
}

function link(builder: Builder, node: Element, attributes: Record<string, string>, children: XNode[]): XNode[] {
  const { href } = node.attribs
  const plain = attributes.id ? [element('span', { id: attributes.id }, []), ...children] : children
  if (href === undefined || !children.some(hasSubstance)) return plain
  const target = targetOf(href, builder.postUrl)
  if (target.kind === 'none') {
    const what = target.scheme === undefined ? 'link that leads nowhere' : `link of the scheme ${target.scheme}`
    builder.report('unwrapped', { what }, placeOf(builder.dom, node))
    return plain
  }
  // An inside link keeps the source's fragment until every id of the book is known.
  const address = target.kind === 'inside' ? `#${target.fragment}` : target.href
  return [element('a', { ...attributes, href: address }, children)]
}

// Ruby is kept where it is whole: an annotation stands after its base (HTML §4.5.10). Else its text stays, the
// annotation in brackets, as a browser without ruby shows it.
function ruby(builder: Builder, node: Element, children: XNode[]): XNode[] {
  const parts = children.filter(hasSubstance)
  const isRt = (child: XNode | undefined) => child !== undefined && isElement(child) && child.name === 'rt'
  const alternates = parts.every((part, index) => !isRt(part) || (index > 0 && !isRt(parts[index - 1])))
  if (alternates && isRt(parts.at(-1))) return [element('ruby', attributesOf(builder, node), parts)]
  return parts.flatMap((part) => (isElement(part) && part.name === 'rt' ? [' (', ...part.children, ')'] : [part]))
}

function rubyPart(node: Element, children: XNode[]): XNode[] {
  const inRuby = node.parent && isTag(node.parent) && node.parent.name === 'ruby'
  if (node.name === 'rp') return inRuby ? [] : children
  return inRuby ? [element('rt', {}, children)] : children
}
