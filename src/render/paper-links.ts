// Links for readers on paper: a superior number after the words and a list of addresses, or the address in brackets.
//
// A book that has notes has numbers that lead to them. There the numbers of links stand in square brackets, and nowhere
// else: brackets make a line uneven, letters run out at 26 and look like a part of the word, and signs such as arrows
// are not in every face.

import type { Xhtml } from '../model.js'
import type { LinkForm, ShopLinkForm } from '../paper-options.js'
import { breakable, type PrintedAddress, printedAddress, saysAddress } from './addresses.js'
import { plainText } from './print-headings.js'

export interface LinkSettings {
  readonly links: LinkForm
  readonly shopLinks: ShopLinkForm
  /** Whether the book has notes, whose numbers must not be taken for those of links. */
  readonly hasNotes: boolean
}

/** An address of the list; its number is its place, from 1. */
export interface ListedLink {
  readonly href: string
  readonly shown: Xhtml
}

/** What was done to the links of shops. */
export interface ShopLinkCount {
  shortened: number
  dropped: number
}

/** The links of one chapter: its pieces are shown one after another, in their order. */
export interface ChapterLinks {
  readonly show: (xhtml: Xhtml) => Xhtml
  readonly listed: () => readonly ListedLink[]
}

// Links do not nest, and no `>` stands inside an attribute of an Xhtml.
const link = /<a\s([^>]*)>([\s\S]*?)<\/a>/g

export function chapterLinks(settings: LinkSettings, count: ShopLinkCount): ChapterLinks {
  const numbers = new Map<string, number>()
  const listed: ListedLink[] = []
  const numberOf = ({ href, shown }: PrintedAddress) => {
    const number = numbers.get(href) ?? listed.push({ href, shown: breakable(shown) })
    numbers.set(href, number)
    return number
  }
  const addition = (address: PrintedAddress) => {
    if (settings.links === 'inline') return ` <span class="link-address">(${breakable(address.shown)})</span>`
    const number = numberOf(address)
    return `<sup class="link-number">${settings.hasNotes ? `[${number}]` : number}</sup>`
  }
  const isPrinted = settings.links === 'notes' || settings.links === 'inline'
  const showLink = (whole: string, attributes: string, content: string, rest: string) => {
    const target = hrefOf(attributes)
    const address = target === undefined ? undefined : printedAddress(target, settings.shopLinks === 'short')
    if (!address) return whole
    if (address.isShop && settings.shopLinks === 'drop') {
      count.dropped += 1
      return unlinked(attributes, content)
    }
    const says = saysAddress(plainText(content), address)
    if (!isPrinted || says || goesOn(rest, target)) return whole
    if (address.isShortened) count.shortened += 1
    return `${whole}${addition(address)}`
  }
  const show = (xhtml: Xhtml) =>
    xhtml.replace(link, (whole, attributes: string, content: string, at: number) =>
      showLink(whole, attributes, content, xhtml.slice(at + whole.length, at + whole.length + nearby)),
    ) as Xhtml
  return { show, listed: () => listed }
}

/** Characters in which the beginning of a link that follows is looked for: addresses may be long. */
const nearby = 2500

/** Whether the next link is the same once more: editors part a link where its words are set differently. */
function goesOn(rest: string, target: string | undefined): boolean {
  const attributes = /^<a\s([^>]*)>/.exec(rest)?.[1]
  return attributes !== undefined && hrefOf(attributes) === target
}

function hrefOf(attributes: string): string | undefined {
  const href = /(?:^|\s)href="([^"]*)"/.exec(attributes)?.[1]
  return href === undefined || href.startsWith('#') ? undefined : plainText(href)
}

/** The words without the link; what leads to them still does. */
function unlinked(attributes: string, content: string): string {
  const id = /(?:^|\s)(id="[^"]*")/.exec(attributes)?.[1]
  return id === undefined ? content : `<span ${id}>${content}</span>`
}
