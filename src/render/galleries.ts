// Galleries in print: rows of pictures of one height, each as wide as its shape asks for. A style sheet cannot see the
// shape of a picture from the figure around it.

import type { Xhtml } from '../model.js'

// `width` stands before `height`: see templates/shared/picture.hbs. A picture may stand in a paragraph, or be a link.
const pictured = /<figure((?:\s[^<>]*)?>(?:<(?:p|a)(?:\s[^<>]*)?>)*<img\s[^<>]*?\swidth="(\d+)" height="(\d+)")/g

/** Writes the shape of each picture of a gallery on its figure. */
export function shapeGalleries(xhtml: Xhtml): Xhtml {
  if (!/<figure[^<>]*\sclass="gallery\b/.test(xhtml)) return xhtml
  return xhtml.replace(pictured, (_, rest: string, width: string, height: string) => {
    return `<figure style="--ratio: ${(Number(width) / Number(height)).toFixed(3)}"${rest}`
  }) as Xhtml
}
