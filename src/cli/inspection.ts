// What `offprint inspect` prints for people.

import type picocolors from 'picocolors'
import type { InspectedPost, Inspection, LinkFinding, Loss } from '../index.js'
import { count, harmless } from './words.js'

type Colors = ReturnType<typeof picocolors.createColors>

const reasons: Readonly<Record<InspectedPost['outline']['reason'], string>> = {
  'source-offsets': 'levels computed from the offsets of the text that was pasted',
  'as-given': 'levels as the post gives them',
  stepped: 'levels as the post gives them, without the gaps between them',
  kept: 'levels as the post gives them, as was asked',
  hinted: 'levels as the hints say, else as found',
}

const kinds: readonly (readonly [LinkFinding['kind'], string])[] = [
  ['in-post', 'in the post'],
  ['in-book', 'to other posts of the book, which lead to their chapters'],
  ['site', 'to the same site'],
  ['outside', 'to other sites'],
  ['shop', 'to shops, or for a commission'],
  ['contact', 'to mail and telephone'],
]

/** Every post with its outline, questions, notes, links, pictures and losses. */
export function inspectionWords({ posts }: Inspection, colors: Colors): string {
  return posts
    .map((post) =>
      [
        colors.bold(harmless(post.title)),
        [post.url, post.language, post.direction, count(post.words, 'word')].filter(Boolean).map(harmless).join(' · '),
        ...outlineLines(post.outline, colors),
        ...faqLines(post, colors),
        ...noteLines(post, colors),
        ...linkLines(post, colors),
        ...pictureLines(post, colors),
        ...lossLines(post.losses, colors),
      ]
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('\n')
}

function head(title: string, facts: string, colors: Colors): string[] {
  return ['', `${colors.cyan(title)}${facts === '' ? '' : `: ${facts}`}`]
}

function outlineLines({ before, after, reason, dropped }: InspectedPost['outline'], colors: Colors): string[] {
  if (before.length === 0) return head('outline', 'no headings', colors)
  // Empty headings are dropped; the others keep their order, so that the two columns go side by side.
  const kept = before.filter(({ text }) => text !== '')
  const rows = kept.map(({ level, text }, index) => {
    const found = after[index]
    const indent = '   '.repeat((found?.level ?? 2) - 2)
    return { before: `h${level}`, after: `h${found?.level ?? level}`, words: `${indent}${harmless(text)}`, level }
  })
  return [
    ...head('outline', reasons[reason], colors),
    ...rows.map(({ before: from, after: to, words }) => {
      const change = `${from} → ${to}`
      return `  ${from === to ? colors.dim(change) : colors.yellow(change)}  ${words}`
    }),
    ...(dropped > 0 ? [`  ${count(dropped, 'empty heading')} dropped`] : []),
  ]
}

function faqLines({ faq }: InspectedPost, colors: Colors): string[] {
  return faq.flatMap(({ heading, source, questions }) => {
    const where = heading === '' ? '' : ` below “${harmless(heading)}”`
    return [
      ...head('FAQ', `${count(questions.length, 'question')}${where}, found by ${harmless(source)}`, colors),
      ...questions.map((question) => `  ${harmless(question)}`),
    ]
  })
}

function noteLines({ notes }: InspectedPost, colors: Colors): string[] {
  if (notes.length === 0) return []
  return [
    ...head('notes', String(notes.length), colors),
    ...notes.map(({ number, text, references }) => {
      const times = references > 1 ? colors.dim(` (${count(references, 'reference')})`) : ''
      return `  ${number}. ${harmless(text)}${times}`
    }),
  ]
}

function linkLines({ links }: InspectedPost, colors: Colors): string[] {
  return kinds.flatMap(([kind, words]) => {
    const found = links.filter((link) => link.kind === kind)
    if (found.length === 0) return []
    return [
      ...head(`links ${words}`, String(found.length), colors),
      ...found.map(({ href, text }) => `  ${harmless(href)}  ${colors.dim(harmless(text))}`),
    ]
  })
}

function pictureLines({ pictures }: InspectedPost, colors: Colors): string[] {
  if (pictures.length === 0) return []
  return [
    ...head('pictures', String(pictures.length), colors),
    ...pictures.map(({ address, reason, alt, hasAlt, width, height }) => {
      const size = width === undefined || height === undefined ? 'size not told' : `${width} × ${height}`
      const words = alt === '' ? (hasAlt ? 'empty alt' : colors.yellow('no alt')) : `“${harmless(alt)}”`
      return `  ${harmless(shorten(address))}  ${size}, ${words}${colors.dim(`, from ${harmless(reason)}`)}`
    }),
  ]
}

// A picture inside the post has an address of any length.
function shorten(address: string): string {
  return address.startsWith('data:') ? `${address.slice(0, 40)}…` : address
}

function lossLines(losses: readonly Loss[], colors: Colors): string[] {
  if (losses.length === 0) return []
  return [
    ...head('changed', '', colors),
    ...losses.map(({ count: times, message, place }) => {
      const where = [place?.heading && `under “${place.heading}”`, place?.excerpt && `at “${place.excerpt}”`]
      return `  ${times} × ${harmless(message)}${colors.dim(harmless(where.map((one) => (one ? ` ${one}` : '')).join('')))}`
    }),
  ]
}
