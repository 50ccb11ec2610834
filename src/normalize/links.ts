// Where links lead: into the post, out of it, or nowhere.

import { strictUri } from '../strict-uri.js'
import type { SourceDom } from './dom.js'

export type Target =
  | { readonly kind: 'inside'; readonly fragment: string }
  | { readonly kind: 'outside'; readonly href: string }
  /** `scheme` is told where it is what leads nowhere. */
  | { readonly kind: 'none'; readonly scheme?: string }

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])
// It is shown: a post's may be of any length.
const longestScheme = 20

/** Judges an `href`. Only web, mail and telephone addresses leave the book; anything else is no link. */
export function targetOf(href: string, postUrl: string): Target {
  const trimmed = href.trim()
  if (trimmed === '') return { kind: 'none' }
  if (trimmed.startsWith('#')) return inside(trimmed)
  const url = parseUrl(trimmed, postUrl)
  if (!url) return { kind: 'none' }
  if (!schemes.has(url.protocol)) return { kind: 'none', scheme: url.protocol.slice(0, longestScheme) }
  if (url.hash.length > 1 && pageOf(url) === pageOf(parseUrl(postUrl))) return inside(url.hash)
  const address = strictUri(url.protocol === 'tel:' ? withoutSpaces(url) : url)
  return address === undefined || address === url.protocol ? { kind: 'none' } : { kind: 'outside', href: address }
}

// The spaces of a telephone number only part it for the eye (RFC 3966 §5.1.1).
function withoutSpaces({ href }: URL): URL {
  return new URL(href.replaceAll(/\s|%20/g, ''))
}

/** The ids that links of the post point to. */
export function wantedIds(dom: SourceDom, postUrl: string): ReadonlySet<string> {
  const wanted = new Set<string>()
  dom.$('a[href*="#"]').each((_, anchor) => {
    const target = targetOf(anchor.attribs.href ?? '', postUrl)
    if (target.kind === 'inside') for (const id of idsOf(target.fragment)) wanted.add(id)
  })
  return wanted
}

/** The ids that a fragment may mean, the first choice first (HTML §7.4.6.4): as it stands, and decoded. */
export function idsOf(fragment: string): readonly string[] {
  const decoded = decode(fragment)
  return decoded === fragment ? [fragment] : [fragment, decoded]
}

function inside(hash: string): Target {
  return hash === '#' ? { kind: 'none' } : { kind: 'inside', fragment: hash.slice(1) }
}

function parseUrl(text: string, base?: string): URL | undefined {
  return URL.canParse(text, base || undefined) ? new URL(text, base || undefined) : undefined
}

function pageOf(url: URL | undefined): string | undefined {
  return url && `${url.host}${url.pathname.replace(/\/$/, '')}${url.search}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
