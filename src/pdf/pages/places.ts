// Where the destinations of a print are (ISO 32000-1 §12.3.2.3), read from the few objects that say so: loading the
// whole file for it would take as long as printing it.

/** The pages of a print, and on which of them the elements begin that something links to. */
export interface Places {
  readonly pages: number
  /** From 0. */
  readonly pageOf: (id: string) => number | undefined
}

/** Reads what Chromium wrote: a classic cross-reference table, and plain dictionaries for pages and destinations. */
export function readPlaces(print: Uint8Array): Places {
  const file = Buffer.from(print.buffer, print.byteOffset, print.byteLength)
  const objectOf = objectReader(file)
  const root = objectOf(reference('Root', file.toString('latin1', file.lastIndexOf('trailer'))))
  const pages = new Map(leavesOf(objectOf, reference('Pages', root)).map((page, index) => [page, index]))
  const found = new Map<string, number>()
  for (const [, name = '', page] of objectOf(reference('Dests', root)).matchAll(/\/(\S+)\s*\[(\d+) 0 R/g)) {
    const index = pages.get(Number(page))
    if (index !== undefined) found.set(decodeName(name), index)
  }
  return { pages: pages.size, pageOf: (id) => found.get(id) }
}

/** Gives the text of an object by its number; nothing for one that is not there. */
function objectReader(file: Buffer): (number: number) => string {
  const start = Number(/startxref\s+(\d+)/.exec(file.toString('latin1', Math.max(0, file.length - 64)))?.[1] ?? 0)
  const table = file.toString('latin1', start, file.lastIndexOf('trailer'))
  const offsets = [...table.matchAll(/^(\d{10}) \d{5} [fn]/gm)].map(([, offset]) => Number(offset))
  return (number) => {
    const offset = offsets[number]
    return offset ? file.toString('latin1', offset, file.indexOf('endobj', offset)) : ''
  }
}

function reference(key: string, object: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1] ?? 0)
}

/** The pages of the page tree (§7.7.3), in order. */
function leavesOf(objectOf: (number: number) => string, node: number): number[] {
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(objectOf(node))?.[1]
  if (kids === undefined) return node === 0 ? [] : [node]
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => leavesOf(objectOf, Number(kid)))
}

/** A name is bytes (§7.3.5), and Chromium names a destination by the fragment of its link, which may be encoded too. */
export function decodeName(name: string): string {
  const bytes = name.replace(/#([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  const text = Buffer.from(bytes, 'latin1').toString('utf8')
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
