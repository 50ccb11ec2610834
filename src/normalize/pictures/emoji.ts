// Pictures of characters: WordPress draws emoji and smilies where it does not trust the browser's fonts.

import type { Element } from '../dom.js'

const emojiFile =
  /(?:s\.w\.org\/images\/core\/emoji|twemoji[^?#]*|\/images\/core\/emoji)\/[^?#]*\/((?:[0-9a-f]{2,6}-?){1,12})\.(?:png|svg)/i

/** The character that an `img` stands for; empty where it is a picture of its own. */
export function emojiOf({ attribs }: Element, alt: string): string {
  const [, code] = emojiFile.exec((attribs.src ?? '').slice(0, 300)) ?? []
  const isSmiley = (attribs.class ?? '').split(/\s+/).some((name) => name === 'wp-smiley' || name === 'emoji')
  if (!isSmiley && code === undefined) return ''
  if (alt !== '' || code === undefined) return alt
  const points = code.split('-').map((point) => Number.parseInt(point, 16))
  return points.every((point) => point >= 0x20 && point <= 0x10_ff_ff) ? String.fromCodePoint(...points) : ''
}
