import { type ChildNode, type Element, isTag, isText, placeOf } from '../dom.js'
import { isImageFile, pictureAddress, stemOf } from '../pictures/address.js'
import { candidatesOf } from '../pictures/candidates.js'
import { turnInto } from './edit.js'
import type { Transform, TransformContext } from './transform.js'

/**
 * A picture that links to its own full file: the file is the best source for it, and the link says nothing more in a
 * book. A link that holds words beside the picture stays.
 */
export const linkedPictures: Transform = {
  name: 'linked-pictures',
  apply: (context) => {
    const { dom, marks, post, report } = context
    for (const link of dom.$('a[href]').toArray()) {
      const file = pictureAddress(link.attribs.href, post.url)
      if (file === undefined || !isImageFile(file)) continue
      const { images, hasWords } = contentOf(link)
      const [image, ...others] = images
      if (!image || others.length > 0 || !isSamePicture(image, file, context)) continue
      marks.fullFiles.set(image, file)
      if (hasWords) continue
      report('unwrapped', { what: 'link from a picture to its own file' }, placeOf(dom, link))
      // A span says nothing, and keeps the place that other links may lead to.
      link.attribs.id ??= link.attribs.name ?? ''
      turnInto(link, 'span')
    }
  },
}

function isSamePicture(image: Element, file: string, { marks, post }: TransformContext): boolean {
  const stem = stemOf(file)
  return candidatesOf(image, marks, post.url).some(({ url }) => stemOf(url) === stem)
}

/** The pictures in a link, and whether it shows words; the walk ends at the second picture. */
function contentOf(link: Element): { readonly images: readonly Element[]; readonly hasWords: boolean } {
  const images: Element[] = []
  let hasWords = false
  const stack: ChildNode[] = [...link.children]
  for (let node = stack.pop(); node && images.length < 2; node = stack.pop()) {
    if (isText(node)) hasWords ||= node.data.trim() !== ''
    else if (isTag(node) && node.name === 'img') images.push(node)
    else if (isTag(node) && node.name !== 'noscript') stack.push(...node.children)
  }
  return { images, hasWords }
}
