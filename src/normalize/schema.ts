// What EPUB content documents may hold, as far as posts need it: the HTML content models (HTML Living Standard §3.2.5
// and §4; EPUB 3.3 §6.1) reduced to kinds.

/**
 * - `phrasing`: kept inside text
 * - `block`: kept, with a content model of its own (see conform.ts)
 * - `wrapper`: only its content is kept, and it parts blocks
 * - `removed`: goes with its content
 * - `math`: kept, with a content model of its own (see math.ts)
 * - `bare`: only its content is kept, where it stands
 * - `picture`, `media`, `break`: see replaced.ts and phrasing.ts
 */
export type Kind = 'phrasing' | 'block' | 'wrapper' | 'bare' | 'removed' | 'media' | 'picture' | 'math' | 'break'

const kinds: Record<Kind, string> = {
  phrasing: 'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup u var',
  block:
    'blockquote caption dd details dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tbody td tfoot th thead tr ul',
  wrapper:
    'address article aside body center dir div fieldset footer form header hgroup legend main menu nav search section',
  bare: 'acronym basefont big blink button data font label nobr rb rtc slot strike time tt output',
  removed:
    'base colgroup col dialog frame frameset head input link meta meter noframes noscript optgroup option param progress script select source style svg template textarea title track area map datalist',
  media: 'applet audio canvas embed iframe object video',
  picture: 'img picture image',
  math: 'math',
  break: 'br wbr',
}

const kindOfName = new Map(
  Object.entries(kinds).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind as Kind] as const)),
)

/** Unknown elements are unwrapped: their text is the author's. */
export function kindOf(name: string): Kind {
  return kindOfName.get(name) ?? 'bare'
}

/** Elements that part the text into blocks. */
export function isBlock(name: string): boolean {
  const kind = kindOf(name)
  return kind === 'block' || kind === 'wrapper'
}

type Test = (value: string) => boolean

const integer =
  (low: number, high: number): Test =>
  (value) =>
    /^-?\d{1,6}$/.test(value) && Number(value) >= low && Number(value) <= high
const oneOf =
  (...values: string[]): Test =>
  (value) =>
    values.includes(value.toLowerCase())
const anything: Test = () => true

const everywhere: Record<string, Test> = { dir: oneOf('ltr', 'rtl', 'auto') }
const own: Record<string, Record<string, Test>> = {
  abbr: { title: anything },
  dfn: { title: anything },
  ol: { start: integer(-99999, 99999), reversed: anything, type: (value) => /^[1aAiI]$/.test(value) },
  li: { value: integer(-99999, 99999) },
  td: { colspan: integer(2, 1000), rowspan: integer(2, 1000) },
  th: {
    colspan: integer(2, 1000),
    rowspan: integer(2, 1000),
    scope: oneOf('row', 'col', 'rowgroup', 'colgroup'),
  },
}

/** Whether an attribute may stay as it is. `id`, `lang` and `href` are decided by their meaning, not here. */
export function mayKeep(name: string, attribute: string, value: string): boolean {
  const test = own[name]?.[attribute] ?? everywhere[attribute]
  return test?.(value) ?? false
}
