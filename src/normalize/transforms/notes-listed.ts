import { Element, hasChildren, Text } from 'domhandler'
import { type ChildNode, isTag, isText, textOf } from '../dom.js'
import { isBlank, isNotesHeading, markNote, markReference, removeEmptied } from './note-marks.js'
import type { Transform, TransformContext } from './transform.js'

/**
 * References written by hand, “[1]”, without a link: they count only where a numbered list under a heading such as
 * “Notes” ends the post and has exactly their numbers. All other text in brackets stays text.
 */
export const notesListed: Transform = {
  name: 'notes-listed',
  apply: (context) => {
    const heading = context.dom.$('h1, h2, h3, h4, h5, h6, p').toArray().findLast(isNotesHeading)
    const notes = heading && notesBelow(context, heading)
    if (!heading || !notes) return
    const texts = textsBefore(context.dom.body, heading)
    const numbers = new Set(texts.flatMap(({ data }) => [...data.matchAll(/\[(\d{1,3})\]/g)].map(([, n]) => Number(n))))
    const isWhole = numbers.size === notes.length && notes.every((_, index) => numbers.has(index + 1))
    if (!isWhole) return
    for (const text of texts) splitReferences(context, text)
    const [first] = notes
    const list = first?.name === 'li' ? (first.parent as Element) : heading
    notes.forEach((note, index) => {
      const isItem = note.name === 'li'
      if (!isItem) dropNumber(note)
      markNote(
        context,
        `listed:${index + 1}`,
        isItem ? note.children : [note],
        note.attribs.id ? [note.attribs.id] : [],
      )
      if (isItem) context.dom.$(note).remove()
    })
    if (list === heading) context.dom.$(heading).empty()
    removeEmptied(context, list)
  },
}

/** The notes under a heading, from 1 upwards without a gap, where nothing comes after them. */
function notesBelow({ dom }: TransformContext, heading: Element): Element[] | undefined {
  const below = dom
    .$(heading)
    .nextAll()
    .toArray()
    .filter((node) => !isBlank(node))
  const [list] = below
  if (list?.name === 'ol' && below.length === 1) {
    const items = list.children.filter(isTag)
    const isPlain = (list.attribs.start ?? '1') === '1' && list.attribs.reversed === undefined
    return isPlain && items.every(({ name }) => name === 'li') ? items : undefined
  }
  const isNumbered = (node: Element, index: number) => node.name === 'p' && numberOf(textOf(node)) === index + 1
  if (below.length === 0 || !below.every(isNumbered)) return undefined
  return below
}

const leadingNumber = /^\s*\[(\d{1,3})\]\s*/

function numberOf(text: string): number {
  return Number(leadingNumber.exec(text)?.[1] ?? 0)
}

function dropNumber(paragraph: Element): void {
  const first = paragraph.children.find((child) => !isBlank(child))
  if (first && isText(first)) first.data = first.data.replace(leadingNumber, '')
}

const notText = new Set(['a', 'code', 'kbd', 'math', 'pre', 'samp', 'script', 'style', 'svg', 'textarea', 'title'])

/** The texts that stand before an element, less code and links. */
function textsBefore(root: Element, end: Element): Text[] {
  const texts: Text[] = []
  const gather = (nodes: readonly ChildNode[]): boolean =>
    nodes.every((node) => {
      if (node === end) return false
      if (isText(node)) texts.push(node as Text)
      return !hasChildren(node) || (isTag(node) && notText.has(node.name)) || gather(node.children)
    })
  gather(root.children)
  return texts
}

function splitReferences(context: TransformContext, text: Text): void {
  const parts = text.data.split(/\[(\d{1,3})\]/)
  if (parts.length === 1) return
  const nodes = parts.map((part, index) => (index % 2 === 0 ? new Text(part) : new Element('sup', {}, [])))
  context.dom.$(text).replaceWith(nodes)
  nodes.forEach((node, index) => {
    if (isTag(node)) markReference(context, node, `listed:${Number(parts[index])}`)
  })
}
