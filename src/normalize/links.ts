// Where links lead: into the post, out of it, or nowhere.

import type { SourceDom } from './dom.js'
import { strictUri } from './strict-uri.js'

export type Target =
  | { readonly kind: 'inside'; readonly id: string }
  | { readonly kind: 'outside'; readonly href: string }
  | { readonly kind: 'none' }

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Judges an `href`. Only web, mail and telephone addresses leave the book; anything else is no link. */
export function targetOf(href: string, postUrl: string): Target {
  const trimmed = href.trim()
  if (trimmed === '') return { kind: 'none' }
  if (trimmed.startsWith('#')) return inside(trimmed)
  const url = parseUrl(trimmed, postUrl)
  if (!url || !schemes.has(url.protocol)) return { kind: 'none' }
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
    if (target.kind === 'inside') wanted.add(target.id)
  })
  return wanted
}

function inside(hash: string): Target {
  const id = decode(hash.slice(1))
  return id === '' ? { kind: 'none' } : { kind: 'inside', id }
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
