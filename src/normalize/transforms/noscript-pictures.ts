import { type ChildNode, type Document, type Element, hasChildren, isTag, isText } from 'domhandler'
import { parse } from 'parse5'
import { adapter } from 'parse5-htmlparser2-tree-adapter'
import { addNames, placeOf, select, textOf } from '../dom.js'
import { setChildren, turnInto } from './edit.js'
import type { Transform } from './transform.js'

// What a lazy loader puts there is one picture; a gallery's is a few dozen.
const longest = 50_000

/**
 * A lazy loader keeps the true picture in a `noscript`, which a parser reads as text. Where the lazy picture stands
 * beside it, it tells where else the file may be; where none does, it is the picture.
 */
export const noscriptPictures: Transform = {
  name: 'noscript-pictures',
  apply: ({ dom, marks, report }) => {
    for (const noscript of select(dom, 'noscript')) {
      const images = imagesIn(textOf(noscript))
      const lazy = besides(noscript)
      const [only, ...others] = images
      if (!only) continue
      if (lazy && others.length === 0) {
        if (!marks.fallbacks.has(lazy)) marks.fallbacks.set(lazy, only)
        continue
      }
      report('replaced', { what: 'picture for browsers without scripts', by: 'the picture' }, placeOf(dom, noscript))
      turnInto(noscript, 'span')
      setChildren(noscript, images)
      for (const image of images) addNames(image, dom.names)
    }
  },
}

function imagesIn(text: string): Element[] {
  if (text.length > longest || !/<img\b/i.test(text)) return []
  const document = parse(text, { treeAdapter: adapter, scriptingEnabled: false }) as Document
  const images: Element[] = []
  const stack: ChildNode[] = [...document.children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isTag(node) && node.name === 'img') images.push(node)
    if (hasChildren(node)) stack.push(...node.children.toReversed())
  }
  return images
}

/** The picture right before or right after an element. */
function besides(element: Element): Element | undefined {
  return pictureIn(next(element, 'prev')) ?? pictureIn(next(element, 'next'))
}

function next(element: Element, side: 'prev' | 'next'): ChildNode | null {
  let found = element[side]
  while (found && isText(found) && found.data.trim() === '') found = found[side]
  return found
}

// Loaders wrap the picture at most once.
function pictureIn(node: ChildNode | null): Element | undefined {
  if (!node || !isTag(node)) return undefined
  if (node.name === 'img') return node
  const images = node.children.filter(isTag).filter(({ name }) => name === 'img')
  return images.length === 1 ? images[0] : undefined
}
