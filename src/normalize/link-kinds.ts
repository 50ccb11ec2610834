// What the links of a post are, for those who look a post over before they make a book of it.

import type { LinkFinding } from '../model.js'
import { isShop } from '../shop-links.js'
import { isElement, visibleText, type XNode } from './xhtml.js'

/** The links of the clean tree, in its order. */
export function findLinks(nodes: readonly XNode[], postUrl: string): LinkFinding[] {
  const site = hostOf(postUrl)
  const found: LinkFinding[] = []
  const walk = (inside: readonly XNode[]) => {
    for (const node of inside.filter(isElement)) {
      const { href, role } = node.attributes
      // A reference to a note is one of the notes.
      if (node.name === 'a' && href && role !== 'doc-noteref')
        found.push({ href, text: visibleText(node.children), kind: kindOf(href, site) })
      walk(node.children)
    }
  }
  walk(nodes)
  return found
}

function kindOf(href: string, site: string | undefined): LinkFinding['kind'] {
  if (href.startsWith('#')) return 'in-post'
  if (!URL.canParse(href)) return 'outside'
  const url = new URL(href)
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return 'contact'
  if (isShop(url)) return 'shop'
  return site !== undefined && hostOf(href) === site ? 'site' : 'outside'
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : undefined
}
