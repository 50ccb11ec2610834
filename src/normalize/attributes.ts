// The attributes that an element keeps.

import type { Place } from '../diagnostics.js'
import type { Builder } from './builder.js'
import { cleanCharacters } from './characters.js'
import { type Element, placeOf } from './dom.js'
import { mayKeep } from './schema.js'

// Attributes that other parts read: where links lead, and which pictures stand where.
const readElsewhere = new Set(['href', 'src', 'alt', 'name'])

/** The allow-listed attributes of an element, with its new id when a link leads to it. Others are counted as losses. */
export function attributesOf(builder: Builder, node: Element): Record<string, string> {
  const kept: Record<string, string> = {}
  let place: Place | undefined
  for (const [name, value] of Object.entries(node.attribs)) {
    if (name === 'id' || readElsewhere.has(name)) continue
    if (saysLanguage(node, name)) Object.assign(kept, languageAttributes(value))
    else if (mayKeep(node.name, name, value)) kept[name] = name === 'reversed' ? name : cleanCharacters(value).text
    else {
      place ??= placeOf(builder.dom, node)
      builder.report('removed', { what: `attribute ${attributeName(name)}` }, place)
    }
  }
  const id = idOf(builder, node)
  const ownClass = builder.marks.classes.get(node)
  return { ...(id === undefined ? {} : { id }), ...(ownClass === undefined ? {} : { class: ownClass }), ...kept }
}

/** The new id of an element that a link leads to, by its `id` or its old-style `name`. */
export function idOf(builder: Builder, node: Element): string | undefined {
  const source = [
    node.attribs.id,
    node.name === 'a' ? node.attribs.name : undefined,
    ...(builder.marks.aliases.get(node) ?? []),
  ]
  const wanted = source.filter((id) => id !== undefined && builder.ids.isWanted(id) && !builder.ids.resolve(id))
  if (wanted.length === 0) return undefined
  const id = builder.ids.fromText(wanted[0] ?? '', 'place')
  for (const old of wanted) builder.ids.link(old ?? '', id)
  return id
}

// Highlighters say by `lang` what code is written in, which is nobody's speech; a verse is set as code, and is speech.
function saysLanguage({ name, attribs }: Element, attribute: string): boolean {
  if (attribute !== 'lang' && attribute !== 'xml:lang') return false
  return name !== 'code' && (name !== 'pre' || /(?:^|\s)wp-block-verse(?:\s|$)/.test(attribs.class ?? ''))
}

// XHTML wants both, and EPUB's schema wants them equal.
function languageAttributes(value: string): Record<string, string> {
  try {
    const [tag] = Intl.getCanonicalLocales(value.trim())
    return tag ? { lang: tag, 'xml:lang': tag } : {}
  } catch {
    return {}
  }
}

// The name is shown in the report: names of a post may be of any length and hold any character.
function attributeName(name: string): string {
  return cleanCharacters(name).text.slice(0, 40)
}
