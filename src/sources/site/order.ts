// The order of the posts in the book.

import type { Post } from '../../model.js'
import type { Selection } from '../filter.js'
import { plainText } from '../plain-text.js'

/** A post with what it is ordered by beside its title. */
export interface Ordered {
  readonly post: Post
  /** ISO 8601, in one zone for all posts. */
  readonly date: string
  readonly menu: number
}

/** As it was asked for, by date from the oldest; else as the numbers or slugs stood; else as the site has it, from the newest. */
export function inOrder(posts: readonly Ordered[], { order, ids, slug }: Selection): readonly Post[] {
  const byDate = (a: Ordered, b: Ordered) => compare(a.date, b.date) || (a.post.id ?? 0) - (b.post.id ?? 0)
  const rank = rankOf(order ? {} : { ids, slug })
  // The words of one language are sorted by its own rules, not by those of the machine.
  const { compare: alphabetical } = new Intl.Collator(posts[0]?.post.language ?? 'en', { numeric: true })
  const title = ({ post }: Ordered) => plainText(post.title)
  const rules: Readonly<Record<string, (a: Ordered, b: Ordered) => number>> = {
    date: byDate,
    title: (a, b) => alphabetical(title(a), title(b)) || byDate(a, b),
    menu: (a, b) => a.menu - b.menu || alphabetical(title(a), title(b)) || byDate(a, b),
  }
  const rule = rules[order ?? ''] ?? ((a, b) => byDate(b, a))
  return [...posts].sort((a, b) => rank(a.post) - rank(b.post) || rule(a, b)).map(({ post }) => post)
}

function rankOf({ ids, slug }: { ids?: Selection['ids']; slug?: Selection['slug'] }): (post: Post) => number {
  const given: readonly unknown[] = ids ?? slug ?? []
  return (post) => (given.length === 0 ? 0 : given.indexOf(ids ? post.id : post.slug))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
