// Which way text runs, told from its letters: posts say their language often wrongly, and their direction seldom.

import type { Direction } from '../model.js'
import { isElement, type XElement, type XNode } from './xhtml.js'

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Samaritan}\p{Script=Mandaic}]/u
const letter = /\p{L}/u

// Blocks whose edge, marker or alignment follows the direction. Tables and lists come before their cells and items.
const directed = new Set(
  'blockquote dd dl dt figcaption figure h1 h2 h3 h4 h5 h6 li ol p pre question table td th ul'.split(' '),
)
const titles = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'question'])

/** Letters of a text that run to the left, less those that run to the right. */
type Balance = number

// Fewer say nothing of a whole post: an address or a name in Latin letters stands in posts of every language.
const fewest = 20

/** The direction that a text has by far; nothing where it has few letters, or as many of each. */
export function directionOf(text: string): Direction | undefined {
  const balance = balanceOf(text)
  return Math.abs(balance) < fewest ? undefined : direction(balance)
}

function direction(balance: Balance): Direction | undefined {
  if (balance === 0) return undefined
  return balance > 0 ? 'rtl' : 'ltr'
}

function balanceOf(text: string): Balance {
  let balance = 0
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code < 0x80) balance -= isAsciiLetter(code) ? 1 : 0
    else if (letter.test(character)) balance += rightToLeft.test(character) ? 1 : -1
  }
  return balance
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

/** Gives `dir` to the blocks whose text runs otherwise than what they stand in; a `dir` of the post stays. */
export function direct(blocks: readonly XNode[], base: Direction): void {
  const balances = new Map<XElement, Balance>()
  weighAll(blocks, balances)
  directAll(blocks, base, balances)
}

// What has a direction of its own says nothing of what it stands in, as for `dir="auto"` (HTML §3.2.6.4).
function weighAll(nodes: readonly XNode[], balances: Map<XElement, Balance>): Balance {
  let sum = 0
  for (const node of nodes) {
    if (!isElement(node)) {
      sum += balanceOf(node)
      continue
    }
    const own = weighAll(node.children, balances)
    balances.set(node, own)
    if (node.attributes.dir === undefined) sum += own
  }
  return sum
}

function directAll(nodes: readonly XNode[], around: Direction, balances: ReadonlyMap<XElement, Balance>): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    const found = direction(balances.get(node) ?? 0) ?? around
    const { dir } = node.attributes
    const isTurned = dir === undefined && found !== around && directed.has(node.name)
    directAll(node.children, isTurned || dir === 'auto' ? found : said(dir, around), balances)
    if (isTurned) turn(node, found)
  }
}

function said(dir: string | undefined, around: Direction): Direction {
  return dir === 'ltr' || dir === 'rtl' ? dir : around
}

// A heading or a question becomes a title, which is its content alone.
function turn(node: XElement, dir: Direction): void {
  if (titles.has(node.name)) node.children = [{ name: 'span', attributes: { dir }, children: node.children }]
  else node.attributes.dir = dir
}
