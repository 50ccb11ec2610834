// What the transforms that find notes have in common: how a reference and a note's text are marked.

import { Element } from 'domhandler'
import { type ChildNode, isTag, isText, placeOf, textOf } from '../dom.js'
import type { TransformContext } from './transform.js'

const markerWrappers = new Set(['a', 'sup', 'span', 'small', 'font', 'b', 'strong', 'em', 'i'])

/** Makes an element, with the brackets round it and its old number, a reference to the note of a key. */
export function markReference(context: TransformContext, element: Element, key: string): void {
  const { dom, marks, report } = context
  const whole = withWrappers(element)
  report('replaced', { what: 'reference to a note', by: 'one of the book' }, placeOf(dom, whole))
  const { prev, next } = whole
  const bracketed = prev && next && isText(prev) && isText(next) && /\[\s*$/.test(prev.data) && /^\s*\]/.test(next.data)
  if (bracketed && isText(next)) next.data = next.data.replace(/^\s*\]/, '')
  // No white space before the number: a line could begin with it.
  if (prev && isText(prev) && prev.data.trim() !== '') {
    prev.data = (bracketed ? prev.data.slice(0, prev.data.lastIndexOf('[')) : prev.data).trimEnd()
  }
  const link = dom.$(whole).parent().closest('a')
  dom.$(whole).empty()
  if (link.length > 0) link.after(whole)
  marks.noterefs.set(whole, key)
}

/** Takes content out of the text and makes it the note of a key. It stays in the document: links in it count. */
export function markNote(
  { dom, marks }: TransformContext,
  key: string,
  content: readonly ChildNode[],
  ids: readonly string[] = [],
): void {
  const holder = new Element('div', {}, [])
  dom.$(holder).append([...content])
  dom.$(dom.body.parent as Element).append(holder)
  marks.notes.push({ key, holder, ids })
}

/** Removes a list that notes were taken from, if nothing is left in it, and what led in to it: rule and heading. */
export function removeEmptied(context: TransformContext, list: Element): void {
  const { dom, report } = context
  let emptied = list
  if (!isBlank(emptied)) return
  while (emptied.parent && isTag(emptied.parent) && emptied.parent !== dom.body && isOnlyContent(emptied)) {
    emptied = emptied.parent
  }
  report('replaced', { what: 'list of notes', by: 'notes' }, placeOf(dom, list))
  const before = [dom.$(emptied).prev(), dom.$(emptied).prev().prev()]
  const isLast =
    dom.$(emptied).nextAll().not('h1, h2, h3, h4, h5, h6').length === 0 || followedByHeading(context, emptied)
  for (const lead of before) {
    const [node] = lead.toArray()
    if (!node || !(node.name === 'hr' || (isLast && isNotesHeading(node)))) break
    dom.$(node).remove()
  }
  dom.$(emptied).remove()
}

function followedByHeading({ dom }: TransformContext, element: Element): boolean {
  return /^h[1-6]$/.test(dom.$(element).next().prop('tagName')?.toLowerCase() ?? '')
}

const notesWords = new Set(
  [
    'notes|footnotes|endnotes|references|sources|bibliography|notes and references|citations',
    'noter|fotnoter|slutnoter|referenser|källor|källor och noter|noter och källor',
    'fodnoter|slutnoter|referencer|kilder|fotnotar|referanser|kjelder|alaviitteet|viitteet|lähteet',
    'fußnoten|fussnoten|endnoten|anmerkungen|einzelnachweise|quellen|voetnoten|eindnoten|noten|bronnen',
    'notes de bas de page|références|sources et notes|notas|notas al pie|notas de rodapé|referencias|referências',
    'fuentes|note|note a piè di pagina|riferimenti|fonti|przypisy|poznámky|jegyzetek|lábjegyzetek|dipnotlar',
    'сноски|примечания|виноски|примітки|υποσημειώσεις|الهوامش|הערות|הערות שוליים|脚注|注釈|注释|註釋|각주',
  ]
    .join('|')
    .split('|'),
)

/** A heading, or a bold paragraph in its place, that says that notes follow. */
export function isNotesHeading(node: Element): boolean {
  const isBold = node.name === 'p' && node.children.filter((child) => textOf(child).trim() !== '').every(isStrong)
  if (!isBold && !/^(?:h[1-6]|strong|b|div)$/.test(node.name)) return false
  return notesWords.has(
    textOf(node)
      .replace(/[\s\u00A0]+/g, ' ')
      .replace(/:\s*$/, '')
      .trim()
      .toLowerCase(),
  )
}

function isStrong(node: ChildNode): boolean {
  return isTag(node) && (node.name === 'strong' || node.name === 'b')
}

/** Whether nothing in an element would show. */
export function isBlank(node: ChildNode): boolean {
  if (isTag(node) && ['img', 'hr', 'math', 'iframe', 'video', 'audio'].includes(node.name)) return false
  if (isText(node)) return node.data.trim() === ''
  return !('children' in node) || node.children.every(isBlank)
}

function isOnlyContent(element: Element): boolean {
  return (element.parent?.children ?? []).every((child) => child === element || isBlank(child))
}

function withWrappers(element: Element): Element {
  let whole = element
  while (whole.parent && isTag(whole.parent) && markerWrappers.has(whole.parent.name) && isBare(whole)) {
    whole = whole.parent
  }
  return whole
}

// Alone in its parent but for brackets.
function isBare(element: Element): boolean {
  return (element.parent?.children ?? []).every((child) => child === element || /^[\s[\]()]*$/.test(textOf(child)))
}

/** Gives the items of ordered lists the numbers that they show, before some of them go. */
export function numberItems(list: Element): void {
  if (list.name !== 'ol') return
  let number = Number.parseInt(list.attribs.start ?? '1', 10) || 1
  for (const item of list.children.filter(isTag).filter(({ name }) => name === 'li')) {
    number = Number.parseInt(item.attribs.value ?? '', 10) || number
    item.attribs.value = String(number)
    number += 1
  }
}
