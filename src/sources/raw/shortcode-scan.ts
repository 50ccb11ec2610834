// Where the shortcodes of some names stand in raw content. WordPress Shortcode API: `[name]`, `[name attr="…"]`,
// `[name]content[/name]`, `[name /]`, and `[[name]]` for one that is to be shown.

export interface Shortcode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** What stands between its tags; undefined where it has no end tag. */
  readonly content: string | undefined
}

export type Segment = { readonly text: string } | { readonly shortcode: Shortcode }

const attribute = /([\w-]{1,60})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|([^\s"']+)/g

/** The attributes by their names in small letters; those without one by their number, from 0. */
export function attributesOf(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null)
  let number = 0
  // The editor writes no-break spaces and typographic quotation marks where an author pasted the tag.
  const plain = text.replace(/[\u00a0\u200b]/g, ' ').replace(/[\u201c\u201d\u2033]|&quot;|&#822[01];/g, '"')
  for (const [, name, double, single, bare, ...alone] of plain.matchAll(attribute)) {
    const value = double ?? single ?? bare
    if (name && value !== undefined) found[name.toLowerCase()] = value
    else {
      found[number] = alone.find((one) => one !== undefined) ?? ''
      number += 1
    }
  }
  return found
}

/** Divides a text at its shortcodes of these names. Linear: what has no end tag is looked for once a name. */
export function scanShortcodes(text: string, names: readonly string[]): readonly Segment[] {
  const opening = new RegExp(`\\[(\\[?)(${names.join('|')})(?![\\w-])`, 'g')
  const lastEnds = new Map(names.map((name) => [name, text.lastIndexOf(`[/${name}]`)]))
  const segments: Segment[] = []
  let done = 0
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const name = found[2] ?? ''
    const inner = found.index + found[0].length
    const end = endOfTag(text, inner)
    if (end === undefined) continue
    // `[[name]]` is shown, not done; the brackets outside go when the text is made ready.
    if (found[1] === '[' && text[end] === ']') {
      opening.lastIndex = end + 1
      continue
    }
    const written = text.slice(inner, end - 1)
    const isClosed = written.endsWith('/')
    const start = found.index + (found[1] ?? '').length
    const close = isClosed || end > (lastEnds.get(name) ?? -1) ? -1 : text.indexOf(`[/${name}]`, end)
    const content = close < 0 ? undefined : text.slice(end, close)
    const attributes = attributesOf(isClosed ? written.slice(0, -1) : written)
    segments.push({ text: text.slice(done, start) }, { shortcode: { name, attributes, content } })
    done = close < 0 ? end : close + name.length + 3
    opening.lastIndex = done
  }
  return [...segments, { text: text.slice(done) }]
}

const longestTag = 20_000

/** The offset after the `]` of a tag; a bracket in quotation marks is no end. */
function endOfTag(text: string, from: number): number | undefined {
  let quote = ''
  const limit = Math.min(text.length, from + longestTag)
  for (let at = from; at < limit; at += 1) {
    const char = text[at] ?? ''
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === ']') return at + 1
    else if (char === '[') return undefined
    else if ((char === '"' || char === "'") && /[=\s]/.test(text[at - 1] ?? '')) quote = char
  }
  return undefined
}
