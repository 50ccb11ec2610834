// The notes that the block editor keeps in a post's metadata: JSON in a string.

import type { Post, SourceHtml } from '../model.js'

/** The notes, as many as can be read. */
export function footnotesOf(json: string | undefined): NonNullable<Post['footnotes']> {
  if (!json?.trim()) return []
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list.flatMap(noteOf) : []
  } catch {
    return salvage(json)
  }
}

function noteOf(value: unknown): NonNullable<Post['footnotes']> {
  const { id, content } = Object(value) as { id?: unknown; content?: unknown }
  return typeof id === 'string' && typeof content === 'string' ? [{ id, content: content as SourceHtml }] : []
}

// WordPress could save them with the backslashes before quotation marks gone (Trac 59103): then what stands between
// the names of the two fields is the text.
function salvage(json: string): NonNullable<Post['footnotes']> {
  return json.split('{"content":"').flatMap((part) => {
    const middle = part.lastIndexOf('","id":"')
    const id = /^[\w-]+/.exec(part.slice(middle + 8))?.[0]
    if (middle < 0 || id === undefined) return []
    return [{ id, content: part.slice(0, middle).replaceAll('\\"', '"') as SourceHtml }]
  })
}
