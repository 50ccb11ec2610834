// What a reader sees at the place of each picture.

import type { Asset, Book, Picture, Xhtml } from '../model.js'
import { webAddress } from './links.js'
import { changeBook } from './markup.js'
import { fillTemplate } from './templates.js'
import type { Wording } from './words.js'

// A paragraph that holds the picture alone is told apart. `<` and `>` are escaped in the attributes of an Xhtml, and
// `src` comes first: see `Picture`.
const place = /(<p(?:\s[^<>]*)?>(?:<a\s[^<>]*>)?)?<img src="picture:([^"]*)"([^<>]*)\/>(?=((?:<\/a>)?<\/p>)?)/g

/** The book that the pictures are shown in; `root` leads from its text to its files. */
export type Shown = { readonly kind: 'epub' | 'print'; readonly root: string }

interface Here {
  /** The id that links lead to. */
  readonly id: string | undefined
  /** Whether it is all that its paragraph holds. */
  readonly alone: boolean
}

/** The book with something to show at the place of each picture. */
export function showPictures(book: Book, wording: Wording, shown: Shown): Book {
  const pictures = new Map(book.pictures.map((picture) => [picture.id, picture]))
  const assets = new Map(book.assets.map((asset) => [asset.id, asset]))
  const change = (xhtml: Xhtml) =>
    xhtml.replace(place, (_, before = '', key: string, attributes: string, after = '') => {
      const here = { id: /\sid="([^"]*)"/.exec(attributes)?.[1], alone: before !== '' && after !== '' }
      const picture = pictures.get(key)
      const asset = assets.get(picture?.asset ?? '')
      return `${before}${picture && asset ? present(picture, asset, here, wording, shown) : missing(picture, here, wording)}`
    }) as Xhtml
  return changeBook(book, change)
}

/** An icon is known by the size that the post gives it; larger sizes are those of the site's columns, not of a book's. */
const largestIcon = 100

function present(picture: Picture, asset: Asset, here: Here, { words }: Wording, { kind, root }: Shown): string {
  const raster = (kind === 'print' ? asset.print : undefined) ?? asset
  const { width: declared = Number.POSITIVE_INFINITY } = picture
  const isIcon = declared <= largestIcon && declared < raster.width
  const width = isIcon ? declared : raster.width
  return fillTemplate('shared/picture', {
    id: here.id,
    classes:
      [...(here.alone ? ['alone'] : []), ...(asset.ink && kind === 'epub' ? ['ink'] : [])].join(' ') || undefined,
    src: `${root}${asset.path}`,
    // A link must have words, whatever it shows.
    alt: picture.alt === '' && picture.inLink ? words.picture : picture.alt,
    width,
    height: Math.max(1, Math.round((raster.height * width) / raster.width)),
    // Print shows no fewer than 150 pixels to the inch, and icons as large as a screen does.
    placedWidth: kind === 'print' ? `${((width * 25.4) / (isIcon ? 96 : 150)).toFixed(1)}mm` : undefined,
  })
}

/** Its alternative text, and where it can be seen. */
function missing(picture: Picture | undefined, here: Here, wording: Wording): string {
  const { alt = '', inLink = false, candidates: [best] = [] } = picture ?? {}
  return fillTemplate('shared/missing-picture', { ...wording, ...here, alt, inLink, address: webAddress(best?.url) })
}
