import { type Element, isTag } from '../dom.js'
import type { Marks } from '../marks.js'
import { kindOf } from '../schema.js'
import { childElements, classesOf, elementsIn } from './edit.js'
import type { Transform } from './transform.js'

const ownClassOf: ReadonlyMap<string, string> = new Map([
  ['aligncenter', 'align-center'],
  ['has-text-align-center', 'align-center'],
  ['align-center', 'align-center'],
  ['has-text-align-right', 'align-right'],
  ['align-right', 'align-right'],
])
const alignable = new Set(['p', 'figure', 'blockquote', 'pre', 'td', 'th', 'figcaption'])

/** What an author set centred or to the right stays so, and verse is known as verse. */
export const ownClasses: Transform = {
  name: 'own-classes',
  apply: ({ dom, marks }) => {
    for (const element of elementsIn(dom.body)) {
      if (element.name === 'pre' && classesOf(element).some((name) => name === 'wp-block-verse' || name === 'verse')) {
        marks.classes.set(element, 'verse')
      }
      align(element, marks)
    }
  },
}

function align(element: Element, marks: Marks): void {
  const own = alignmentOf(element)
  if (own === undefined) return
  // A wrapper goes: what it holds keeps the alignment.
  const aligned = kindOf(element.name) === 'wrapper' ? childElements(element) : [element]
  for (const one of aligned) {
    if (isTag(one) && alignable.has(one.name) && !marks.classes.has(one)) marks.classes.set(one, own)
  }
}

function alignmentOf({ name, attribs }: Element): string | undefined {
  const named = (attribs.class ?? '').split(/\s+/).map((word) => ownClassOf.get(word))
  const byClass = named.find((own) => own !== undefined)
  if (byClass !== undefined || name === 'figure') return byClass
  const said = attribs.align ?? /text-align:\s?(center|right)\b/i.exec(attribs.style ?? '')?.[1] ?? ''
  if (name === 'center') return 'align-center'
  const value = said.toLowerCase()
  return value === 'center' || value === 'right' ? `align-${value}` : undefined
}
