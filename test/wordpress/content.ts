// The posts, terms, users and media of a site that never was, made from a seed.

export interface FakePost {
  id: number
  type: string
  status: string
  slug: string
  title: string
  content: string
  excerpt: string
  /** UTC, `2024-03-01T09:30:00`; the site's own clock is an hour ahead. */
  date: string
  modified: string
  author: number
  categories: number[]
  tags: number[]
  featured: number
  menuOrder: number
  password?: string
}

export interface Named {
  readonly id: number
  readonly slug: string
  readonly name: string
  /** Of a category; none is 0. */
  readonly parent?: number
}

export interface Content {
  posts: FakePost[]
  readonly categories: Named[]
  readonly tags: Named[]
  readonly users: Named[]
  readonly media: { readonly id: number; readonly file: string; readonly alt: string }[]
}

/** A generator of numbers between 0 and 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const words =
  'bread rye water salt crust oven stone flour hand morning field mill grain yeast bowl cloth table knife butter market'.split(
    ' ',
  )

const day = 86_400_000
const first = Date.parse('2020-01-01T08:00:00Z')

/** @param count of published posts, a day apart, the last the newest. */
export function makeContent(count: number, seed = 1): Content {
  const next = random(seed)
  const sentence = () => {
    const chosen = Array.from({ length: 9 }, () => words[Math.floor(next() * words.length)])
    return `${chosen.join(' ')}.`.replace(/^./, (letter) => letter.toUpperCase())
  }
  const posts = Array.from({ length: count }, (_, index) => {
    const number = index + 1
    return makePost({
      id: 100 + number,
      slug: `loaf-${number}`,
      title: `Loaf ${number} &#8211; ${words[number % words.length]}`,
      content: `<p>${sentence()} ${sentence()}</p>\n\n<h2>How it is baked</h2>\n\n<p>${sentence()}</p>\n`,
      excerpt: `<p>${sentence()}</p>\n`,
      date: stamp(first + index * day),
      modified: stamp(first + index * day + 3_600_000),
      author: 1 + (index % 2),
      categories: [11 + (index % 3)],
      tags: index % 10 === 0 ? [21] : [],
    })
  })
  return {
    posts,
    categories: [
      { id: 11, slug: 'rye', name: 'Rye' },
      { id: 12, slug: 'wheat', name: 'Wheat &amp; spelt' },
      { id: 13, slug: 'gut', name: 'Gut' },
    ],
    tags: [{ id: 21, slug: '2024', name: '2024' }],
    users: [
      { id: 1, slug: 'alma', name: 'Alma Berg' },
      { id: 2, slug: 'olof', name: 'Olof Ek' },
    ],
    media: [{ id: 31, file: '/wp-content/uploads/2024/01/loaf.jpg', alt: 'A loaf on a table' }],
  }
}

/** A post with what the caller does not say filled in. */
export function makePost(given: Partial<FakePost> & { readonly id: number }): FakePost {
  return {
    type: 'post',
    status: 'publish',
    slug: `post-${given.id}`,
    title: `Post ${given.id}`,
    content: `<p>Text of post ${given.id}.</p>\n`,
    excerpt: '',
    date: '2024-01-31T09:00:00',
    modified: '2024-01-31T09:00:00',
    author: 1,
    categories: [],
    tags: [],
    featured: 0,
    menuOrder: 0,
    ...given,
  }
}

export function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19)
}

/** The same moment by the clock of the site, which is an hour ahead of UTC. */
export function local(utc: string): string {
  return stamp(Date.parse(`${utc}Z`) + 3_600_000)
}
