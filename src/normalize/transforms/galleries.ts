import { type Element, isTag, placeOf, shownText } from '../dom.js'
import type { Marks } from '../marks.js'
import { classesOf, elementsIn, make, setChildren, turnInto } from './edit.js'
import { showNoLess } from './shown.js'
import type { Transform } from './transform.js'

const containers = words(
  'wp-block-gallery wp-block-jetpack-tiled-gallery wp-block-jetpack-slideshow tiled-gallery gallery et_pb_gallery wpb_gallery',
)
const items = words(
  'blocks-gallery-item gallery-item tiled-gallery__item tiled-gallery-item et_pb_gallery_item swiper-slide wp-block-image',
)
const captions = words(
  'gallery-caption wp-caption-text et_pb_gallery_caption tiled-gallery-caption wp-block-jetpack-slideshow_caption',
)

/** Galleries of all generations: a figure with a figure for each picture, in their order. */
export const galleries: Transform = {
  name: 'galleries',
  apply: ({ dom, marks, report }) => {
    const visit = (element: Element): boolean => {
      if (!has(element, containers)) return true
      const content = contentOf(element)
      if (!content) return true
      if (element.name !== 'figure' || element.attribs.class !== 'gallery') {
        report('repaired', { what: 'gallery', how: 'a figure for each picture' }, placeOf(dom, element))
      }
      rebuild(element, content, marks)
      return false
    }
    elementsIn(dom.body, visit)
  },
}

interface GalleryItem {
  readonly pictures: Element[]
  readonly captions: Element[]
}

function rebuild(gallery: Element, all: readonly GalleryItem[], marks: Marks): void {
  const figures = all
    .filter(({ pictures }) => pictures.length > 0)
    .map((item) => make('figure', [...item.pictures, ...captionOf(item)]))
  const own = all.filter(({ pictures }) => pictures.length === 0).flatMap(captionOf)
  turnInto(gallery, 'figure')
  marks.classes.set(gallery, 'gallery')
  setChildren(gallery, [...figures, ...own])
}

function captionOf({ captions: found }: GalleryItem): Element[] {
  const children = found.flatMap((caption) => caption.children)
  return children.length === 0 ? [] : [make('figcaption', children)]
}

/**
 * The pictures and captions, item by item; those outside an item are one of their own. Nothing where the container
 * holds no picture, or holds text that is no caption, a film or a table: rebuilding it would lose that.
 */
function contentOf(gallery: Element): GalleryItem[] | undefined {
  const found: GalleryItem[] = []
  const itemOf = new Map<Element, GalleryItem>()
  const keep = (element: Element, kind: keyof GalleryItem): false => {
    const around = itemAround(element, gallery)
    const known = around && itemOf.get(around)
    const item = known ?? { pictures: [], captions: [] }
    if (!known) found.push(item)
    if (around) itemOf.set(around, item)
    item[kind].push(element)
    return false
  }
  elementsIn(gallery, (element) => {
    if (isCaption(element)) return keep(element, 'captions')
    return isPicture(element) ? keep(element, 'pictures') : true
  })
  const kept = found.flatMap((item) => [...item.pictures, ...item.captions])
  return showNoLess(kept, gallery) && found.some(({ pictures }) => pictures.length > 0) ? found : undefined
}

function itemAround(element: Element, gallery: Element): Element | undefined {
  for (let up = element.parent; up && isTag(up) && up !== gallery; up = up.parent) {
    if (up.name === 'figure' || up.name === 'li' || has(up, items)) return up
  }
  return undefined
}

function isCaption(element: Element): boolean {
  return element.name === 'figcaption' || has(element, captions)
}

/** A picture, with the link to its file where there is one. */
function isPicture(element: Element): boolean {
  if (element.name === 'img' || element.name === 'picture') return true
  return element.name === 'a' && elementsIn(element).some(({ name }) => name === 'img') && shownText(element) === ''
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

function has(element: Element, names: ReadonlySet<string>): boolean {
  return classesOf(element).some((name) => names.has(name))
}
