// The categories of an export, which stand before its entries, with the category that each stands below.

import { plainText } from '../plain-text.js'
import { detached, fieldOf, type XmlNode } from '../xml/node.js'

/** The slugs of the categories that were named, and of all that stand below them, as they are read. */
export class CategoryTree {
  /** By slug or name. */
  readonly #named: ReadonlySet<string>
  readonly #children = new Map<string, string[]>()
  readonly #asked = new Set<string>()

  constructor(named: readonly string[] = []) {
    this.#named = new Set(named.map(fold))
  }

  add(node: XmlNode): void {
    const slug = detached(fold(fieldOf(node, 'wp:category_nicename')))
    const parent = detached(fold(fieldOf(node, 'wp:category_parent')))
    // What stands below nothing has no parent, and is no child of a category without a slug.
    if (this.#named.size === 0 || slug === '') return
    const name = fold(plainText(fieldOf(node, 'wp:cat_name')))
    const siblings = this.#children.get(parent)
    if (siblings) siblings.push(slug)
    else this.#children.set(parent, [slug])
    // Names are not unique: of categories that nobody named, only the slug tells which it is.
    if (this.#named.has(slug) || this.#named.has(name) || this.#asked.has(parent)) this.#ask(slug)
  }

  /** Whether one of the slugs is that of a category that was asked for. */
  holds(slugs: readonly string[]): boolean {
    return this.#asked.size > 0 && slugs.some((slug) => this.#asked.has(fold(slug)))
  }

  #ask(slug: string): void {
    const found = [slug]
    for (let one = found.pop(); one !== undefined; one = found.pop()) {
      // A tree that bites its tail ends too.
      if (this.#asked.has(one)) continue
      this.#asked.add(one)
      found.push(...(this.#children.get(one) ?? []))
    }
  }
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().trim()
}
