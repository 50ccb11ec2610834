// Where the file of a picture may be, the best first.

import type { PictureCandidate } from '../../model.js'
import { type Element, isTag } from '../dom.js'
import type { Marks } from '../marks.js'
import { isImageFile, pictureAddress, stemOf, widthInAddress, withoutScaled, withoutSize } from './address.js'
import { originalOf } from './originals.js'
import { isDoubtful, isPlaceholder } from './pixels.js'
import { parseSrcset } from './srcset.js'

/**
 * What speaks for a candidate, the best first:
 * - `original`: the markup names it as the whole file
 * - `given`: the markup names it, of a size or not
 * - `source`: another format or crop, which the page chooses for some browsers
 * - `guess`: made up by a rule from another address, and perhaps not there
 * - `doubtful`: its name is that of a placeholder
 */
type Standing = 'original' | 'given' | 'source' | 'guess' | 'doubtful'

interface Found extends PictureCandidate {
  readonly standing: Standing
}

// Jetpack, core galleries, WooCommerce, tiled galleries; then the lazy loaders, whose `src` is the placeholder.
const originals = ['data-orig-file', 'data-full-url', 'data-large_image', 'data-url', 'data-link']
const given = ['data-lazy-src', 'data-src', 'data-original', 'data-large-file', 'src']
const srcsets = ['srcset', 'data-srcset', 'data-lazy-srcset']

/** The candidates of an `img`; none where it has no source that a picture can come from. */
export function candidatesOf(image: Element, marks: Marks, postUrl: string): PictureCandidate[] {
  const linked = marks.fullFiles.get(image)
  const fallback = marks.fallbacks.get(image)
  const found: Found[] = [
    ...(linked === undefined ? [] : [{ url: linked, reason: 'link to the file', standing: 'original' } as const]),
    ...named(image, postUrl),
    ...(fallback ? named(fallback, postUrl).map((one) => ({ ...one, reason: `noscript ${one.reason}` })) : []),
  ]
  const derived = found.flatMap(({ url }) => derivedFrom(url))
  return rank([...withDoubts(found), ...derived]).map(({ url, reason, width }) => ({
    url,
    reason,
    ...(width === undefined ? {} : { width }),
  }))
}

// A placeholder has no copies: what shares its name with a candidate beyond doubt is the picture.
function withDoubts(found: readonly Found[]): Found[] {
  const sure = new Set(found.filter(({ url }) => !isDoubtful(url)).map(({ url }) => stemOf(url)))
  return found.map((one) =>
    isDoubtful(one.url) && !sure.has(stemOf(one.url)) ? { ...one, standing: 'doubtful' } : one,
  )
}

/** Every address that the markup of one `img` names, in the order of the rules. */
function named(image: Element, postUrl: string): Found[] {
  const { attribs, parent } = image
  const sources = parent && isTag(parent) && parent.name === 'picture' ? parent.children.filter(isTag) : []
  const originalWidth = Number(/^(\d{1,6}),/.exec(attribs['data-orig-size'] ?? '')?.[1] ?? 0)
  const single = (name: string, standing: Standing): Found[] => {
    const url = pictureAddress(attribs[name], postUrl)
    if (url === undefined || (name === 'data-link' && !isImageFile(url))) return []
    if (isPlaceholder(url)) return []
    const width = name === 'data-orig-file' && originalWidth > 0 ? { width: originalWidth } : {}
    return [{ url, reason: name, standing, ...width }]
  }
  const several = (element: Element, standing: Standing): Found[] =>
    srcsets.flatMap((name) => {
      const reason = element === image ? name : `source ${name}`
      return fromSrcset(element.attribs[name] ?? '', reason, standing, postUrl)
    })
  return [
    ...originals.flatMap((name) => single(name, 'original')),
    ...given.flatMap((name) => single(name, 'given')),
    ...several(image, 'given'),
    ...sources.filter(({ name }) => name === 'source').flatMap((source) => several(source, 'source')),
  ]
}

function fromSrcset(text: string, reason: string, standing: Standing, postUrl: string): Found[] {
  return parseSrcset(text)
    .toSorted((a, b) => (b.density ?? 1) - (a.density ?? 1))
    .flatMap(({ address, width }): Found[] => {
      const url = pictureAddress(address, postUrl)
      if (url === undefined || isPlaceholder(url)) return []
      return [{ url, reason, standing, ...(width ? { width } : {}) }]
    })
}

/** What may be had beside an address: the original behind a service, and the file before WordPress cut it down. */
function derivedFrom(address: string): Found[] {
  if (!/^https?:/.test(address)) return []
  const original = originalOf(address)
  const whole = original?.url ?? address
  const unsized = withoutSize(whole)
  const unscaled = withoutScaled(unsized ?? whole)
  return [
    ...(original ? [{ ...original, standing: 'given' } as const] : []),
    ...(unsized ? [{ url: unsized, reason: 'name without its size, unconfirmed', standing: 'guess' } as const] : []),
    ...(unscaled ? [{ url: unscaled, reason: 'name without -scaled, unconfirmed', standing: 'guess' } as const] : []),
  ]
}

/** Each address once, by its best standing; what is named without a size is taken for whole, then the widest first. */
function rank(found: readonly Found[]): Found[] {
  const widths = new Map<string, number>()
  for (const { url, width = widthInAddress(url) ?? 0 } of found) widths.set(url, Math.max(width, widths.get(url) ?? 0))
  const once = new Map<string, Found>()
  for (const one of found.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))) {
    const width = widths.get(one.url) ?? 0
    if (!once.has(one.url)) once.set(one.url, width > 0 ? { ...one, width } : one)
  }
  return [...once.values()].toSorted(
    (a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || sortWidth(b) - sortWidth(a),
  )
}

const order: readonly Standing[] = ['original', 'given', 'source', 'guess', 'doubtful']

// Only addresses that the markup merely names compare by width: of originals and guesses the rules' order holds.
function sortWidth({ standing, width }: Found): number {
  if (standing !== 'given' && standing !== 'source') return 0
  return width ?? Number.MAX_SAFE_INTEGER
}
