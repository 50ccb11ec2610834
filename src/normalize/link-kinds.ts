// What the links of a post are, for those who look a post over before they make a book of it.

import type { LinkFinding } from '../model.js'
import { isElement, visibleText, type XNode } from './xhtml.js'

// Paths of shop plugins (WooCommerce, Easy Digital Downloads), in the languages in which they are set up most often.
const shopPath =
  /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:add-to-cart|boutique|butik|butikk|cart|checkout|downloads|kassa|kauppa|loja|negozio|product|product-category|produit|produkt|produkter|shop|sklep|store|tienda|varukorg|warenkorb|winkel)(?:\/|$)/i
const shopHosts = /^(?:shop|store|butik|buy)\./i
// Shops that everybody knows; what else these firms run has other first names.
const knownShops =
  /^(?:www\.|smile\.|m\.)?(?:aliexpress|amazon|bookshop|ebay|etsy|gumroad|zalando)\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/i
// Parameters of affiliate programmes, wherever the link leads.
const affiliateParameters = ['add-to-cart', 'aff', 'aff_id', 'affid', 'affiliate', 'ref', 'tag']
const affiliateHosts =
  /(?:^|\.)(?:adtr\.co|adtraction\.com|amzn\.to|anrdoezrs\.net|awin1\.com|clickbank\.net|digistore24\.com|dpbolvw\.net|go2cloud\.org|jdoqocy\.com|kqzyfj\.com|shareasale\.com|tkqlhce\.com|tradedoubler\.com)$/i

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

function isShop({ hostname, pathname, searchParams }: URL): boolean {
  if (shopPath.test(pathname) || [shopHosts, knownShops, affiliateHosts].some((hosts) => hosts.test(hostname)))
    return true
  return affiliateParameters.some((name) => searchParams.has(name))
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : undefined
}
