// Who wrote a post. The post itself names its author by a number; the names stand in what was embedded, or in
// fields that plugins add.

import type { Author } from '../model.js'
import { plainText } from './plain-text.js'
import type { RestPost } from './rest-schema.js'
import { webAddress } from './web-address.js'

interface Person {
  readonly name?: string | undefined
  readonly display_name?: string | undefined
  readonly url?: string | undefined
  readonly link?: string | undefined
  readonly slug?: string | undefined
}

/** The authors of a post, each once: co-authors, else the embedded author, else the one that an SEO plugin names. */
export function authorsOf(post: RestPost, seoAuthor: string | undefined): readonly Author[] {
  const embedded = post._embedded
  const sources: readonly (readonly Person[])[] = [
    post.authors ?? [],
    post.coauthors ?? [],
    (embedded?.['wp:term'] ?? []).flat().filter(isCoAuthor),
    embedded?.author ?? [],
    typeof post.author === 'object' ? [post.author] : [],
    seoAuthor ? [{ name: seoAuthor }] : [],
  ]
  return sources.map(namesOf).find((authors) => authors.length > 0) ?? []
}

/** Co-Authors Plus keeps authors as terms; the term of one without a display name bears the login. */
function isCoAuthor(term: { taxonomy?: string | undefined; name?: string | undefined; slug?: string | undefined }) {
  const login = term.slug?.replace(/^cap-/, '')
  return term.taxonomy === 'author' && term.name !== login && term.name !== term.slug
}

function namesOf(people: readonly Person[]): readonly Author[] {
  const authors = people.flatMap((person): Author[] => {
    const name = plainText(person.display_name ?? person.name ?? '')
    const url = webAddress(person.url) ?? webAddress(person.link)
    return name === '' ? [] : [{ name, ...(url ? { url } : {}) }]
  })
  return authors.filter(({ name }, index) => authors.findIndex((other) => other.name === name) === index)
}
