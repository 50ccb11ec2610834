// Changes to the source's DOM that several transforms make. An element is changed in place where that can be done,
// because marks that were set before name elements; and many are taken out at once, because taking them out one at a
// time costs a search among the siblings for each.

import { Element, hasChildren, Text } from 'domhandler'
import { type ChildNode, isTag } from '../dom.js'

export function classesOf({ attribs }: Element): string[] {
  return attribs.class ? attribs.class.split(/[ \t\n\r\f]+/) : []
}

export function hasClass(element: Element, name: string): boolean {
  return classesOf(element).includes(name)
}

export function childElements(element: Element): Element[] {
  return element.children.filter(isTag)
}

/** The elements below one, in the order of the text. `enter` says whether to look inside one of them. */
export function elementsIn(root: Element, enter: (element: Element) => boolean = () => true): Element[] {
  const found: Element[] = []
  const stack: Element[] = []
  // One at a time: an element may have more children than a call may have arguments.
  const push = ({ children }: Element) => {
    for (let i = children.length - 1; i >= 0; i -= 1) {
      const child = children[i] as ChildNode
      if (isTag(child)) stack.push(child)
    }
  }
  push(root)
  for (let next = stack.pop(); next; next = stack.pop()) {
    found.push(next)
    if (enter(next)) push(next)
  }
  return found
}

export function make(name: string, children: readonly ChildNode[], attributes: Record<string, string> = {}): Element {
  const made = new Element(name, attributes)
  setChildren(made, children)
  return made
}

export function textNode(text: string): Text {
  return new Text(text)
}

export function setChildren(element: Element, children: readonly ChildNode[]): void {
  element.children = [...children]
  element.children.forEach((child, index) => {
    child.parent = element
    child.prev = element.children[index - 1] ?? null
    child.next = element.children[index + 1] ?? null
  })
}

/** Gives an element another name; only its id, language and direction stay. */
export function turnInto(element: Element, name: string): void {
  const { id, lang, dir } = element.attribs
  element.name = name
  element.attribs = { ...(id ? { id } : {}), ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) }
}

/** Takes nodes out of the DOM, each parent's children gone through once. */
export function removeAll(nodes: Iterable<ChildNode>): void {
  const gone = new Set(nodes)
  const parents = new Set([...gone].map(({ parent }) => parent))
  for (const parent of parents) {
    if (parent && hasChildren(parent)) {
      setChildren(
        parent as Element,
        parent.children.filter((child) => !gone.has(child)),
      )
    }
  }
}

/** The elements that hold one of those given, at any depth: one walk up from each, ended where another has passed. */
export function holdersOf(elements: Iterable<Element>): ReadonlySet<Element> {
  const holders = new Set<Element>()
  for (const element of elements) {
    for (let up = element.parent; up && isTag(up) && !holders.has(up); up = up.parent) holders.add(up)
  }
  return holders
}
