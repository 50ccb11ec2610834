// Which elements the rules for paragraphs know, and raw content as a row of tokens.

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** Elements that stand between paragraphs and never in one. */
const blocks = words(
  'address article aside blockquote body caption center col colgroup dd details dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main map menu nav noscript ol optgroup option p section ' +
    'select summary table tbody td tfoot th thead tr ul',
)
/** Elements whose text is never divided into paragraphs. */
export const undivided = words('p h1 h2 h3 h4 h5 h6 summary caption figcaption legend dt option address')
/** Elements that hold no text of their own. */
export const textless = words('ul ol dl table thead tbody tfoot tr colgroup select optgroup menu')
/** Elements that go through as they are, with all they hold. */
const verbatim = words('pre script style textarea svg math object iframe audio video canvas template xmp')
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
  let done = 0
  const until = (end: number) => {
    if (end > done) tokens.push({ kind: 'text', name: '', text: html.slice(done, end) })
  }
  const noEnd = new Set<string>()
  tag.lastIndex = 0
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    const [whole, slash = '', written] = found
    const name = (written ?? '!--').toLowerCase()
    let end = found.index + whole.length
    if (name === '!--' || (slash === '' && verbatim.has(name) && !whole.endsWith('/>'))) {
      const closing = noEnd.has(name) ? -1 : endOf(html, name, end)
      // Without an end it is text: looked for once, so that many of them cost no more than one.
      if (closing < 0) {
        noEnd.add(name)
        if (name === '!--') continue
      } else end = closing
    }
    until(found.index)
    tokens.push(tokenOf(name, slash, html.slice(found.index, end), end > found.index + whole.length))
    done = end
    tag.lastIndex = end
  }
  until(html.length)
  return tokens
}

function endOf(html: string, name: string, from: number): number {
  const closing = name === '!--' ? /-->/g : new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = from
  const found = closing.exec(html)
  return found ? found.index + found[0].length : -1
}

const pageMark = /^<!--\s*(?:more\b[^]*|nextpage|noteaser)\s*-->$/

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
