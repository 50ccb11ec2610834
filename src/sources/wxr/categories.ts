// The categories of an export, which stand before its entries, with the category that each stands below.

import { type Branch, withDescendants } from '../descendants.js'
import { plainText } from '../plain-text.js'
import { detached, fieldOf, type XmlNode } from '../xml/node.js'

export class CategoryTree {
  readonly #named: readonly string[] | undefined
  readonly #tree: Branch<string>[] = []
  #asked: readonly string[] | undefined

  /** @param named by slug or name; undefined where all posts are asked for, whatever their categories. */
  constructor(named: readonly string[] | undefined) {
    this.#named = named
  }

  add(node: XmlNode): void {
    if (!this.#named) return
    const slug = detached(fieldOf(node, 'wp:category_nicename').trim())
    const parent = detached(fieldOf(node, 'wp:category_parent').trim())
    const name = detached(plainText(fieldOf(node, 'wp:cat_name')))
    // A name leads to the slug that it belongs to.
    this.#tree.push({ key: fold(slug), parent: fold(parent) }, { key: fold(slug), parent: fold(name) })
    this.#asked = undefined
  }

  /** What was named, and what stands below it. */
  asked(): readonly string[] | undefined {
    this.#asked ??= this.#named && withDescendants(this.#named.map(fold), this.#tree)
    return this.#asked
  }
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().trim()
}
