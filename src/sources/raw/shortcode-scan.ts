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
    const [start, outer = '', name = ''] = found
    const inner = found.index + start.length
    const end = endOfTag(text, inner)
    if (end === undefined) continue
    opening.lastIndex = end
    // `[[name]]` is shown, not done; the brackets outside go where the text is made clean.
    if (outer === '[' && text[end] === ']') continue
    const close =
      text[end - 2] === '/' || end > (lastEnds.get(name) ?? -1) ? undefined : text.indexOf(`[/${name}]`, end)
    const attributes = attributesOf(text.slice(inner, end - 1).replace(/\/$/, ''))
    const shortcode = { name, attributes, content: close === undefined ? undefined : text.slice(end, close) }
    segments.push({ text: text.slice(done, found.index + outer.length) }, { shortcode })
    done = close === undefined ? end : close + name.length + 3
    opening.lastIndex = done
  }
  return [...segments, { text: text.slice(done) }]
}

const longestTag = 5000

/** The offset after the `]` of a tag; a bracket in quotation marks is no end. */
function endOfTag(text: string, from: number): number | undefined {
  const tag = text.slice(from, from + longestTag)
  const mark = /[[\]"']/g
  for (let found = mark.exec(tag); found; found = mark.exec(tag)) {
    const [char] = found
    if (char === ']') return from + found.index + 1
    if (char === '[') return undefined
    const close = /[=\s]/.test(tag[found.index - 1] ?? '') ? tag.indexOf(char, found.index + 1) : -1
    if (close > 0) mark.lastIndex = close + 1
  }
  return undefined
}
