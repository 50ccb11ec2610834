// Relative addresses of a saved page, made whole where the page itself says what they are relative to.

import type { PageDocument } from './dom.js'

const single = ['src', 'poster', 'data-src', 'data-lazy-src', 'data-orig-file', 'data-large-file', 'data-original']
const lists = ['srcset', 'data-srcset', 'data-lazy-srcset']

/**
 * What relative addresses are relative to, where that is not the address of the post: the page's `base`, or, where
 * nobody knows the address, one that leads nowhere (RFC 2606 §2): pictures beside the file are still found by it.
 */
export function baseOf(document: PageDocument, url: string, slug: string): string | undefined {
  const written = document.querySelector('base[href]')?.getAttribute('href') ?? ''
  if (written !== '' && URL.canParse(written, url || undefined)) {
    const base = new URL(written, url || undefined)
    return /^https?:$/.test(base.protocol) && base.href !== url ? base.href : undefined
  }
  return url === '' ? `https://${slug}.invalid/` : undefined
}

export function resolveAddresses(document: PageDocument, base: string): void {
  // Where nobody knows the address of the page, its links to other pages lead nowhere.
  const isKnown = !new URL(base).hostname.endsWith('.invalid')

  const whole = (address: string) => {
    const plain = address.trim()
    // Links within the page stay; schemes of their own need no base.
    return plain === '' || plain.startsWith('#') || !URL.canParse(plain, base) ? address : new URL(plain, base).href
  }
  for (const name of isKnown ? [...single, 'href'] : single) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, whole(element.getAttribute(name) ?? ''))
    }
  }
  for (const name of lists) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const written = element.getAttribute(name) ?? ''
      element.setAttribute(
        name,
        written.replace(/(^|,\s)(\s*)([^\s,]+)/g, (_, comma, space, url) => comma + space + whole(url)),
      )
    }
  }
}
