// The `srcset` attribute, by the parsing rule of the HTML Living Standard §4.8.4.2.2: an address ends at white space,
// so that commas may stand inside it.

/** One candidate of a `srcset`: an address as it stands there, with what its descriptor says. */
interface SrcsetEntry {
  readonly address: string
  /** `800w`: pixels. */
  readonly width?: number
  /** `2x`: pixels of the file to a pixel of the page. */
  readonly density?: number
}

// No real attribute is longer, and the patterns keep a place to return to for each step.
const longest = 50_000
const separator = /[\s,]*/y
const word = /\S+/y
// A comma inside brackets belongs to the descriptor.
const descriptors = /(?:\([^)]*\)?|[^(,])*/y

/** The entries of a `srcset`. One whose descriptor means nothing is left out, as in a browser. */
export function parseSrcset(attribute: string): SrcsetEntry[] {
  const text = attribute.slice(0, longest)
  const entries: SrcsetEntry[] = []
  let at = 0
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  for (take(separator); at < text.length; take(separator)) {
    const address = take(word)
    const bare = withoutCommas(address)
    const entry = bare === address ? described(bare, take(descriptors).trim()) : { address: bare }
    if (entry) entries.push(entry)
  }
  return entries
}

function withoutCommas(address: string): string {
  let end = address.length
  while (address[end - 1] === ',') end -= 1
  return address.slice(0, end)
}

function described(address: string, descriptor: string): SrcsetEntry | undefined {
  if (descriptor === '') return { address }
  const [, width] = /^(\d{1,6})w(?:\s+\d{1,6}h)?$/.exec(descriptor) ?? []
  if (width !== undefined) return { address, width: Number(width) }
  const [, density] = /^(\d{1,3}(?:\.\d{1,6})?)x$/.exec(descriptor) ?? []
  return density === undefined ? undefined : { address, density: Number(density) }
}
