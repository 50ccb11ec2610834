// Places in a post that other posts of the book link to: their ids must be kept. A look at the markup before it is
// parsed, which decides nothing but which ids are kept.

import type { Post } from '../model.js'
import { idsOf } from './links.js'

/** The post that an address means, and the place in it. */
type FindPlace = (address: string) => { readonly index: number; readonly fragment: string } | undefined

const withFragment = /\shref\s*=\s*(?:"([^"#]*#[^"]+)"|'([^'#]*#[^']+)')/gi

/** For each post the ids that links of the others point to. */
export function idsAskedFor(posts: readonly Post[], find: FindPlace): readonly ReadonlySet<string>[] {
  const asked = posts.map(() => new Set<string>())
  posts.forEach((post, own) => {
    for (const { index, fragment } of placesIn(post, find)) {
      if (index !== own) for (const id of idsOf(fragment)) asked[index]?.add(id)
    }
  })
  return asked
}

function placesIn({ content, footnotes = [], url }: Post, find: FindPlace): NonNullable<ReturnType<FindPlace>>[] {
  const texts = [content, ...footnotes.map((note) => note.content)]
  const links = texts.flatMap((html) => [...html.matchAll(withFragment)])
  return links.flatMap(([, quoted, single = '']) => find(absolute(quoted ?? single, url)) ?? [])
}

function absolute(address: string, base: string): string {
  const plain = address.replace(/&(?:amp|#0*38|#x0*26);/gi, '&').trim()
  return URL.canParse(plain, base || undefined) ? new URL(plain, base || undefined).href : ''
}
