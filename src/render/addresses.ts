// Addresses as words on paper.

import type { Xhtml } from '../model.js'
import { isShop } from '../shop-links.js'
import { webAddress } from './links.js'

/** An address that a reader of paper types: no scheme, no slash at its end. */
export interface PrintedAddress {
  readonly href: string
  readonly shown: string
  /** Whether only the site is named. */
  readonly isShortened: boolean
  readonly isShop: boolean
}

/** What is printed of the target of a link; nothing for one that does not leave the book. */
export function printedAddress(href: string, shortensShops: boolean): PrintedAddress | undefined {
  if (!URL.canParse(href)) return undefined
  const url = new URL(href)
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') {
    return { href, shown: contact(url.pathname), isShortened: false, isShop: false }
  }
  const isOfShop = isShop(url)
  const site = `${url.origin}/`
  const isShortened = isOfShop && shortensShops && webAddress(href)?.shown !== webAddress(site)?.shown
  const address = webAddress(isShortened ? site : href)
  return address && { ...address, isShortened, isShop: isOfShop }
}

function contact(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Whether the words of a link say its address already; a telephone number may be grouped as it likes. */
export function saysAddress(words: string, { href, shown }: PrintedAddress): boolean {
  const bare = (text: string) =>
    text.replace(/^\s*(?:https?:\/\/|mailto:|tel:)?(?:www\.)?|[\u00ad\u200b\u2060]|\/?\s*$/gi, '').toLowerCase()
  if (bare(words) === bare(shown)) return true
  return href.startsWith('tel:') && figures(words) !== '' && figures(words) === figures(shown)
}

function figures(text: string): string {
  return text.replace(/[^\d+]/g, '')
}

// After The Chicago Manual of Style, 7.46: before points and strokes, on both sides of = and &. A browser also breaks behind
// some of them, and anywhere in what is longer than a line.
const breaks = /(?<=[^\s/.?#=&~,_%-])(?=[/.?#~,_%-])|(?=[=&])|(?<=[=&])/g
/** A name of a host stays whole unless it is longer. */
const longestHost = 32

/** The address as markup that breaks where an address may, without a hyphen that would seem to be part of it. */
export function breakable(shown: string): Xhtml {
  const end = /[/?#]|$/.exec(shown)?.index ?? shown.length
  const host = end > longestHost ? 0 : end
  return [shown.slice(0, host), ...shown.slice(host).split(breaks)]
    .filter((piece) => piece !== '')
    .map((piece) => piece.replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`))
    .join('<wbr/>') as Xhtml
}
