import { type ChildNode, type Document, type Element, hasChildren, isTag, isText } from 'domhandler'
import { parse } from 'parse5'
import { adapter } from 'parse5-htmlparser2-tree-adapter'
import { addNames, placeOf, select, textOf } from '../dom.js'
import { stemOf } from '../pictures/address.js'
import { candidatesOf } from '../pictures/candidates.js'
import { isDoubtful, isPixel, isTracker } from '../pictures/pixels.js'
import { setChildren, turnInto } from './edit.js'
import type { Transform, TransformContext } from './transform.js'

// What a lazy loader puts there is one picture; a gallery's is a few dozen.
const longest = 50_000
const pixel = 'picture of one pixel, or one that counts readers'

/**
 * A lazy loader keeps the true picture in a `noscript`, which a parser reads as text. Where the lazy picture stands
 * beside it, it tells where else the file may be; where none does, it is the picture. Counters keep pixels there too.
 */
export const noscriptPictures: Transform = {
  name: 'noscript-pictures',
  apply: (context) => {
    const { dom, marks, report } = context
    for (const noscript of select(dom, 'noscript')) {
      const all = imagesIn(textOf(noscript))
      const images = all.filter((image) => !counts(image, context))
      for (const _ of all.slice(images.length)) report('removed', { what: pixel }, placeOf(dom, noscript))
      const [only, ...others] = images
      if (!only) continue
      const lazy = others.length === 0 ? lazyOf(only, noscript, context) : undefined
      if (lazy) {
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

function counts(image: Element, { marks, post }: TransformContext): boolean {
  return isPixel(image) || candidatesOf(image, marks, post.url).some(({ url }) => isTracker(url))
}

/** The picture right before or right after a `noscript` that shows the same as `image`, which was in there. */
function lazyOf(image: Element, noscript: Element, { marks, post }: TransformContext): Element | undefined {
  const stemsOf = (one: Element) => {
    const candidates = candidatesOf(one, marks, post.url).map(({ url }) => url)
    return new Set(candidates.filter((url) => !isDoubtful(url)).map(stemOf))
  }
  const stems = stemsOf(image)
  return [pictureIn(next(noscript, 'prev')), pictureIn(next(noscript, 'next'))].find((beside) => {
    if (!beside || isPixel(beside)) return false
    const own = stemsOf(beside)
    return own.size === 0 || [...own].some((stem) => stem !== '' && stems.has(stem))
  })
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
