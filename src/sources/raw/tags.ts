// Which elements the rules for paragraphs know, and raw content as a row of tokens.

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** Elements that stand between paragraphs and never in one. */
const blocks = words(
  'address article aside blockquote body caption center col colgroup dd details dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main map menu nav noscript ol optgroup option p pre section ' +
    'select summary table tbody td tfoot th thead tr ul',
)
/** Elements whose text is never divided into paragraphs. */
export const undivided = words('p h1 h2 h3 h4 h5 h6 summary caption figcaption legend dt option address')
/** Elements that hold no text of their own, and `pre`, whose text is as it is, even without an end. */
export const textless = words('pre ul ol dl table thead tbody tfoot tr colgroup select optgroup menu')
/** Elements that go through as they are, with all they hold. */
const verbatim = words('!-- pre script style textarea svg math object iframe audio video canvas template xmp')
const voidElements = words('area base br col embed hr img input link meta param source track wbr')

export interface Token {
  /** `whole`: something between paragraphs that is ready. */
  readonly kind: 'text' | 'open' | 'close' | 'void' | 'inline' | 'break' | 'whole'
  readonly name: string
  readonly text: string
}

const tag = /<(?:!--|(\/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>)/g

export function tokensOf(html: string): readonly Token[] {
  const tokens: Token[] = []
  // An element without an end is text: looked for once, so that many of them cost no more than one.
  const endless = new Set<string>()
  let done = 0
  tag.lastIndex = 0
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    const [whole, slash = '', written] = found
    const name = (written ?? '!--').toLowerCase()
    const afterTag = found.index + whole.length
    const isOpaque = slash === '' && isVerbatim(name, whole) && !endless.has(name)
    const end = isOpaque ? endOf(html, name, afterTag) : undefined
    if (isOpaque && end === undefined) endless.add(name)
    if (name === '!--' && end === undefined) continue
    if (found.index > done) tokens.push(textToken(html.slice(done, found.index)))
    done = end ?? afterTag
    tokens.push(tokenOf(name, slash, html.slice(found.index, done), end !== undefined))
    tag.lastIndex = done
  }
  return done < html.length ? [...tokens, textToken(html.slice(done))] : tokens
}

function isVerbatim(name: string, tagText: string): boolean {
  return verbatim.has(name) && !tagText.endsWith('/>')
}

function textToken(text: string): Token {
  return { kind: 'text', name: '', text }
}

function endOf(html: string, name: string, from: number): number | undefined {
  const closing = name === '!--' ? /-->/g : new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = from
  const found = closing.exec(html)
  return found ? found.index + found[0].length : undefined
}

const pageMark = /^<!--\s*(?:more\b[\s\S]*|nextpage|noteaser)\s*-->$/

function tokenOf(name: string, slash: string, text: string, isWhole: boolean): Token {
  if (name === '!--') return { kind: pageMark.test(text) ? 'whole' : 'inline', name, text }
  if (isWhole) return { kind: isFlowing(name) ? 'inline' : 'whole', name, text }
  if (name === 'br') return { kind: 'break', name, text: '<br />' }
  if (!blocks.has(name)) return { kind: 'inline', name, text }
  if (voidElements.has(name)) return { kind: 'void', name, text }
  return { kind: slash === '/' ? 'close' : 'open', name, text }
}

/** Of those that go through whole, these may stand in a line of text. */
function isFlowing(name: string): boolean {
  return !['pre', 'xmp', 'style', 'script', 'template'].includes(name)
}
