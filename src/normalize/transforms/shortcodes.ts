import { type ChildNode, type Element, isText, placeOf, type SourceDom } from '../dom.js'
import { targetOf } from '../links.js'
import { kindOf } from '../schema.js'
import { elementsIn, make, setChildren, textNode } from './edit.js'
import { isShortcodeName, isWordName } from './shortcode-names.js'
import type { Transform, TransformContext } from './transform.js'

// Bounded, and no part can hold a bracket: a scan never goes over the same text twice.
const tag = /\[(\/?)([a-z][\w-]{0,60})((?:\s[^[\]]{0,2000})?)\]/gi
const attribute = /\s[\w-]{1,60}\s?=\s?["'“”″„«‘’&]/
const opaque = new Set(['code', 'kbd', 'pre', 'samp', 'tt'])

/** Shortcodes that nothing has rendered: known ones go and what a pair holds stays; other text in brackets stays. */
export const shortcodes: Transform = {
  name: 'shortcodes',
  apply: (context) => {
    const holders = textHolders(context.dom)
    const closed = new Set(holders.flatMap(closedIn))
    const unknown = new Set<string>()
    for (const holder of holders) {
      const isAlone = holder.children.length === 1
      const rewrite = (child: ChildNode) =>
        isText(child) ? rewritten(child.data, { holder, isAlone, closed, unknown, context }) : undefined
      setChildren(
        holder,
        holder.children.flatMap((child) => rewrite(child) ?? [child]),
      )
    }
    for (const name of unknown) context.report('shortcode-unknown', { name }, { post: context.dom.post })
  },
}

/** The elements whose own text may hold tags. */
function textHolders(dom: SourceDom): Element[] {
  const isOpen = ({ name }: Element) => !opaque.has(name) && kindOf(name) !== 'removed'
  return [dom.body, ...elementsIn(dom.body, isOpen)].filter((element) => isOpen(element) && holdsBracket(element))
}

function holdsBracket({ children }: Element): boolean {
  return children.some((child) => isText(child) && child.data.includes('['))
}

function closedIn({ children }: Element): string[] {
  return children
    .filter(isText)
    .flatMap(({ data }) => [...data.matchAll(tag)].flatMap(([, end, name]) => (end && name ? [name] : [])))
}

interface Finding {
  readonly holder: Element
  /** Whether the text is all that its element holds. */
  readonly isAlone: boolean
  /** The names that have an end tag somewhere. */
  readonly closed: ReadonlySet<string>
  readonly unknown: Set<string>
  readonly context: TransformContext
}

/** What a text comes to; nothing where it stays as it is. */
function rewritten(text: string, finding: Finding): ChildNode[] | undefined {
  const nodes: ChildNode[] = []
  let end = 0
  for (const match of text.matchAll(tag)) {
    const [whole, slash = '', name = '', attributes = ''] = match
    const after = match.index + whole.length
    if (text[match.index - 1] === '[') {
      // `[[gallery]]` is how an author shows one: the brackets outside are for WordPress.
      if (slash !== '' || text[after] !== ']' || !isShortcodeName(name)) continue
      nodes.push(...plain(text.slice(end, match.index - 1) + whole))
      end = after + 1
      continue
    }
    if (!isKnown(whole === text.trim() && finding.isAlone, { slash, name, attributes }, finding)) continue
    nodes.push(...linked(text.slice(end, match.index), slash !== '' && name === 'embed', finding))
    if (slash === '') nodes.push(...instead(attributes, name, finding))
    end = after
  }
  return end === 0 ? undefined : [...nodes, ...plain(text.slice(end))]
}

interface Tag {
  readonly slash: string
  readonly name: string
  readonly attributes: string
}

function isKnown(isAll: boolean, { slash, name, attributes }: Tag, { closed, unknown }: Finding): boolean {
  if (!isShortcodeName(name)) {
    if (slash === '' && attribute.test(attributes)) unknown.add(name)
    return false
  }
  return isAll || !isWordName(name) || closed.has(name) || attribute.test(attributes)
}

/** What stands in the place of a tag: a player's address becomes a link. */
function instead(attributes: string, name: string, { holder, closed, context }: Finding): ChildNode[] {
  const { dom, report, post } = context
  const place = placeOf(dom, holder)
  const source = /\s(?:src|mp4|mp3|m4a|ogg|webm|url)\s?=\s?["'“”″]([^"'“”″\s]+)/i.exec(attributes)?.[1]
  const target = targetOf(['audio', 'video', 'embed'].includes(name) ? (source ?? '') : '', post.url)
  if (target.kind === 'outside') {
    report('media-replaced', { what: name, address: target.href }, place)
    return [link(target.href)]
  }
  report(closed.has(name) ? 'unwrapped' : 'removed', { what: 'unrendered shortcode' }, place)
  return []
}

function linked(text: string, isAddress: boolean, { context }: Finding): ChildNode[] {
  const target = isAddress ? targetOf(text.trim(), context.post.url) : undefined
  return target?.kind === 'outside' ? [link(target.href)] : plain(text)
}

function plain(text: string): ChildNode[] {
  return text === '' ? [] : [textNode(text)]
}

function link(href: string): Element {
  return make('a', [textNode(href.replace(/^https?:\/\//, ''))], { href })
}
