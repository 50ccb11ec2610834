import { type ChildNode, type Element, isTag, isText, placeOf } from '../dom.js'
import { isBlock } from '../schema.js'
import { elementsIn, make, setChildren } from './edit.js'
import type { Transform } from './transform.js'

/** Two line breaks in a row were a new paragraph to the author of a classic post. */
export const paragraphs: Transform = {
  name: 'paragraphs',
  apply: ({ dom, report }) => {
    for (const element of elementsIn(dom.body)) {
      if (element.name !== 'p' || element.children.some((child) => isTag(child) && isBlock(child.name))) continue
      const parts = partsOf(element)
      if (parts.length < 2) continue
      report('repaired', { what: 'double line break', how: 'a new paragraph begins' }, placeOf(dom, element))
      const { id: _, ...attributes } = element.attribs
      element.name = 'div'
      setChildren(
        element,
        parts.map((part) => make('p', part, { ...attributes })),
      )
    }
  },
}

/** The runs between two or more breaks with nothing between them; those that show nothing are left out. */
function partsOf({ children }: Element): ChildNode[][] {
  const parts: ChildNode[][] = [[]]
  let breaks = 0
  for (const child of children) {
    if (isTag(child) && child.name === 'br') {
      breaks += 1
      if (breaks === 2) parts.push([])
    } else if (!isBlank(child)) {
      breaks = 0
    }
    parts.at(-1)?.push(child)
  }
  return parts.filter((part) => part.some((child) => !isBlank(child) && !(isTag(child) && child.name === 'br')))
}

function isBlank(node: ChildNode): boolean {
  return node.type === 'comment' || (isText(node) && /^[\s\u00A0\u200B\uFEFF]*$/.test(node.data))
}
