// Which blocks of Ad Inserter hold an advertisement: it puts anything into a post, and others use its class for code.

import type { Element } from '../dom.js'
import { classesOf, hasClass, holdersOf } from './edit.js'

const networks =
  /adsbygoogle|googlesyndication|doubleclick|googletag|amazon-adsystem|media\.net|ezoic|mediavine|adthrive|raptive|taboola|outbrain|criteo|adsterra|propellerads|revcontent|mgid|infolinks/i

/** The blocks to take out. `words` counts the visible words of each element. */
export function adBlocksIn(all: readonly Element[], words: ReadonlyMap<Element, number>): ReadonlySet<Element> {
  const blocks = all.filter((element) => hasClass(element, 'code-block'))
  if (blocks.length === 0) return new Set()
  const holdAds = holdersOf(all.filter(isAd))
  const holdScripts = holdersOf(all.filter(({ name }) => name === 'script'))
  const holdCode = holdersOf(all.filter(({ name }) => name === 'pre'))
  // A script that says nothing of itself is one where the block holds no more than the word “Advertisement”.
  const isSilent = (block: Element) =>
    holdScripts.has(block) &&
    classesOf(block).some((name) => /^code-block-\d+$/.test(name)) &&
    (words.get(block) ?? 0) <= 2
  return new Set(blocks.filter((block) => !holdCode.has(block) && (holdAds.has(block) || isSilent(block))))
}

function isAd(element: Element): boolean {
  if (hasClass(element, 'adsbygoogle')) return true
  if (element.name !== 'script') return false
  const [text] = element.children
  return networks.test(element.attribs.src ?? '') || (text?.type === 'text' && networks.test(text.data))
}
